import { writes } from '../../sandbox/client/controlApi';
import { createByHand, liveVersions } from '../../sandbox/client/entries';
import { liveEntry, savedEntry, type MediaEntry } from '../../sandbox/client/mediaEntries';
import { newCollection, newVideo, untilFound } from '../../sandbox/client/ownLibrary';
import { outputsOf, type Execution } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { connectSuite, type Suite } from './harness/suite';

const TEMPLATE = '10-backfill.json';
const RUN_MS = 120_000;
const LIVE_WITHIN_MS = 20_000;
const JOB = 'Backfill to Contentstack';

jest.setTimeout(180_000);

interface Row {
	action: string;
	reason: string;
	asset_id: string;
	entry_uid: string | null;
	done: boolean;
}

interface Job {
	title: string;
	status: string;
	progress: number;
	message: string;
}

describe('a backfill in the real n8n', () => {
	let suite: Suite;
	const workflows: ImportedWorkflow[] = [];

	beforeAll(async () => {
		suite = await connectSuite();
		await suite.n8n.run(await suite.importWorkflow('00-set-up.json'));
	});

	afterAll(async () => {
		for (const workflow of workflows) await suite.n8n.removeWorkflow(workflow);
	});

	const backfill = async (collectionId: string, config: object = {}) => {
		const workflow = await suite.importWorkflow(TEMPLATE, { collectionId, ...config });
		workflows.push(workflow);
		return workflow;
	};
	const run = async (workflow: ImportedWorkflow) => {
		const execution = await suite.n8n.run(workflow, RUN_MS);
		expect(execution.status).toBe('success');
		return execution;
	};
	const rowsOf = (execution: Execution) =>
		(outputsOf(execution, 'Table of All Assets')[0] ?? []).map(({ json }) => json as never as Row);
	const actions = (rows: Row[]) =>
		Object.fromEntries(rows.map(({ asset_id, action }) => [asset_id, action]));
	const contentstackWrites = async () => writes(await suite.contentstack.control.log());
	const iconikWrites = async () => writes(await suite.iconik.control.log());
	const jobs = async () =>
		(await suite.iconik.control.state<{ jobs: Job[] }>()).jobs.filter(({ title }) => title === JOB);
	const untilLive = async (assetId: string, title: string): Promise<MediaEntry> =>
		await until(`"${title}" is live`, LIVE_WITHIN_MS, async () => {
			const entry = await liveEntry(suite, assetId);
			return entry?.title === title ? entry : undefined;
		});

	/** An editor's change that is saved and not published. */
	const draftOf = async (assetId: string, description: string) => {
		const { uid } = (await savedEntry(suite, assetId)) as MediaEntry;
		await suite.contentstack.control.act('save-entry', {
			contentType: 'iconik_media',
			uid,
			fields: { description },
		});
		return uid;
	};

	/** Two entries for one asset, as a stack has them whose field was not unique once. */
	const doubledEntries = async (assetId: string) => {
		const path = '/content_types/iconik_media';
		const { data } = await suite.contentstack.management.get<{
			content_type: { schema: Array<{ uid: string }> };
		}>(path);
		const { schema, ...rest } = data.content_type;
		const lax = schema.map((field) =>
			field.uid === 'iconik_asset_id' ? { ...field, unique: false } : field,
		);
		await suite.contentstack.management.put(path, { content_type: { ...rest, schema: lax } });
		for (const title of ['One', 'Another'])
			await createByHand(suite, 'iconik_media', { title, iconik_asset_id: assetId }, []);
		await suite.contentstack.management.put(path, { content_type: { ...rest, schema } });
	};

	describe('of a mixed library', () => {
		let whole = '';
		let assets: Record<string, string>;
		let draft = '';

		beforeAll(async () => {
			whole = await newCollection(suite, 'A library of years');
			const before = await newCollection(suite, 'What went over by hand', whole);
			const video = async (title: string, more: object = {}, collectionId = whole) =>
				await newVideo(suite, { title, collectionId, ...more });
			assets = {
				same: await video('Same as ever', {}, before),
				old: await video('Old title', {}, before),
				drafted: await video('Somebody works on it', {}, before),
			};
			await untilFound(suite, before, 3);
			await run(await backfill(before, { dryRun: false, showJobInIconik: false }));
			for (const [name, title] of [
				['same', 'Same as ever'],
				['old', 'Old title'],
				['drafted', 'Somebody works on it'],
			] as const)
				await untilLive(assets[name] as string, title);
			assets = {
				...assets,
				fresh: await video('Fresh'),
				unapproved: await video('Not approved', { isApproved: false }),
				expired: await video('Rights are over', { rightsExpire: '2020-12-31' }),
				doubled: await video('Twice there'),
			};
			await doubledEntries(assets.doubled as string);
			for (const [name, title] of [
				['old', 'New title'],
				['drafted', 'Renamed meanwhile'],
			] as const)
				await suite.iconik.control.act('edit-title', { asset_id: assets[name], title });
			draft = await draftOf(assets.drafted as string, 'Not for the public yet');
			await untilFound(suite, whole, 7);
		});

		const expected = () =>
			Object.fromEntries(
				Object.entries({
					same: 'skip',
					old: 'update',
					drafted: 'conflict',
					fresh: 'create',
					unapproved: 'skip',
					expired: 'conflict',
					doubled: 'conflict',
				}).map(([name, action]) => [assets[name], action]),
			);

		test('the dry run says what would be done and why, and writes nothing', async () => {
			const before = [(await contentstackWrites()).length, (await iconikWrites()).length];

			const rows = rowsOf(await run(await backfill(whole, { assetsAtATime: 3 })));

			expect(actions(rows)).toEqual(expected());
			const reasonOf = (name: string) =>
				rows.find(({ asset_id }) => asset_id === assets[name])?.reason;
			expect(reasonOf('old')).toMatch(/^These fields differ: .*title/);
			expect(reasonOf('drafted')).toMatch(/unpublished changes in this entry \(versions 2\)/);
			expect(reasonOf('unapproved')).toMatch(/No version is approved/);
			expect(reasonOf('expired')).toMatch(/expired on 2020-12-31/);
			expect(reasonOf('doubled')).toMatch(/2 entries of iconik_media/);
			expect(rows.every(({ done }) => !done)).toBe(true);
			expect([(await contentstackWrites()).length, (await iconikWrites()).length]).toEqual(before);
		});

		test('the real run does exactly that, and a job in iconik ends with the counts', async () => {
			const before = (await contentstackWrites()).length;

			const rows = rowsOf(await run(await backfill(whole, { dryRun: false, assetsAtATime: 3 })));

			expect(actions(rows)).toEqual(expected());
			expect(
				rows
					.filter(({ done }) => done)
					.map(({ asset_id }) => asset_id)
					.sort(),
			).toEqual([assets.fresh, assets.old].sort());
			await untilLive(assets.fresh as string, 'Fresh');
			const old = await untilLive(assets.old as string, 'New title');
			expect(await liveVersions(suite, 'iconik_media', old.uid)).toEqual([2]);
			const made = (await contentstackWrites()).slice(before);
			const touched = made.filter(({ path }) => path.includes('/entries'));
			expect(touched.map(({ method }) => method).sort()).toEqual(['POST', 'PUT']);
			expect(made.filter(({ kind }) => kind === 'bulk').length).toBeLessThanOrEqual(2);
			expect(await liveEntry(suite, assets.drafted as string)).toMatchObject({
				_version: 1,
				title: 'Somebody works on it',
			});
			expect(await savedEntry(suite, assets.drafted as string)).toMatchObject({
				uid: draft,
				_version: 2,
			});
			expect(await liveEntry(suite, assets.expired as string)).toBeUndefined();
			expect((await jobs()).at(-1)).toMatchObject({
				status: 'FINISHED',
				progress: 100,
				message: 'create 1, update 1, skip 2, conflict 3, failed 0',
			});
		});

		test('once more writes nothing to Contentstack', async () => {
			const before = (await contentstackWrites()).length;

			const rows = rowsOf(await run(await backfill(whole, { dryRun: false })));

			expect(actions(rows)).toEqual({
				...expected(),
				[assets.old as string]: 'skip',
				[assets.fresh as string]: 'skip',
			});
			expect((await contentstackWrites()).length - before).toBe(0);
		});
	});

	test('what fails is a row with its reason, the rest goes on, and the next run repairs it', async () => {
		const collection = await newCollection(suite, 'With trouble');
		const video = async (title: string) =>
			await newVideo(suite, { title, collectionId: collection });
		const [unreadable, unsaved] = [await video('Unreadable'), await video('Unsaved')];
		await untilFound(suite, collection, 2);
		const workflow = await backfill(collection, { dryRun: false });
		await suite.iconik.control.setFaults([
			{ fault: 'html', status: 403, match: { path: `*/assets/${unreadable}/*` } },
		]);
		await suite.contentstack.control.setFaults([
			{ fault: 'html', status: 403, match: { method: 'POST', path: '*/iconik_media/entries' } },
		]);

		const rows = rowsOf(await run(workflow));
		await suite.iconik.control.setFaults([]);
		await suite.contentstack.control.setFaults([]);

		expect(rows).toEqual([
			expect.objectContaining({ asset_id: unsaved, action: 'failed', title: 'Unsaved' }),
			expect.objectContaining({ asset_id: unreadable, action: 'failed', title: 'Unreadable' }),
		]);
		for (const { reason } of rows) expect(reason).toContain('403');
		expect((await jobs()).at(-1)).toMatchObject({
			status: 'FINISHED_WITH_WARNING',
			message: 'create 0, update 0, skip 0, conflict 0, failed 2',
		});
		expect(actions(rowsOf(await run(workflow)))).toEqual({
			[unreadable]: 'create',
			[unsaved]: 'create',
		});
	});

	test('brought to staging first, it only goes live in production afterwards', async () => {
		const collection = await newCollection(suite, 'Staging first');
		const asset = await newVideo(suite, { title: 'Seen by few', collectionId: collection });
		await untilFound(suite, collection, 1);
		const quiet = { dryRun: false, showJobInIconik: false };
		await run(await backfill(collection, { ...quiet, environments: '["staging"]' }));
		const { uid } = (await savedEntry(suite, asset)) as MediaEntry;
		expect(await liveVersions(suite, 'iconik_media', uid)).toEqual([1]);
		expect(await liveEntry(suite, asset)).toBeUndefined();
		const before = (await contentstackWrites()).length;

		const rows = rowsOf(await run(await backfill(collection, quiet)));

		expect(rows).toEqual([
			expect.objectContaining({ action: 'update', reason: 'Saved and live.', entry_uid: uid }),
		]);
		await untilLive(asset, 'Seen by few');
		const made = (await contentstackWrites()).slice(before).map(({ path }) => path);
		expect(made).toEqual([
			expect.stringMatching(/\/assets\/\w+\/publish$/),
			expect.stringContaining('/bulk/publish'),
		]);
	});

	test('what somebody saves between saving and publishing does not go live', async () => {
		const collection = await newCollection(suite, 'Watched by an editor');
		const asset = await newVideo(suite, { title: 'Watched', collectionId: collection });
		await untilFound(suite, collection, 1);
		const workflow = await backfill(collection, { dryRun: false, showJobInIconik: false });
		await suite.contentstack.control.setFaults([
			{ fault: 'delay', match: { path: '*/bulk/publish' }, milliseconds: 2000 },
		]);

		const execution = await suite.n8n.start(workflow);
		await until('it is saved', LIVE_WITHIN_MS, async () => await savedEntry(suite, asset));
		await draftOf(asset, 'Not for the public yet');
		expect((await suite.n8n.end(workflow, execution, RUN_MS)).status).toBe('success');
		await suite.contentstack.control.setFaults([]);

		const live = await untilLive(asset, 'Watched');
		expect(live._version).toBe(1);
		expect(live.description ?? '').not.toBe('Not for the public yet');
		expect(await savedEntry(suite, asset)).toMatchObject({ _version: 2 });
	});

	test('stopped half-way and run again, all is there once, and what was done is not written again', async () => {
		const COUNT = 24;
		const collection = await newCollection(suite, 'A long row of films');
		const ids: string[] = [];
		for (let n = 1; n <= COUNT; n++)
			ids.push(await newVideo(suite, { title: `Film ${n}`, collectionId: collection }));
		await untilFound(suite, collection, COUNT);
		const workflow = await backfill(collection, { dryRun: false, assetsAtATime: 6 });
		const liveOnes = async () =>
			(await Promise.all(ids.map(async (id) => await liveEntry(suite, id)))).flatMap(
				(entry) => entry ?? [],
			);

		const execution = await suite.n8n.start(workflow);
		await until('a part is done', RUN_MS, async () =>
			(await liveOnes()).length >= 6 ? true : undefined,
		);
		await suite.n8n.stop(execution);
		expect((await suite.n8n.end(workflow, execution)).status).toBe('canceled');
		await until('nothing is written any more', LIVE_WITHIN_MS, async () => {
			const last = (await contentstackWrites()).at(-1)?.time;
			return Date.now() - Date.parse(String(last)) > 3000 ? true : undefined;
		});
		const done = await liveOnes();
		expect(done.length).toBeLessThan(COUNT);
		const jobsBefore = (await jobs()).length;
		const before = (await contentstackWrites()).length;

		const rows = rowsOf(await run(workflow));

		const skipped = rows.filter(({ action }) => action === 'skip');
		expect(skipped.length).toBeGreaterThanOrEqual(done.length);
		expect(rows).toHaveLength(COUNT);
		for (const [at, id] of ids.entries()) await untilLive(id, `Film ${at + 1}`);
		const made = (await contentstackWrites()).slice(before);
		for (const { uid } of done) expect(made.filter(({ path }) => path.includes(uid))).toEqual([]);
		const { data } = await suite.contentstack.management.get<{ entries: unknown[] }>(
			'/content_types/iconik_media/entries',
			{ params: { query: JSON.stringify({ iconik_asset_id: { $in: ids } }) } },
		);
		expect(data.entries).toHaveLength(COUNT);
		const after = await jobs();
		expect(after).toHaveLength(jobsBefore);
		expect(after.at(-1)).toMatchObject({ status: 'FINISHED', progress: 100 });
	});

	test('a job that somebody stops in iconik ends the run', async () => {
		const collection = await newCollection(suite, 'Stopped in iconik');
		for (let n = 1; n <= 4; n++)
			await newVideo(suite, { title: `Stopped ${n}`, collectionId: collection });
		await untilFound(suite, collection, 4);
		const workflow = await backfill(collection, { dryRun: false, assetsAtATime: 1 });
		const known = (await jobs()).length;
		// Each asset takes its time, so that there is something left to stop.
		await suite.iconik.control.setFaults([
			{ fault: 'delay', match: { path: '/API/assets/v1/assets/*' }, milliseconds: 1000 },
		]);

		const execution = await suite.n8n.start(workflow);
		// Not in the instant of an update: iconik wants the status with each, so the later of the two would win.
		const job = await until('the first asset is done', LIVE_WITHIN_MS, async () => {
			const all = await suite.iconik.control.state<{ jobs: Array<Job & { id: string }> }>();
			const own = all.jobs.filter(({ title }) => title === JOB);
			return own.length > known && own.at(-1)?.message === '1 of 4' ? own.at(-1) : undefined;
		});
		await suite.iconik.api.put('/jobs/v1/jobs/state/', { job_ids: [job.id], action: 'ABORT' });
		await suite.iconik.control.setFaults([]);

		const ended = await suite.n8n.end(workflow, execution, RUN_MS);
		expect(ended.status).toBe('error');
		expect(outputsOf(ended, 'Describe What Failed')[0]?.[0]?.json).toMatchObject({
			error: 'The job was stopped in iconik',
		});
	});
});
