import { withIconik } from '../../support/sandbox';
import { byId, call, run, video } from './library';

const service = withIconik({ seed: 'demo', fresh: 'test' });

const job = async (operation: string, parameters: object) =>
	await run(service, { resource: 'job', operation, ...parameters });

describe('Job', () => {
	it('shows a long sync from its begin over its progress to its end', async () => {
		const { asset_id } = await video(service);
		const made = await job('create', {
			title: 'Sync',
			objectType: 'assets',
			assetId: byId(asset_id),
			options: { total: 40, customType: 'sync' },
		});
		expect(made.json).toMatchObject([
			{ title: 'Sync', status: 'STARTED', progress: 0, object_id: asset_id, has_ended: false },
		]);
		const jobId = byId(String(made.json[0]?.id));
		const half = await job('updateProgress', { jobId, processed: 20, message: 'Posters' });
		expect(half.json).toMatchObject([{ progress: 50, message: 'Posters', has_ended: false }]);
		const done = await job('finish', { jobId, outcome: 'FINISHED' });
		expect(done.json).toMatchObject([{ status: 'FINISHED', progress: 100, has_ended: true }]);
		expect((await job('get', { jobId })).json).toEqual(done.json);
	});

	it('that somebody stopped is not started again, and says so', async () => {
		const made = await job('create', { title: 'Sync', objectType: 'none' });
		const id = String(made.json[0]?.id);
		await call(service, 'PUT', 'jobs/v1/jobs/state/', { job_ids: [id], action: 'ABORT' });
		await service.clearLog();
		const { json } = await job('updateProgress', { jobId: byId(id), processed: 5 });
		expect(json).toMatchObject([{ status: 'ABORTED', has_ended: true }]);
		expect(await service.calls('write')).toEqual([]);
	});

	it('that was begun and never ended is taken up, one that ended or is of another kind is not', async () => {
		const begin = async (options: object = {}) =>
			(
				await job('create', {
					title: 'Backfill',
					objectType: 'none',
					options: { takeUpOpen: true, total: 10, ...options },
				})
			).json[0];
		const first = await begin();
		const jobId = byId(String(first?.id));
		await job('updateProgress', { jobId, processed: 5 });

		expect(await begin({ total: 20 })).toMatchObject({ id: first?.id, progress: 0 });
		expect((await begin({ customType: 'other' }))?.id).not.toBe(first?.id);
		await job('finish', { jobId, outcome: 'FINISHED' });
		expect((await begin())?.id).not.toBe(first?.id);
	});

	it('fails with a reason that people can read', async () => {
		const made = await job('create', { title: 'Sync', objectType: 'none' });
		const jobId = byId(String(made.json[0]?.id));
		const { json } = await job('finish', { jobId, outcome: 'FAILED', message: 'No rights' });
		expect(json).toMatchObject([{ status: 'FAILED', message: 'No rights' }]);
	});

	it('is found by its status and object, in pages of 100 at most', async () => {
		const { asset_id } = await video(service);
		const about = { objectType: 'assets', assetId: byId(asset_id) };
		for (const title of ['A', 'B']) await job('create', { title, ...about });
		await service.clearLog();
		const filters = { object_id: asset_id, status: 'STARTED', type: 'CUSTOM' };
		const { json } = await job('getAll', { filters, returnAll: true });
		expect(json).toMatchObject([{ title: 'A' }, { title: 'B' }]);
		const [asked] = await service.calls();
		expect(asked?.path).toContain('/API/jobs/v1/jobs/');
	});

	it('keeps an object of its own, and the latest comes first when asked', async () => {
		const metadata = { since: '2027-01-31T08:00:00Z', token: 'abc' };
		for (const [title, kept] of [
			['Old', {}],
			['New', JSON.stringify(metadata)],
		] as const) {
			await job('create', { title, objectType: 'none', options: { metadata: kept } });
			await service.clock({ advanceMs: 1000 });
		}
		const { json } = await job('getAll', { limit: 1, options: { latestFirst: true } });
		expect(json).toMatchObject([{ title: 'New', metadata }]);
		const done = await job('finish', { jobId: byId(String(json[0]?.id)), outcome: 'FINISHED' });
		expect(done.json).toMatchObject([{ status: 'FINISHED', metadata }]);
	});

	it('is not made with metadata that is no object', async () => {
		const about = { title: 'Sync', objectType: 'none', options: { metadata: '[1]' } };
		expect((await job('create', about)).error?.message).toContain('is not a JSON object');
		expect(await service.calls('write')).toEqual([]);
	});

	it('that does not exist is an error', async () => {
		const jobId = byId('00000000-0000-11ee-8000-000000000000');
		expect((await job('get', { jobId })).error).toMatchObject({ httpCode: '404' });
		expect((await job('get', { jobId: byId('={{ $json.missing }}') })).error?.message).toBe(
			'The job ID is missing',
		);
	});
});

