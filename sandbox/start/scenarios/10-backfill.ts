import { writes } from '../../client/controlApi';
import { liveEntry } from '../../client/mediaEntries';
import { newCollection, newVideo, untilFound } from '../../client/ownLibrary';
import { failureOf, outputsOf } from '../../n8n/execution';
import { until, type ImportedWorkflow } from '../../n8n/instance';
import { asItIs, type Outcome, type Scenario, type ScenarioContext } from '../scenario';

const TEMPLATE = '10-backfill.json';
const WITHIN_MS = 20_000;

/** What a team has in iconik before it begins; the rights of one are over, another was never approved. */
const LIBRARY = [
	{ title: 'Night on the glacier' },
	{ title: 'The old cable car' },
	{ title: 'A summer that is over', rightsExpire: '2020-12-31' },
	{ title: 'First cut of the autumn film', isApproved: false },
];
const TO_BE_MADE = 2;

/** An existing library is looked at as a table first, then brought over. */
export const backfill: Scenario = {
	name: 'Backfill',
	templates: { [TEMPLATE]: asItIs },
	async run(context) {
		const collectionId = await newCollection(context, 'Films of the last years');
		const ids: string[] = [];
		for (const video of LIBRARY) ids.push(await newVideo(context, { ...video, collectionId }));
		await untilFound(context, collectionId, LIBRARY.length);
		const look = await context.importAgain(TEMPLATE, { collectionId });
		const act = await context.importAgain(TEMPLATE, { collectionId, dryRun: false });
		const parts = [
			await runs(context, look, 'to look at', 0),
			await runs(context, act, 'done', TO_BE_MADE),
			await areLive(context, ids.slice(0, TO_BE_MADE)),
			await runs(context, act, 'again', 0),
		];
		for (const workflow of [look, act]) await context.n8n.removeWorkflow(workflow);
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

async function runs(
	context: ScenarioContext,
	workflow: ImportedWorkflow,
	what: string,
	made: number,
): Promise<Outcome> {
	const before = await entryWrites(context);
	const execution = await context.n8n.run(workflow);
	const failure = failureOf(execution);
	if (failure) return { happened: failure, ok: false };
	const rows = (outputsOf(execution, 'Table of All Assets')[0] ?? []).map(({ json }) => json);
	const counted = ['create', 'skip', 'conflict'].map(
		(action) => `${rows.filter((row) => row.action === action).length} ${action}`,
	);
	const written = (await entryWrites(context)) - before;
	return {
		happened: `${what}: ${counted.join(', ')}, ${written} entries written`,
		ok: rows.length === LIBRARY.length && written === made,
	};
}

async function areLive(context: ScenarioContext, ids: string[]): Promise<Outcome> {
	const ok = await until('what was approved is live', WITHIN_MS, async () => {
		const live = await Promise.all(ids.map(async (id) => await liveEntry(context, id)));
		return live.every(Boolean) ? true : undefined;
	});
	return { happened: `${ids.length} went live`, ok };
}

/** How often an entry has been saved; publishing and files do not count. */
async function entryWrites({ contentstack }: ScenarioContext): Promise<number> {
	return writes(await contentstack.control.log()).filter(({ path }) =>
		/\/entries(\/[^/]+)?$/.test(path),
	).length;
}
