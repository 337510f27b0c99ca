import { bench, eventually, FILM, unlimited, type Bench } from './client';

let stack: Bench;
beforeAll(async () => {
	stack = unlimited(await bench());
	await stack.cma.post('/content_types', { content_type: FILM });
});
afterAll(async () => await stack.close());

let count = 0;
const create = async (fields: object = {}): Promise<string> => {
	count += 1;
	const entry = { title: `Film ${count}`, asset_id: `id-${count}`, ...fields };
	return (await stack.cma.post('/content_types/film/entries', { entry })).data.entry.uid;
};
const path = (uid: string) => `/content_types/film/entries/${uid}`;
const publish = async (uid: string, more: object = {}, entry: object = {}) =>
	await stack.cma.post(`${path(uid)}/publish`, {
		entry: { environments: ['production'], locales: ['en-us'], ...entry },
		...more,
	});
const live = async (uid: string, params: object = {}) =>
	await stack.cda.get(path(uid), { params: { environment: 'production', ...params } });
const untilLive = async (uid: string, version: number) =>
	await eventually(
		async () => await live(uid),
		({ data }) => data.entry?._version === version,
	);

it('answers at once and goes live a moment later, in exactly the version that was named', async () => {
	const uid = await create({ summary: 'one' });
	await stack.cma.put(path(uid), { entry: { summary: 'two' } });
	const { status, data } = await publish(uid, { version: 1, locale: 'en-us' });
	expect([status, data]).toEqual([200, { notice: 'The requested action has been performed.' }]);
	expect((await live(uid)).status).toBe(422);
	const { data: delivered } = await untilLive(uid, 1);
	expect(delivered.entry.summary).toBe('one');
	expect(delivered.entry.publish_details).toMatchObject({ locale: 'en-us' });
});

it('keeps serving the published version while a draft goes ahead', async () => {
	const uid = await create({ summary: 'live' });
	await publish(uid);
	await untilLive(uid, 1);
	await stack.cma.put(path(uid), { entry: { summary: 'draft' } });
	expect((await live(uid)).data.entry).toMatchObject({ summary: 'live', _version: 1 });
	const { data } = await stack.cma.get(path(uid), { params: { include_publish_details: true } });
	expect(data.entry._version).toBe(2);
	expect(data.entry.publish_details).toMatchObject([{ locale: 'en-us', version: 1 }]);
});

it('takes environments by uid as well as by name, and unpublishes again', async () => {
	const uid = await create();
	const { data } = await stack.cma.get('/environments/production');
	await publish(uid, {}, { environments: [data.environment.uid] });
	await untilLive(uid, 1);
	await stack.cma.post(`${path(uid)}/unpublish`, { entry: { environments: ['production'] } });
	const { data: gone } = await eventually(
		async () => await live(uid),
		({ status }) => status === 422,
	);
	expect(gone.error_code).toBe(141);
});

it.each([
	['environment', { environments: ['nowhere'] }],
	['language', { locales: ['xx-xx'] }],
])('refuses an unknown %s with 422/141', async (_name, target) => {
	const { status, data } = await publish(await create(), {}, target);
	expect(status).toBe(422);
	expect(data.error_code).toBe(141);
});

it('refuses a version that does not exist', async () => {
	expect((await publish(await create(), { version: 7 })).status).toBe(422);
});

it('waits for the set time, and can be called off until then', async () => {
	const [kept, dropped] = [await create(), await create()];
	const now = Date.parse((await stack.control.get('/clock')).data.now);
	const inAnHour = { scheduled_at: new Date(now + 3_600_000).toISOString() };
	await publish(kept, inAnHour);
	await publish(dropped, inAnHour);
	const { data } = await stack.cma.get('/publish-queue');
	const item = data.queue.find(({ entry }: { entry: { uid: string } }) => entry.uid === dropped);
	await stack.cma.get(`/publish-queue/${item.uid}/unschedule`);
	expect((await live(kept)).status).toBe(422);
	await stack.control.put('/clock', { advanceMs: 3_700_000 });
	await untilLive(kept, 1);
	expect((await live(dropped)).status).toBe(422);
});

