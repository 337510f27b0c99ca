import { createByHand, liveByUid, savedByUid } from '../../sandbox/client/entries';
import { versionId } from '../../sandbox/client/library';
import { liveEntry, savedEntry, type MediaEntry } from '../../sandbox/client/mediaEntries';
import { failureOf } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { libraryAsset, newVideo, showAsApproved } from './harness/newVideo';
import { runsAfter } from './harness/runs';
import { connectSuite, type Suite } from './harness/suite';

const WITHIN_MS = 20_000;
/** Time enough for a person to save. */
const PUBLISH_TAKES_MS = 1500;
const SECRET = 'Not for the public yet';

jest.setTimeout(90_000);

/** A person saves an entry after the workflow has saved it and before the workflow publishes it. */
describe('what a person saves in between never goes live, in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;

	beforeAll(async () => {
		suite = await connectSuite();
		const setUp = await suite.importWorkflow('00-set-up.json');
		expect((await suite.n8n.run(setUp)).status).toBe('success');
	});

	beforeEach(async () => {
		await suite.contentstack.control.setFaults([
			{
				fault: 'delay',
				match: { method: 'POST', path: '*/entries/*/publish' },
				milliseconds: PUBLISH_TAKES_MS,
			},
		]);
	});

	afterEach(async () => {
		await suite.contentstack.control.setFaults([]);
		await suite.n8n.removeWorkflow(workflow);
	});

	const atWork = async (template: string, config: Record<string, unknown> = {}) => {
		workflow = await suite.importWorkflow(template, config);
		await suite.n8n.publish(workflow);
	};
	const save = async (contentType: string, uid: string, fields: Record<string, unknown>) =>
		await suite.contentstack.control.act('save-entry', { contentType, uid, fields });
	/** Waits until the workflow has saved the media entry of an asset. */
	const saved = async (id: string, is: (entry: MediaEntry) => boolean) =>
		await until('the media entry is saved', WITHIN_MS, async () => {
			const entry = await savedEntry(suite, id);
			return entry && is(entry) ? entry : undefined;
		});
	const live = async (id: string, is: (entry: MediaEntry) => boolean) =>
		await until('the media entry is live', WITHIN_MS, async () => {
			const entry = await liveEntry(suite, id);
			return entry && is(entry) ? entry : undefined;
		});

	test('an approved video', async () => {
		const { id } = await newVideo(suite, 'Saved in between');
		await atWork('01-approved-video-to-contentstack.json');

		await runsAfter(suite, workflow, 1, async () => {
			await suite.iconik.control.act('approve', { asset_id: id });
			const { uid } = await saved(id, () => true);
			await save('iconik_media', uid, { media_type: SECRET });
		});

		expect(await live(id, () => true)).toMatchObject({ _version: 1, media_type: 'video' });
		expect(await savedEntry(suite, id)).toMatchObject({ _version: 2, media_type: SECRET });
	});

	test('a revised video, in its media entry and in an own one', async () => {
		const first = await newVideo(suite, 'Revised in between');
		await suite.iconik.control.act('approve', { asset_id: first.id });
		await showAsApproved(suite, first, ['production']);
		const fields = { title: 'Page of the revised in between', video_id: versionId(first, 1) };
		const own = await createByHand(suite, 'media', fields, ['production']);
		await suite.iconik.control.act('add-version', { asset_id: first.id });
		await suite.iconik.control.setClock({ advanceMs: 6000 });
		const video = await libraryAsset(suite, first.id);
		const version_id = versionId(video, 2);
		await atWork('04-revised-video-updates-references.json', { ownContentType: 'media' });

		await runsAfter(suite, workflow, 1, async () => {
			await suite.iconik.control.act('approve', { asset_id: video.id, version_id });
			const { uid } = await saved(video.id, (entry) => entry.iconik_version_number === 2);
			await save('iconik_media', uid, { media_type: SECRET });
			await until('the own entry is saved', WITHIN_MS, async () => {
				const { video_id } = await savedByUid(suite, 'media', own.uid);
				return video_id === version_id ? true : undefined;
			});
			await save('media', own.uid, { caption: SECRET });
		});

		const entry = await live(video.id, ({ iconik_version_number }) => iconik_version_number === 2);
		expect(entry.media_type).toBe('video');
		const page = await until('the own entry is live', WITHIN_MS, async () => {
			const shown = await liveByUid(suite, 'media', own.uid);
			return shown?.video_id === version_id ? shown : undefined;
		});
		expect(page.caption ?? null).toBeNull();
		expect(await savedByUid(suite, 'media', own.uid)).toMatchObject({ caption: SECRET });
	});

	test('a fallback for media that may no longer be shown', async () => {
		const [blocked, fallback] = [
			await newVideo(suite, 'Blocked in between'),
			await newVideo(suite, 'Shown instead'),
		];
		for (const { id } of [blocked, fallback])
			await suite.iconik.control.act('approve', { asset_id: id });
		await showAsApproved(suite, blocked, ['production']);
		await suite.iconik.control.act('block', { asset_id: blocked.id });
		workflow = await suite.importWorkflow('09-withdraw-expired-media.json', {
			whenNotUsable: 'fallback',
			fallbackAssetId: fallback.id,
		});
		const isFallback = ({ iconik_url: url }: MediaEntry) => String(url).includes(fallback.id);

		const run = suite.n8n.run(workflow);
		const { uid } = await saved(blocked.id, isFallback);
		await save('iconik_media', uid, { media_type: SECRET });
		expect(failureOf(await run)).toBeUndefined();

		expect((await live(blocked.id, isFallback)).media_type).toBe('video');
		expect(await savedEntry(suite, blocked.id)).toMatchObject({ media_type: SECRET });
	});

	test("media that is taken down: a person's draft of it stays a draft", async () => {
		const video = await newVideo(suite, 'Drafted');
		await suite.iconik.control.act('approve', { asset_id: video.id });
		const { uid } = await showAsApproved(suite, video, ['production']);
		await save('iconik_media', uid, { media_type: SECRET });
		await atWork('09-withdraw-expired-media.json');

		await suite.iconik.control.act('block', { asset_id: video.id });

		await until('it is down', WITHIN_MS, async () =>
			(await liveEntry(suite, video.id)) ? undefined : true,
		);
		expect(await savedEntry(suite, video.id)).toMatchObject({
			iconik_state: 'withdrawn',
			media_type: SECRET,
		});
	});
});
