import { createCampaign, readCampaign, saveCampaign, treeOf } from '../../sandbox/client/campaigns';
import { createByHand, liveByUid, savedByUid } from '../../sandbox/client/entries';
import { versionId, type LibraryAsset } from '../../sandbox/client/library';
import { liveEntry, savedEntry } from '../../sandbox/client/mediaEntries';
import {
	commentsOn,
	createArticle,
	moveArticle,
	stageOf,
	taskAsset,
} from '../../sandbox/client/mediaTasks';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { libraryAsset, newVideo, showAsApproved } from './harness/newVideo';
import {
	deliveredSoFar,
	quiet,
	replayBackwards,
	writesSoFar,
	writtenDuring,
} from './harness/replay';
import { runsAfter } from './harness/runs';
import { connectSuite, type Suite } from './harness/suite';

const WITHIN_MS = 20_000;
/** The first event comes after the second. */
const WRONG_WAY_ROUND = { fault: 'webhook-reordered', match: { times: 1 } };
const NOTHING = { contentstack: 0, iconik: 0 };

jest.setTimeout(180_000);

/** Each template, with all events of a small story delivered five times more and the last first. */
describe('events that come again and in the wrong order, in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;

	beforeAll(async () => {
		suite = await connectSuite();
		const setUp = await suite.importWorkflow('00-set-up.json');
		expect((await suite.n8n.run(setUp)).status).toBe('success');
	});

	const atWork = (template: string, config: Record<string, unknown> = {}) => {
		beforeAll(async () => {
			workflow = await suite.importWorkflow(template, config);
			await suite.n8n.publish(workflow);
		});
		afterAll(async () => await suite.n8n.removeWorkflow(workflow));
	};
	const after = async (count: number, act: () => Promise<unknown>) =>
		await runsAfter(suite, workflow, count, act);
	const writtenBy = async (act: () => Promise<unknown>) => await writtenDuring(suite, act);
	const inIconik = async (action: string, { id }: LibraryAsset, more: object = {}) =>
		await suite.iconik.control.act(action, { asset_id: id, ...more });
	const indexed = async () => await suite.iconik.control.setClock({ advanceMs: 6000 });

	describe('approved video', () => {
		atWork('01-approved-video-to-contentstack.json');

		test('approved, withdrawn, approved: it stays live as it is', async () => {
			const video = await newVideo(suite, 'Again and backwards');
			const since = await deliveredSoFar(suite);
			for (const action of ['approve', 'revoke-approval', 'approve'])
				await after(1, async () => await inIconik(action, video));
			const live = async () => await liveEntry(suite, video.id);
			await until('it is live', WITHIN_MS, live);
			const saved = await savedEntry(suite, video.id);

			const { written, runs } = await replayBackwards(suite, workflow, since);

			expect(runs).toBe(3 * 5);
			expect(written).toEqual(NOTHING);
			expect(await savedEntry(suite, video.id)).toEqual(saved);
			expect(await live()).toMatchObject({ _version: saved?._version, iconik_state: 'ready' });
		});

		test('an approval that its withdrawal overtakes leaves nothing', async () => {
			const video = await newVideo(suite, 'Overtaken');
			await suite.iconik.control.setFaults([WRONG_WAY_ROUND]);
			const { contentstack: before } = await writesSoFar(suite);

			await after(2, async () => {
				await inIconik('approve', video);
				await inIconik('revoke-approval', video);
			});
			await suite.iconik.control.setFaults([]);

			expect((await writesSoFar(suite)).contentstack).toBe(before);
			expect(await savedEntry(suite, video.id)).toBeUndefined();
		});
	});

	describe('stage to media task', () => {
		atWork('03-stage-to-media-task.json', {
			assetIdField: 'video_id',
			reviewGroups: '["Media team"]',
		});

		test('asked for and cancelled, asked for and approved: one task each, no second', async () => {
			const [cancelled, approved] = [
				await newVideo(suite, 'Asked in vain'),
				await newVideo(suite, 'Asked and given'),
			];
			const back = await createArticle(suite, 'Back to the draft', [cancelled.id]);
			const on = await createArticle(suite, 'On to the review', [approved.id]);
			const since = await deliveredSoFar(suite);
			for (const uid of [back, on])
				await after(1, async () => await moveArticle(suite, uid, 'Ready for Media'));
			await indexed();
			await after(1, async () => await moveArticle(suite, back, 'Draft'));
			// The approval, and the stage that it leads to.
			await after(2, async () => await inIconik('approve', approved));
			await indexed();
			const standing = async () => [
				...(await Promise.all([cancelled, approved].map(({ id }) => taskAsset(suite, id)))),
				...(await Promise.all([cancelled, approved].map(({ id }) => commentsOn(suite, id)))),
				...(await Promise.all([back, on].map((uid) => stageOf(suite, uid)))),
			];
			const before = await standing();
			expect(before.slice(-2)).toEqual(['Draft', 'Review']);

			const { written, runs } = await replayBackwards(suite, workflow, since);

			// Those of iconik: Contentstack's are passed over at the door.
			expect(runs).toBe(5);
			expect(written).toEqual(NOTHING);
			expect(await standing()).toEqual(before);
		});

		test('asked for and taken back at once, heard the wrong way round: no task', async () => {
			const video = await newVideo(suite, 'Not asked for');
			const uid = await createArticle(suite, 'Changed my mind', [video.id]);
			await suite.contentstack.control.setFaults([WRONG_WAY_ROUND]);

			await after(2, async () => {
				await moveArticle(suite, uid, 'Ready for Media');
				await moveArticle(suite, uid, 'Draft');
			});
			await suite.contentstack.control.setFaults([]);

			expect((await taskAsset(suite, video.id)).approval_status).not.toBe('REQUESTED');
			expect(await commentsOn(suite, video.id)).toEqual([]);
		});
	});

	describe('revised video', () => {
		atWork('04-revised-video-updates-references.json', { ownContentType: 'media' });

		test('the new version approved, withdrawn, approved: it stays the one that is live', async () => {
			const first = await newVideo(suite, 'Revised and backwards');
			await inIconik('approve', first);
			await showAsApproved(suite, first, ['production']);
			const fields = { title: 'Page of the revised', video_id: versionId(first, 1) };
			const { uid } = await createByHand(suite, 'media', fields, ['production']);
			await inIconik('add-version', first);
			await indexed();
			const video = await libraryAsset(suite, first.id);
			const version_id = versionId(video, 2);
			const since = await deliveredSoFar(suite);
			for (const action of ['approve', 'revoke-approval', 'approve'])
				await after(1, async () => await inIconik(action, video, { version_id }));
			await until('version 2 is live', WITHIN_MS, async () => {
				const own = await liveByUid(suite, 'media', uid);
				const entry = await liveEntry(suite, video.id);
				const isLive = own?.video_id === version_id && entry?.iconik_version_number === 2;
				return isLive ? true : undefined;
			});
			const standing = async () => [
				await savedEntry(suite, video.id),
				await liveEntry(suite, video.id),
				await savedByUid(suite, 'media', uid),
			];
			const before = await standing();

			const { written, runs } = await replayBackwards(suite, workflow, since);

			expect(runs).toBe(3 * 5);
			expect(written).toEqual(NOTHING);
			expect(await standing()).toEqual(before);
		});
	});

	describe('campaign', () => {
		atWork('05-campaign-to-collection.json', { accessGroup: 'Media team' });
		// What other tests have left half done is completed now.
		beforeAll(async () => await suite.n8n.run(workflow));

		test('created, renamed, prolonged: one tree, as it was saved last', async () => {
			const since = await deliveredSoFar(suite);
			let uid = '';
			// The creation, and the link.
			await after(2, async () => {
				({ uid } = await createCampaign(suite, { title: 'First name', ends: '2031-01-31' }));
			});
			for (const fields of [{ title: 'Second name' }, { ends: '2031-02-28' }])
				await after(1, async () => await saveCampaign(suite, uid, fields));
			const [tree, campaign] = [await treeOf(suite, uid), await readCampaign(suite, uid)];

			const { written, runs } = await replayBackwards(suite, workflow, since);

			// Passed over at the door; what runs all the same finds nothing to do.
			expect(runs).toBe(0);
			expect(written).toEqual(NOTHING);
			expect(await writtenBy(async () => await suite.n8n.run(workflow))).toEqual(NOTHING);
			expect(await treeOf(suite, uid)).toEqual(tree);
			expect(await readCampaign(suite, uid)).toEqual(campaign);
			expect(tree[0]).toMatchObject({
				title: 'Second name',
				metadata: { CampaignEnd: '2031-02-28' },
			});
		});

		test('created and renamed at once, heard the wrong way round: one tree of the new name', async () => {
			await suite.contentstack.control.setFaults([WRONG_WAY_ROUND]);
			let uid = '';
			// The two, and the link.
			await after(3, async () => {
				({ uid } = await createCampaign(suite, { title: 'Old name' }));
				await saveCampaign(suite, uid, { title: 'New name' });
			});
			await suite.contentstack.control.setFaults([]);

			const [top, ...below] = await treeOf(suite, uid);
			expect(top).toMatchObject({ title: 'New name', metadata: { CampaignEntry: uid } });
			expect(below).toHaveLength(4);
			expect((await readCampaign(suite, uid)).iconik_collection_id).toBe(top?.id);
		});
	});

	describe('media that may no longer be shown', () => {
		atWork('09-withdraw-expired-media.json');

		test('rights changed, blocked, no longer approved: it stays down', async () => {
			const video = await newVideo(suite, 'Down and backwards');
			await inIconik('approve', video);
			await showAsApproved(suite, video, ['production', 'staging']);
			await quiet(suite, workflow);
			const since = await deliveredSoFar(suite);
			await inIconik('update-metadata', video, { values: { RightsHolder: 'Somebody' } });
			await inIconik('block', video);
			await inIconik('revoke-approval', video);
			await until('it is down', WITHIN_MS, async () =>
				(await liveEntry(suite, video.id)) ? undefined : true,
			);
			await quiet(suite, workflow);
			const saved = await savedEntry(suite, video.id);
			expect(saved).toMatchObject({ iconik_state: 'withdrawn' });

			const { written, runs } = await replayBackwards(suite, workflow, since);

			expect(runs).toBeGreaterThanOrEqual(3);
			expect(written).toEqual(NOTHING);
			expect(await savedEntry(suite, video.id)).toEqual(saved);
			expect(await liveEntry(suite, video.id)).toBeUndefined();
		});
	});
});