describe('Notification: Send', () => {
	interface Person {
		id: string;
		groups: string[];
		status: string;
	}
	const people = async () =>
		(await call<{ objects: Person[] }>(service, 'GET', 'users/v1/users/basic/?per_page=100'))
			.objects;

	const send = async (parameters: object) => {
		const { asset_id } = await video(service);
		const about = { objectType: 'assets', assetId: byId(asset_id), message: 'Please approve' };
		return await run(service, {
			resource: 'notification',
			operation: 'send',
			...about,
			...parameters,
		});
	};

	it('reaches users and the active members of groups, each once', async () => {
		const all = await people();
		const member = all.find(({ groups }) => groups.length > 0);
		const group = String(member?.groups[0]);
		const expected = all.filter(
			({ groups, status }) => groups.includes(group) && status === 'ACTIVE',
		);
		await service.clearLog();
		const { json } = await send({ users: [member?.id], groups: [group] });
		expect(json).toMatchObject([{ sent: expected.length, failed: [] }]);
		expect(new Set(json[0]?.recipients as string[])).toEqual(new Set(expected.map(({ id }) => id)));
		const posts = (await service.calls('write')).filter(({ path }) =>
			path.includes('users-notifications'),
		);
		expect(posts).toHaveLength(expected.length);
	});

	it('tells of the people that it could not reach, without failing for the others', async () => {
		const [first] = await people();
		const nobody = '00000000-0000-11ee-8000-000000000000';
		const { json } = await send({ users: [first?.id, nobody] });
		expect(json).toMatchObject([
			{ sent: 1, recipients: [first?.id], failed: [{ user_id: nobody }] },
		]);
		expect((await send({ users: [nobody] })).error?.message).toContain('exist');
	});

	it('refuses to send to nobody', async () => {
		expect((await send({})).error?.message).toContain('nobody');
	});
});

describe('Saved Search', () => {
	it('is listed by name, and run to give what it finds now', async () => {
		const { asset_id } = await video(service, 'Zeppelin over the harbour');
		await service.clock({ advanceMs: 5000 });
		const saved = await call<{ id: string }>(service, 'POST', 'search/v1/search/saved/', {
			name: 'Zeppelins',
			criteria: { doc_types: ['assets'], query: 'zeppelin' },
		});
		const listed = await run(service, {
			resource: 'savedSearch',
			operation: 'getAll',
			query: 'Zepp',
		});
		expect(listed.json).toMatchObject([{ id: saved.id, name: 'Zeppelins' }]);
		const found = await run(service, {
			resource: 'savedSearch',
			operation: 'run',
			savedSearchId: byId(saved.id),
		});
		expect(found.json).toMatchObject([{ id: asset_id, title: 'Zeppelin over the harbour' }]);
	});

	it('that does not exist is an error, not an empty result', async () => {
		const { error } = await run(service, {
			resource: 'savedSearch',
			operation: 'run',
			savedSearchId: byId('00000000-0000-11ee-8000-000000000000'),
		});
		expect(error).toMatchObject({ httpCode: '404' });
	});
});

describe.each(['user', 'group'])('%s', (resource) => {
	it('is got by its ID, out of all', async () => {
		const all = await run(service, { resource, operation: 'getAll', returnAll: true });
		expect(all.json.length).toBeGreaterThan(1);
		const id = String(all.json[1]?.id);
		const one = await run(service, { resource, operation: 'get', [`${resource}Id`]: byId(id) });
		expect(one.json).toMatchObject([{ id }]);
		expect((await run(service, { resource, operation: 'getAll', limit: 1 })).json).toHaveLength(1);
	});

	it('that is unknown, or may not be read, is an error', async () => {
		const unknown = { [`${resource}Id`]: byId('00000000-0000-11ee-8000-000000000000') };
		const get = async () => await run(service, { resource, operation: 'get', ...unknown });
		expect((await get()).error).toMatchObject({ httpCode: '404' });
		await service.act('set-role', { role: `can_read_${resource}s`, granted: false });
		expect((await get()).error).toMatchObject({ httpCode: '403' });
	});
});

it('people are filtered by group, status and text', async () => {
	const groups = await run(service, { resource: 'group', operation: 'getAll' });
	const group = String(groups.json[0]?.id);
	const filters = { groups: group, status: 'ACTIVE' };
	const { json } = await run(service, { resource: 'user', operation: 'getAll', filters });
	expect(json.length).toBeGreaterThan(0);
	expect(json.every((user) => (user.groups as string[]).includes(group))).toBe(true);
});
