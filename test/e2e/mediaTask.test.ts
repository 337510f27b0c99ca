import { writes } from '../../sandbox/client/controlApi';
import {
	changeStage,
	commentsOn,
	createArticle,
	messagesWith,
	moveArticle,
	placeholderOf,
	stageOf,
	taskAsset,
} from '../../sandbox/client/mediaTasks';
import { failureOf, outputsOf } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { connectSuite, type Suite } from './harness/suite';

const TEMPLATE = '03-stage-to-media-task.json';
const WANTED = 'Ready for Media';
const GROUP = 'Media team';
const CONFIG = { assetIdField: 'video_id', reviewGroups: JSON.stringify([GROUP]) };

/** Open to one person only, who is not there. */
const NOBODY = { users: { uids: ['bltnobody'], read: true, write: true, transit: true } };

/** Five fields, and the view. */
const VIEW_WRITES = 6;

jest.setTimeout(120_000);

describe('an entry that waits for media, in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;

	beforeAll(async () => {
		suite = await connectSuite();
		workflow = await suite.importWorkflow(TEMPLATE, CONFIG);
		await suite.n8n.publish(workflow);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	const after = async (count: number, act: () => Promise<unknown>) => {
		const known = await suite.n8n.executions(workflow);
		await act();
		const runs = await suite.n8n.newExecutions(workflow, known, count);
		expect(runs.map(failureOf)).toEqual(runs.map(() => undefined));
		return runs;
	};

	const newVideo = async (title: string) =>
		(await suite.iconik.control.act<{ asset_id: string }>('create-asset', { title })).asset_id;

	const approve = async (asset_id: string) =>
		await suite.iconik.control.act('approve', { asset_id });

	const written = async (act: () => Promise<unknown>) => {
		const logs = async () => [
			...writes(await suite.contentstack.control.log()),
			...writes(await suite.iconik.control.log()),
		];
		const before = (await logs()).length;
		await act();
		return (await logs()).length - before;
	};

	/** Until iconik's search knows what was written last. */
	const indexed = async () => await suite.iconik.control.setClock({ advanceMs: 6000 });

	test('has the review of its media requested, with a comment that says why and until when', async () => {
		const id = await newVideo('Ridge at noon');
		const uid = await createArticle(suite, 'Ridge walk', [id]);

		const count = await written(
			async () =>
				await after(1, async () =>
					moveArticle(suite, uid, WANTED, { comment: 'Please in 4K', due_date: 'Tue Dec 01 2026' }),
				),
		);

		expect(await taskAsset(suite, id)).toMatchObject({ approval_status: 'REQUESTED' });
		const [comment, ...others] = await commentsOn(suite, id);
		expect(others).toEqual([]);
		expect(comment).toContain('Ridge walk');
		expect(comment).toContain('Please in 4K');
		expect(comment).toContain('2026-12-01');
		expect(comment).toContain(`/entry/${uid}/edit`);
		const told = await messagesWith(suite, 'Ridge walk');
		expect(told.length).toBeGreaterThan(0);
		// The view with its fields was made with this first task; the rest is request, facts, comment, note, and the messages' job.
		expect(count).toBe(VIEW_WRITES + 5 + told.length);
	});

	test('in the same stage again has no second task', async () => {
		const id = await newVideo('Ridge at dusk');
		const uid = await createArticle(suite, 'Ridge again', [id]);
		await after(1, async () => moveArticle(suite, uid, WANTED));

		const count = await written(
			async () =>
				await after(5, async () => {
					for (let n = 0; n < 5; n++) await moveArticle(suite, uid, WANTED, { comment: `${n}` });
				}),
		);

		expect(count).toBe(0);
		expect(await commentsOn(suite, id)).toHaveLength(1);
	});

	test('without media gets one placeholder with the brief', async () => {
		const uid = await createArticle(suite, 'Nothing yet');
		await after(1, async () =>
			moveArticle(suite, uid, WANTED, {
				comment: 'A film of the hut',
				due_date: 'Tue Dec 01 2026',
			}),
		);
		const made = await placeholderOf(suite, uid);
		expect(made).toMatchObject({ title: 'Nothing yet', type: 'PLACEHOLDER' });
		expect(JSON.stringify(made?.metadata)).toContain('A film of the hut');
		expect(JSON.stringify(made?.metadata)).toContain('2026-12-01');
		const told = await messagesWith(suite, 'Nothing yet');
		expect(told.length).toBeGreaterThan(0);

		const count = await written(
			async () =>
				await after(1, async () =>
					moveArticle(suite, uid, WANTED, {
						comment: 'A film of the hut',
						due_date: 'Tue Dec 01 2026',
					}),
				),
		);
		expect(count).toBe(0);
	});

	test('that leaves the stage has its request cancelled, which is said on the asset', async () => {
		const id = await newVideo('Cut short');
		const uid = await createArticle(suite, 'Cut short', [id]);
		await after(1, async () => moveArticle(suite, uid, WANTED));
		await indexed();

		await after(1, async () => moveArticle(suite, uid, 'Draft'));

		expect((await taskAsset(suite, id)).approval_status).not.toBe('REQUESTED');
		const comments = await commentsOn(suite, id);
		expect(comments).toHaveLength(2);
		expect(comments.join()).toContain('The review was cancelled');

		await indexed();
		const count = await written(
			async () => await after(1, async () => moveArticle(suite, uid, 'Draft')),
		);
		expect(count).toBe(0);
	});

	test('moves on when all of its media is approved, and not before', async () => {
		const [first, second] = [await newVideo('One of two'), await newVideo('Two of two')];
		const uid = await createArticle(suite, 'Two films', [first, second]);
		await after(1, async () => moveArticle(suite, uid, WANTED));

		await after(1, async () => await approve(first));
		expect(await stageOf(suite, uid)).toBe(WANTED);

		// The approval, and the stage that it leads to.
		await after(2, async () => await approve(second));
		expect(await stageOf(suite, uid)).toBe('Review');
		for (const id of [first, second])
			expect((await taskAsset(suite, id)).metadata.TaskFor ?? []).toEqual([]);
	});

	test('whose media is approved already moves on at once', async () => {
		const id = await newVideo('Approved before');
		await approve(id);
		const uid = await createArticle(suite, 'No need to ask', [id]);

		const count = await written(
			async () => await after(2, async () => moveArticle(suite, uid, WANTED)),
		);

		// The note, the stage, the note taken away.
		expect(count).toBe(3);
		expect(await stageOf(suite, uid)).toBe('Review');
		expect(await commentsOn(suite, id)).toEqual([]);
	});

	test("keeps a person's own review request when it leaves the stage", async () => {
		const id = await newVideo('Asked by a person');
		await suite.iconik.control.act('request-review', { asset_id: id });
		const uid = await createArticle(suite, 'Asked before', [id]);
		await after(1, async () => moveArticle(suite, uid, WANTED));
		await indexed();

		await after(1, async () => moveArticle(suite, uid, 'Draft'));

		expect((await taskAsset(suite, id)).approval_status).toBe('REQUESTED');
	});

	test('that this token may not move is left with a clear hint', async () => {
		const id = await newVideo('Approved in vain');
		const uid = await createArticle(suite, 'Locked stage', [id]);
		await after(1, async () => moveArticle(suite, uid, WANTED));
		const open = await changeStage(suite, 'Review', { allUsers: false, SYS_ACL: NOBODY });

		const [run] = await after(1, async () => await approve(id));
		await open();

		expect(run && outputsOf(run, 'Somebody Must Move It')[0]).toMatchObject([
			{ json: { what_to_do: expect.stringContaining('may not move the entry to "Review"') } },
		]);
		expect(await stageOf(suite, uid)).toBe(WANTED);
	});

	test('that is deleted has its request cancelled by a check of all', async () => {
		const id = await newVideo('Thrown away');
		const uid = await createArticle(suite, 'Deleted story', [id]);
		await after(1, async () => moveArticle(suite, uid, WANTED));
		await suite.contentstack.control.act('delete-entry', { contentType: 'article', uid });
		await indexed();

		expect(failureOf(await suite.n8n.run(workflow))).toBeUndefined();

		expect((await taskAsset(suite, id)).approval_status).not.toBe('REQUESTED');
		expect((await commentsOn(suite, id)).join()).toContain('the entry was deleted');
	});

	test('whose events got lost is put right by a check of all', async () => {
		const id = await newVideo('Lost and found');
		const uid = await createArticle(suite, 'Lost event', [id]);
		await after(1, async () => moveArticle(suite, uid, WANTED));
		await indexed();
		await suite.n8n.unpublish(workflow);
		await until('its webhook is gone', 10_000, async () => {
			const { data } = await suite.contentstack.management.get<{ webhooks: unknown[] }>(
				'/webhooks',
			);
			return data.webhooks.length === 0 ? true : undefined;
		});
		await approve(id);

		expect(failureOf(await suite.n8n.run(workflow))).toBeUndefined();

		expect(await stageOf(suite, uid)).toBe('Review');
	});
});
