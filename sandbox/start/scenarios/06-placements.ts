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

/** All entries are checked, and nothing is left to write. */
async function report(context: ScenarioContext): Promise<Outcome> {
	await context.n8n.newExecutions(context.workflow(TEMPLATE), [], 1);
	const before = writes(await context.iconik.control.log()).length;
	const execution = await context.n8n.run(context.workflow(TEMPLATE));
	const failure = failureOf(execution);
	if (failure) return { happened: failure, ok: false };
	const further = writes(await context.iconik.control.log()).length - before;
	const rows = outputsOf(execution, 'Rows of the Report')[0] ?? [];
	const files = outputsOf(execution, 'Make CSV File')[0] ?? [];
	const count = (name: string) => rows.filter(({ json }) => json.report === name).length;
	return {
		happened: `all checked: ${further} writes; the report has ${count('mostUsed')} used and ${count('unused')} unused assets, ${count('expiring')} with rights that end`,
		ok: further === 0 && files.length === 1 && count('unused') > 0 && count('mostUsed') > 0,
	};
}
