import { writes } from '../../client/controlApi';
import { createByHand } from '../../client/entries';
import {
	createMediaEntry,
	FILM_PAGE,
	installFilmPages,
	placementsOf,
	reference,
} from '../../client/filmPages';
import { assetByExternalId } from '../../client/library';
import { failureOf, outputsOf } from '../../n8n/execution';
import { until } from '../../n8n/instance';
import { asItIs, type Outcome, type Scenario, type ScenarioContext } from '../scenario';

const TEMPLATE = '06-placements-and-usage.json';
const WITHIN_MS = 30_000;

/** A page goes live and comes down: iconik knows where it shows which asset, and a report tells what is used and what is not. */
export const placements: Scenario = {
	name: 'Placements and usage',
	templates: { [TEMPLATE]: asItIs },
	async run(context) {
		await installFilmPages(context);
		const asset = await assetByExternalId(context, 'HO-still-camp');
		const media = await createMediaEntry(context, asset);
		const fields = {
			title: 'A week by the lake',
			url: '/a-week-by-the-lake',
			hero: reference(media),
		};
		const { uid } = await createByHand(context, FILM_PAGE, fields, ['production', 'staging']);
		const parts = [
			await hasPlacements(context, asset.id, 2, 'a page that went live on 2 sites'),
			await again(context, uid),
			await report(context),
		];
		const page = { contentType: FILM_PAGE, uid, environments: ['production', 'staging'] };
		await context.contentstack.control.act('unpublish-entry', page);
		parts.push(await hasPlacements(context, asset.id, 0, 'taken down, it'));
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

async function hasPlacements(
	context: ScenarioContext,
	assetId: string,
	count: number,
	what: string,
): Promise<Outcome> {
	const ok = await until(`${count} placements`, WITHIN_MS, async () =>
		(await placementsOf(context, assetId)).length === count ? true : undefined,
	);
	return { happened: `${what} has ${count} placements in iconik`, ok };
}

/** Published once more as it is: nothing is written to iconik. */
async function again(context: ScenarioContext, uid: string): Promise<Outcome> {
	const { n8n, contentstack, iconik } = context;
	const workflow = context.workflow(TEMPLATE);
	await n8n.newExecutions(workflow, [], 1);
	const known = await n8n.executions(workflow);
	const before = writes(await iconik.control.log()).length;
	const page = { contentType: FILM_PAGE, uid, environments: ['production'] };
	await contentstack.control.act('publish-entry', page);
	await n8n.newExecutions(workflow, known, 1);
	const further = writes(await iconik.control.log()).length - before;
	return { happened: `published again: ${further} writes`, ok: further === 0 };
}

async function report(context: ScenarioContext): Promise<Outcome> {
	const execution = await context.n8n.run(context.workflow(TEMPLATE));
	const failure = failureOf(execution);
	if (failure) return { happened: failure, ok: false };
	const rows = outputsOf(execution, 'Rows of the Report')[0] ?? [];
	const files = outputsOf(execution, 'Make CSV File')[0] ?? [];
	const count = (name: string) => rows.filter(({ json }) => json.report === name).length;
	return {
		happened: `the report has ${count('mostUsed')} used and ${count('unused')} unused assets, ${count('expiring')} with rights that end`,
		ok: files.length === 1 && count('unused') > 0 && count('mostUsed') > 0,
	};
}