it('gives assets in file fields only where they are published, too', async () => {
	const form = new FormData();
	form.append('asset[upload]', new Blob(['x'], { type: 'text/plain' }), 'a.txt');
	const { data } = await stack.cma.post('/assets', form);
	const uid = await create({ poster: data.asset.uid });
	await publish(uid);
	expect((await untilLive(uid, 1)).data.entry.poster).toBeNull();
	await stack.cma.post(`/assets/${data.asset.uid}/publish`, {
		asset: { environments: ['production'], locales: ['en-us'] },
	});
	const { data: delivered } = await eventually(
		async () => await live(uid),
		(answer) => answer.data.entry.poster !== null,
	);
	expect(delivered.entry.poster).toMatchObject({ uid: data.asset.uid, filename: 'a.txt' });
});

it('refuses what a publish rule forbids', async () => {
	await stack.cma.post('/workflows', {
		workflow: {
			name: 'Short',
			content_types: ['film'],
			workflow_stages: [{ name: 'Draft' }, { name: 'Done' }],
		},
	});
	await stack.act('choose-behaviour', { publishRule: 'last-stage-only' });
	const uid = await create();
	expect(await publish(uid)).toMatchObject({ status: 422, data: { error_code: 141 } });
	await stack.act('move-stage', { contentType: 'film', uid, stage: 'Done' });
	expect((await publish(uid)).status).toBe(200);
	await stack.act('choose-behaviour', { publishRule: 'none' });
});

describe('the Delivery API', () => {
	it('falls back to the master language when asked', async () => {
		const uid = await create({ summary: 'English' });
		await publish(uid);
		await untilLive(uid, 1);
		expect((await live(uid, { locale: 'de-de' })).status).toBe(422);
		const { data } = await live(uid, { locale: 'de-de', include_fallback: true });
		expect(data.entry).toMatchObject({ locale: 'en-us', summary: 'English' });
	});

	it('wants an environment that its token is for', async () => {
		const { data } = await stack.cda.get('/content_types/film/entries');
		expect(data).toMatchObject({ error_code: 141, errors: { environment: ['is required.'] } });
		expect((await stack.cda.get('/content_types/film/entries?environment=staging')).status).toBe(
			422,
		);
	});

	it('syncs all at first and then only what changed', async () => {
		const start = await stack.cda.get(
			'/stacks/sync?init=true&environment=production&type=entry_published',
		);
		expect(start.data.items.length).toBe(start.data.total_count);
		const uid = await create();
		await publish(uid);
		await untilLive(uid, 1);
		const { data } = await stack.cda.get(`/stacks/sync?sync_token=${start.data.sync_token}`);
		expect(data.items).toMatchObject([
			{ type: 'entry_published', content_type_uid: 'film', data: { uid } },
		]);
		const { data: after } = await stack.cda.get(`/stacks/sync?sync_token=${data.sync_token}`);
		expect(after.items).toEqual([]);
	});
});

describe('bulk and releases', () => {
	it('publishes in bulk as a job whose end can be seen', async () => {
		const uids = [await create(), await create()];
		const { data } = await stack.cma.post(
			'/bulk/publish',
			{
				entries: uids.map((uid) => ({ uid, content_type: 'film', version: 1, locale: 'en-us' })),
				environments: ['production'],
				locales: ['en-us'],
			},
			{ headers: { api_version: '3.2' } },
		);
		const job = await eventually(
			async () => await stack.cma.get(`/bulk/jobs/${data.job_id}`),
			(answer) => answer.data.status === 'complete',
		);
		expect(job.data.summary).toMatchObject({ success: 2, unsuccess: 0 });
		expect((await live(uids[1] as string)).status).toBe(200);
	});

	it('refuses more than ten entries in one call', async () => {
		const uid = await create();
		const entries = Array.from({ length: 11 }, () => ({ uid, content_type: 'film' }));
		const { status } = await eventually(
			async () => await stack.cma.post('/bulk/publish', { entries, environments: ['production'] }),
			(answer) => answer.status !== 429,
		);
		expect(status).toBe(422);
	});

	it('deploys a release to the environments that are named', async () => {
		const uid = await create();
		const { data } = await stack.cma.post('/releases', { release: { name: 'Friday' } });
		const release = `/releases/${data.release.uid}`;
		await stack.cma.post(`${release}/item`, {
			item: { uid, version: 1, locale: 'en-us', content_type_uid: 'film', action: 'publish' },
		});
		const deployed = await stack.cma.post(`${release}/deploy`, {
			release: { environments: ['production'], locales: ['en-us'], action: 'publish' },
		});
		expect(deployed.data.notice).toBe('Release sent successfully for deployment.');
		await untilLive(uid, 1);
	});
});
