import { writes } from '../../client/controlApi';
import { assetByExternalId, pressCustomAction } from '../../client/library';
import { liveEntry, savedEntry, type MediaEntry } from '../../client/mediaEntries';
import { until } from '../../n8n/instance';
import { asItIs, type Outcome, type Scenario, type ScenarioContext } from '../scenario';

const TEMPLATE = '01-approved-video-to-contentstack.json';
/** What the template's trigger calls its button in iconik. */
const BUTTON = 'Send to Contentstack';
const LIVE_WITHIN_MS = 10_000;
const REPEATS = 5;

/** Approved videos that must not go live, with the reason that each has. */
const HELD = {
	expired: 'HO-ingrid-portrait',
	blocked: 'HO-blocked-film',
	'without a proxy': 'HO-no-proxy',
};

/** Videos whose review does not say yes: nothing of them reaches Contentstack. */
const NOT_APPROVED = { mixed: 'HO-trail-shoe', rejected: 'HO-trail-shoe-making' };

/** A video is approved in iconik and goes live in Contentstack; what may not go live does not. */
export const approvedVideo: Scenario = {
	name: 'Approved video to Contentstack',
	templates: { [TEMPLATE]: asItIs },
	async run(context) {
		const parts = [await goesLive(context), await repeats(context)];
		parts.push(...(await staysOff(context)));
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

async function goesLive(context: ScenarioContext): Promise<Outcome> {
	const { iconik } = context;
	const { id, title } = await assetByExternalId(context, 'HO-summit-film');
	const start = Date.now();
	await iconik.control.act('approve', { asset_id: id });
	const entry = await until(
		`"${title}" is live`,
		LIVE_WITHIN_MS,
		async () => await liveEntry(context, id),
	);
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	const missing = missingIn(entry);
	return missing.length === 0
		? { happened: `"${title}" was live ${seconds} s after its approval`, ok: true }
		: { happened: `"${title}" went live without ${missing.join(', ')}`, ok: false };
}

/** What a website cannot do without. */
function missingIn(entry: MediaEntry): string[] {
	const needed = {
		title: entry.title,
		'version id': entry.iconik_version_id,
		rights: entry.usage_rights?.status,
		captions: entry.captions?.every(({ file }) => file?.url) && entry.captions.length > 0,
		poster: entry.poster?.url,
		preview: entry.preview_url,
		'delivery link': entry.delivery_url,
	};
	return Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
}

async function repeats(context: ScenarioContext): Promise<Outcome> {
	const { id } = await assetByExternalId(context, 'HO-summit-film');
	await settled(context);
	const before = writes(await context.contentstack.control.log()).length;
	await sendEach(
		context,
		Array.from({ length: REPEATS }, () => id),
	);
	const further = writes(await context.contentstack.control.log()).length - before;
	return { happened: `the same event ${REPEATS} times more: ${further} writes`, ok: further === 0 };
}

async function staysOff(context: ScenarioContext): Promise<Outcome[]> {
	const all = { ...HELD, ...NOT_APPROVED };
	const ids = await Promise.all(
		Object.values(all).map(async (externalId) => (await assetByExternalId(context, externalId)).id),
	);
	await sendEach(context, ids);
	const outcomes = Object.keys(all).map(async (why, index): Promise<Outcome> => {
		const id = String(ids[index]);
		const [saved, live] = await Promise.all([savedEntry(context, id), liveEntry(context, id)]);
		const standing = saved ? `${saved.iconik_state}${live ? ' and live' : ''}` : 'not stored';
		return {
			happened: `${why}: ${standing}`,
			ok: standing === (why in HELD ? 'held' : 'not stored'),
		};
	});
	return await Promise.all(outcomes);
}

/** Presses the template's button on each asset and waits until n8n is done with all of them. */
async function sendEach(context: ScenarioContext, assetIds: string[]): Promise<void> {
	const workflow = context.workflow(TEMPLATE);
	const known = await context.n8n.executions(workflow);
	const done = context.n8n.newExecutions(workflow, known, assetIds.length);
	const statuses = Promise.all(
		assetIds.map(async (id) => await pressCustomAction(context, BUTTON, id)),
	);
	const refused = (await statuses).find((status) => status !== 200);
	if (refused !== undefined) throw new Error(`n8n answered an event with ${refused}`);
	await done;
}

/** Waits until n8n works on nothing any more. */
async function settled({ n8n, workflow }: ScenarioContext): Promise<void> {
	await n8n.newExecutions(workflow(TEMPLATE), [], 1);
}
