import { failureOf, outputsOf } from '../../n8n/execution';
import { asItIs, type Scenario } from '../scenario';

const TEMPLATE = '00-set-up.json';

/** What the other scenarios write is made on both sides; a second run finds nothing to do. */
export const setUp: Scenario = {
	name: 'Set up Contentstack and iconik',
	templates: { [TEMPLATE]: asItIs },
	async run({ n8n, workflow, contentstack }) {
		const execution = await n8n.run(workflow(TEMPLATE));
		const failure = failureOf(execution);
		if (failure) return { happened: failure, ok: false };
		const [result] = outputsOf(execution, 'What Was Found and Done')[0] ?? [];
		const added = (result?.json.added ?? []) as string[];
		const view = result?.json.context_view;
		const { status } = await contentstack.management.get('/content_types/iconik_media');

		const again = await n8n.run(workflow(TEMPLATE));
		const [secondResult] = outputsOf(again, 'What Was Found and Done')[0] ?? [];
		const addedAgain = (secondResult?.json.added ?? ['?']) as string[];
		const viewAgain = secondResult?.json.context_view;
		return {
			happened: `Content type iconik_media has ${added.length} new fields, the view in iconik was ${String(view)}; a second run added ${addedAgain.length}, and the view was ${String(viewAgain)}`,
			ok:
				status === 200 &&
				added.length > 0 &&
				addedAgain.length === 0 &&
				view === 'created' &&
				viewAgain === 'unchanged',
		};
	},
};
