import { createByHand, liveByUid, liveVersions, savedByUid } from '../../sandbox/client/entries';
import { writes } from '../../sandbox/client/controlApi';
import {
	assetByExternalId,
	pressCustomAction,
	versionId,
	type LibraryAsset,
} from '../../sandbox/client/library';
import { liveEntry, savedEntry } from '../../sandbox/client/mediaEntries';
import { outputsOf, type Execution } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { connectSuite, type Suite } from './harness/suite';

const BUTTON = 'Update Where It Is Used';
const LIVE_WITHIN_MS = 10_000;

jest.setTimeout(90_000);

describe('a revised video in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	let film: LibraryAsset;
	let [own, pinned, unseen] = ['', '', ''];

	beforeAll(async () => {
		suite = await connectSuite();
		await suite.n8n.run(await suite.importWorkflow('00-set-up.json'));
		workflow = await suite.importWorkflow('04-revised-video-updates-references.json', {
			ownContentType: 'media',
			ownFields: '{ "video_id": "version_id", "still": "poster" }',
		});
		await suite.n8n.publish(workflow);
		film = await assetByExternalId(suite, 'HO-sustainability');
		await mediaEntryOf(film, ['production']);
		const video_id = versionId(film, 1);
		const make = async (fields: object, environments: string[]) =>
			(await createByHand(suite, 'media', { video_id, ...fields }, environments)).uid;
		own = await make({ title: 'Report film' }, ['production', 'staging']);
		pinned = await make({ title: 'Press kit 2026', tags: ['pinned'] }, ['production']);
		unseen = await make({ title: 'Next season', video_id: film.id }, []);
		// Completes by hand what people have made without poster, captions and links.
		await press();
		await until('the film is complete', LIVE_WITHIN_MS, async () =>
			(await liveEntry(suite, film.id))?.poster?.url && (await live(own))?.still ? true : undefined,
		);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	/** As an earlier approval of version 1 has left it. */
	const mediaEntryOf = async (asset: LibraryAsset, environments: string[]) =>
		await createByHand(
			suite,
			'iconik_media',
			{
				title: asset.title,
				iconik_asset_id: asset.id,
				iconik_version_id: versionId(asset, 1),
				iconik_version_number: 1,
				iconik_state: 'ready',
			},
			environments,
		);

	const after = async (count: number, act: () => Promise<unknown>): Promise<Execution[]> => {
		const known = await suite.n8n.executions(workflow);
		await act();
		const executions = await suite.n8n.newExecutions(workflow, known, count);
		expect(executions.map(({ status }) => status)).toEqual(Array(count).fill('success'));
		return executions;
	};
	const review = async (action: 'approve' | 'revoke-approval', version: number, of = film) =>
		await after(
			1,
			async () =>
				await suite.iconik.control.act(action, {
					asset_id: of.id,
					version_id: versionId(of, version),
				}),
		);
	const press = async (times = 1, of = film) =>
		await after(
			times,
			async () =>
				await Promise.all(
					Array.from({ length: times }, () => pressCustomAction(suite, BUTTON, of.id)),
				),
		);
	const records = (executions: Execution[], node: string) =>
		executions.flatMap((execution) => outputsOf(execution, node)[0] ?? []).map(({ json }) => json);
	const writesSoFar = async () => writes(await suite.contentstack.control.log());
	const live = async (uid: string) => await liveByUid(suite, 'media', uid);
	const untilLive = async (version: number, of = film) =>
		await until(`version ${version} is live`, LIVE_WITHIN_MS, async () => {
			const entry = await liveEntry(suite, of.id);
			return entry?.iconik_version_number === version ? entry : undefined;
		});
	const untilOwnShows = async (version: number, uid = own) =>
		await until(`the own entry shows version ${version}`, LIVE_WITHIN_MS, async () =>
			(await live(uid))?.video_id === versionId(film, version) ? true : undefined,
		);

	test('changes nothing while its new version awaits review', async () => {
		const before = (await writesSoFar()).length;

		await press();

		expect(await live(own)).toMatchObject({ video_id: versionId(film, 1) });
		expect(await liveEntry(suite, film.id)).toMatchObject({ iconik_version_number: 1 });
		expect((await writesSoFar()).length - before).toBe(0);
	});

	test('once approved, media entry and own entries show it where they were live, and only there', async () => {
		const before = (await writesSoFar()).length;

		const executions = await review('approve', 2);

		const entry = await untilLive(2);
		await untilOwnShows(2);
		expect(entry.captions?.length).toBeGreaterThan(0);
		expect(entry.poster?.url).toBeTruthy();
		const { uid } = (await savedEntry(suite, film.id)) as { uid: string };
		expect(await liveVersions(suite, 'iconik_media', uid)).toHaveLength(1);
		expect(await liveVersions(suite, 'media', own)).toHaveLength(2);
		expect(new Set(await liveVersions(suite, 'media', own)).size).toBe(1);
		expect(records(executions, 'It Is Up to Date').length).toBeGreaterThan(0);
		const toMediaEntry = (await writesSoFar())
			.slice(before)
			.filter(({ path }) => path.includes(`/content_types/iconik_media/entries`));
		expect(toMediaEntry.map(({ method }) => method)).toEqual(['PUT', 'POST']);
	});

	test('an entry that was live nowhere is saved with it, not published', async () => {
		expect(await savedByUid(suite, 'media', unseen)).toMatchObject({
			video_id: versionId(film, 2),
			publish_details: [],
		});
	});

	test('a placement that is pinned stays on its version', async () => {
		expect(await savedByUid(suite, 'media', pinned)).toMatchObject({
			video_id: versionId(film, 1),
			_version: 1,
		});
	});

	test('the same event five times more writes nothing', async () => {
		const before = (await writesSoFar()).length;
		await press(5);
		expect((await writesSoFar()).length - before).toBe(0);
	});

	test('when its approval is withdrawn, all go back to the last approved version', async () => {
		await review('revoke-approval', 2);

		await untilLive(1);
		await untilOwnShows(1);
		expect(await liveVersions(suite, 'media', own)).toHaveLength(2);
	});

	test('an entry with a person’s unpublished changes is reported, and what is live stays', async () => {
		const before = await live(own);
		await suite.contentstack.control.act('save-entry', {
			contentType: 'media',
			uid: own,
			fields: { caption: 'Not for the public yet' },
		});

		const executions = await review('approve', 2);

		expect(records(executions, 'A Draft Was Found')).toEqual([
			expect.objectContaining({ outcome: 'draft_found', entry_uid: own, content_type: 'media' }),
		]);
		await untilLive(2);
		expect(await live(own)).toMatchObject({
			_version: before?._version,
			video_id: versionId(film, 1),
		});
	});

	test('without any approved version, entries are withdrawn and nothing is deleted', async () => {
		const tent = await assetByExternalId(suite, 'HO-tent-pitch');
		await mediaEntryOf(tent, ['production', 'staging']);
		const { uid } = await createByHand(suite, 'media', { title: 'Pitching', video_id: tent.id }, [
			'staging',
		]);

		const executions = await review('revoke-approval', 1, tent);

		await until('they are down', LIVE_WITHIN_MS, async () =>
			(await liveEntry(suite, tent.id)) || (await liveVersions(suite, 'media', uid)).length > 0
				? undefined
				: true,
		);
		expect(await savedEntry(suite, tent.id)).toMatchObject({
			iconik_state: 'withdrawn',
			iconik_hold_reason: expect.stringMatching(/approved/),
		});
		expect(records(executions, 'It Is Withdrawn').length).toBeGreaterThan(0);
	});

	test('two videos in one event each get what is theirs', async () => {
		const tent = await assetByExternalId(suite, 'HO-tent-pitch');
		const before = (await writesSoFar()).length;

		const executions = await after(
			1,
			async () => await pressCustomAction(suite, BUTTON, film.id, tent.id),
		);

		const moved = records(executions, 'It Is Up to Date');
		const withdrawn = records(executions, 'It Is Withdrawn');
		expect(new Set(moved.map(({ asset_id }) => asset_id))).toEqual(new Set([film.id]));
		expect(new Set(withdrawn.map(({ asset_id }) => asset_id))).toEqual(new Set([tent.id]));
		expect(records(executions, 'A Draft Was Found')).toEqual([
			expect.objectContaining({ asset_id: film.id, entry_uid: own }),
		]);
		expect((await writesSoFar()).length - before).toBe(0);
	});

	test('a video that Contentstack does not show writes nothing', async () => {
		const before = (await writesSoFar()).length;
		await press(1, await assetByExternalId(suite, 'HO-reproof-shell'));
		expect((await writesSoFar()).length - before).toBe(0);
	});
});
