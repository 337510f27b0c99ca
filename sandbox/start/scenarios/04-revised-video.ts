import { writes } from '../../client/controlApi';
import { createByHand, liveByUid, liveVersions, savedByUid } from '../../client/entries';
import {
	assetByExternalId,
	pressCustomAction,
	versionId,
	type LibraryAsset,
} from '../../client/library';
import { until } from '../../n8n/instance';
import type { Outcome, Scenario, ScenarioContext } from '../scenario';

const TEMPLATE = '04-revised-video-updates-references.json';
/** What the template's trigger calls its button in iconik. */
const BUTTON = 'Update Where It Is Used';
const WITHIN_MS = 15_000;

/** A team's own entries follow a video from version to version, once each is approved; a pinned one stays. */
export const revisedVideo: Scenario = {
	name: 'Revised video updates references',
	templates: { [TEMPLATE]: () => ({ config: { mediaEntries: false, ownContentType: 'media' } }) },
	async run(context) {
		const film = await assetByExternalId(context, 'HO-sustainability');
		const video_id = versionId(film, 1);
		const make = async (fields: object, environments: string[]) =>
			(await createByHand(context, 'media', { video_id, ...fields }, environments)).uid;
		const entries = {
			own: await make({ title: 'Report film' }, ['production', 'staging']),
			pinned: await make({ title: 'Press kit 2026', tags: ['pinned'] }, ['production']),
		};
		const parts = [
			await waits(context, film, entries.own),
			await moves(context, film, entries),
			await goesBack(context, film, entries.own),
		];
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

async function waits(context: ScenarioContext, film: LibraryAsset, own: string): Promise<Outcome> {
	await press(context, film);
	const shown = (await liveByUid(context, 'media', own))?.video_id;
	const ok = shown === versionId(film, 1);
	return { happened: `version 2 awaits review: ${ok ? 'nothing moves' : 'it moved'}`, ok };
}

async function moves(
	context: ScenarioContext,
	film: LibraryAsset,
	{ own, pinned }: { own: string; pinned: string },
): Promise<Outcome> {
	const seconds = await untilShown(context, film, own, 'approve', 2);
	const places = (await liveVersions(context, 'media', own)).length;
	const { video_id } = await savedByUid(context, 'media', pinned);
	const stays = video_id === versionId(film, 1);
	const before = await ownWrites(context);
	await press(context, film);
	const further = (await ownWrites(context)) - before;
	return {
		happened: `approved: live in ${places} environments after ${seconds} s, the pinned entry ${stays ? 'stays' : 'moved'}, again: ${further} writes`,
		ok: places === 2 && stays && further === 0,
	};
}

async function goesBack(
	context: ScenarioContext,
	film: LibraryAsset,
	own: string,
): Promise<Outcome> {
	const seconds = await untilShown(context, film, own, 'revoke-approval', 1);
	return { happened: `approval withdrawn: back to version 1 after ${seconds} s`, ok: true };
}

/** How often entries of the team's own content type have been written; the other workflow writes elsewhere. */
async function ownWrites({ contentstack }: ScenarioContext): Promise<number> {
	return writes(await contentstack.control.log()).filter(({ path }) =>
		path.includes('/content_types/media/'),
	).length;
}

/** Changes the review of version 2 and waits until visitors get the expected version. Returns the seconds it took. */
async function untilShown(
	context: ScenarioContext,
	film: LibraryAsset,
	own: string,
	action: 'approve' | 'revoke-approval',
	expected: number,
): Promise<string> {
	const start = Date.now();
	await context.iconik.control.act(action, {
		asset_id: film.id,
		version_id: versionId(film, 2),
	});
	await until(`version ${expected} is live`, WITHIN_MS, async () =>
		(await liveByUid(context, 'media', own))?.video_id === versionId(film, expected)
			? true
			: undefined,
	);
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	await settled(context);
	return seconds;
}

/** Presses the template's button and waits until n8n is done. */
async function press(context: ScenarioContext, { id }: LibraryAsset): Promise<void> {
	const known = await context.n8n.executions(context.workflow(TEMPLATE));
	const status = await pressCustomAction(context, BUTTON, id);
	if (status !== 200) throw new Error(`n8n answered the button with ${status}`);
	await context.n8n.newExecutions(context.workflow(TEMPLATE), known, 1);
}

/** Waits until no run of the workflow is under way. */
async function settled({ n8n, workflow }: ScenarioContext): Promise<void> {
	await n8n.newExecutions(workflow(TEMPLATE), [], 1);
}
