import {
	createArticle,
	moveArticle,
	placeholderOf,
	stageOf,
	taskAsset,
} from '../../client/mediaTasks';
import { writes } from '../../client/controlApi';
import { until } from '../../n8n/instance';
import type { Outcome, Scenario, ScenarioContext } from '../scenario';

const TEMPLATE = '03-stage-to-media-task.json';
const WANTED = 'Ready for Media';
const NEXT = 'Review';
const WITHIN_MS = 20_000;

/** An article waits for its media: the review is asked for, and once it is approved the article moves on. */
export const stageToMediaTask: Scenario = {
	name: 'Stage to media task',
	templates: {
		[TEMPLATE]: () => ({
			config: { assetIdField: 'video_id', reviewGroups: JSON.stringify(['Media team']) },
		}),
	},
	async run(context) {
		const parts = [await asksAndMovesOn(context), await makesPlaceholder(context)];
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

async function asksAndMovesOn(context: ScenarioContext): Promise<Outcome> {
	const input = { title: 'Dawn on the north face' };
	const { asset_id } = await context.iconik.control.act<{ asset_id: string }>(
		'create-asset',
		input,
	);
	const uid = await createArticle(context, 'The north face', [asset_id]);
	await reaches(context, uid, 'For the front page');
	const { approval_status } = await taskAsset(context, asset_id);

	await context.iconik.control.act('approve', { asset_id });
	await until('the article has moved on', WITHIN_MS, async () =>
		(await stageOf(context, uid)) === NEXT ? true : undefined,
	);
	return {
		happened: `an article's video was ${approval_status.toLowerCase()} for review; approved, the article moved on to ${NEXT}`,
		ok: approval_status === 'REQUESTED',
	};
}

async function makesPlaceholder(context: ScenarioContext): Promise<Outcome> {
	const uid = await createArticle(context, 'The hut in winter');
	await reaches(context, uid, 'A film of the hut');
	const made = await placeholderOf(context, uid);
	const before = await writesSoFar(context);
	await reaches(context, uid, 'A film of the hut');
	const further = (await writesSoFar(context)) - before;
	return {
		happened: `one without media got a ${made?.type.toLowerCase() ?? 'nothing'}; the same stage again: ${further} writes`,
		ok: made?.type === 'PLACEHOLDER' && further === 0,
	};
}

/** Moves an article to the stage in which media is wanted, and waits until n8n is done with that. */
async function reaches(context: ScenarioContext, uid: string, comment: string): Promise<void> {
	const workflow = context.workflow(TEMPLATE);
	const known = await context.n8n.executions(workflow);
	await moveArticle(context, uid, WANTED, { comment });
	await context.n8n.newExecutions(workflow, known, 1);
}

async function writesSoFar({ contentstack, iconik }: ScenarioContext): Promise<number> {
	const logs = await Promise.all([contentstack.control.log(), iconik.control.log()]);
	return logs.flatMap(writes).length;
}
