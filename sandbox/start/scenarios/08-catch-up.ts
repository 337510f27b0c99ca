import { createByHand, liveVersions, type SavedEntry } from '../../client/entries';
import { writes } from '../../client/controlApi';
import { FILM_PAGE, installFilmPages, placementsOf, reference } from '../../client/filmPages';
import { assetByExternalId, versionId } from '../../client/library';
import { liveEntry } from '../../client/mediaEntries';
import { failureOf, outputsOf } from '../../n8n/execution';
import { until } from '../../n8n/instance';
import type { Outcome, Scenario, ScenarioContext } from '../scenario';

const TEMPLATE = '08-catch-up.json';
const WITHIN_MS = 15_000;

/** Things happen on both sides while nobody listens; one run makes up for all of it, and the next one finds nothing. */
export const catchUp: Scenario = {
	name: 'Catch up',
	// What is approved and has no entry yet is the business of "Approved video to Contentstack".
	templates: { [TEMPLATE]: () => ({ config: { newEntries: false } }) },
	async run(context) {
		const { asset, media } = await showLive(context);
		const parts = [
			await makesUp(context, asset.id),
			await takesDown(context, asset.id, media),
			await findsNothing(context),
		];
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

/** An approved video with a media entry that somebody made, and a page that shows it, all live. */
async function showLive(context: ScenarioContext) {
	await installFilmPages(context);
	const asset = await assetByExternalId(context, 'HO-zip-repair');
	await context.iconik.control.act('approve', { asset_id: asset.id });
	const fields = {
		title: 'Working title',
		iconik_asset_id: asset.id,
		iconik_version_id: versionId(asset, 1),
		iconik_version_number: 1,
		iconik_state: 'ready',
	};
	const media = await createByHand(context, 'iconik_media', fields, ['production']);
	const page = { title: 'Repair it yourself', url: '/repair', hero: reference(media) };
	await createByHand(context, FILM_PAGE, page, ['production']);
	return { asset, media };
}

async function makesUp(context: ScenarioContext, assetId: string): Promise<Outcome> {
	const { title } = await assetByExternalId(context, 'HO-zip-repair');
	const failure = await run(context);
	if (failure) return failure;
	await until('the entry is right', WITHIN_MS, async () =>
		(await liveEntry(context, assetId))?.title === title ? true : undefined,
	);
	const places = (await placementsOf(context, assetId)).length;
	return {
		happened: `one run later the entry on the website is right and iconik knows ${places} placement`,
		ok: places === 1,
	};
}

async function takesDown(
	context: ScenarioContext,
	asset_id: string,
	{ uid }: SavedEntry,
): Promise<Outcome> {
	await context.iconik.control.act('block', { asset_id });
	const failure = await run(context);
	if (failure) return failure;
	await until('the entry is down', WITHIN_MS, async () =>
		(await liveVersions(context, 'iconik_media', uid)).length === 0 ? true : undefined,
	);
	return { happened: 'blocked unheard: down after the next', ok: true };
}

async function findsNothing(context: ScenarioContext): Promise<Outcome> {
	// The run before has unpublished an entry, which Contentstack tells of once.
	const settling = await run(context);
	if (settling) return settling;
	const before = await writesSoFar(context);
	const failure = await run(context);
	if (failure) return failure;
	const further = (await writesSoFar(context)) - before;
	return { happened: `nothing lost: ${further} writes`, ok: further === 0 };
}

/** One run by hand. Gives an outcome only when it failed. */
async function run({ n8n, workflow }: ScenarioContext): Promise<Outcome | undefined> {
	const execution = await n8n.run(workflow(TEMPLATE));
	const failure = failureOf(execution);
	const report = outputsOf(execution, 'Drift Report')[0]?.[0]?.json;
	if (failure === undefined && report) return undefined;
	return { happened: failure ?? 'There is no report', ok: false };
}

/** Without the run's own record, which is a job in iconik. */
async function writesSoFar({ contentstack, iconik }: ScenarioContext): Promise<number> {
	const logs = await Promise.all([contentstack.control.log(), iconik.control.log()]);
	return logs.flatMap(writes).filter(({ path }) => !path.includes('/jobs/')).length;
}
