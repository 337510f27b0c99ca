import { demoAssets, demoIds } from '../../../../sandbox/iconik';
import { startSandbox, type Sandbox } from './client';

describe('reviews', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const path = (id: string, version?: string) =>
		`/assets/v1/assets/${id}/${version ? `versions/${version}/` : ''}approvals/`;
	const request = async (id: string, version?: string) =>
		await sandbox.api.get(`${path(id, version)}request/`);
	const votes = async (id: string, version?: string) =>
		(await sandbox.api.get(path(id, version))).data.objects as Array<Record<string, unknown>>;
	const newAsset = async () =>
		(await sandbox.act('create-asset', { title: 'To review' })) as {
			asset_id: string;
			version_id: string;
		};

	it.each([
		['readyToApprove', 'REQUESTED'],
		['approved', 'APPROVED'],
		['partlyApproved', 'REQUESTED'],
		['mixed', 'MIXED'],
		['rejected', 'NOT_APPROVED'],
	] as const)('of the demo asset %s stand at %s', async (name, status) => {
		expect((await request(demoAssets[name])).data.status).toBe(status);
	});

	it('that nobody asked for are a 404', async () => {
		expect((await request(demoAssets.unreviewed)).status).toBe(404);
		expect(await votes(demoAssets.unreviewed)).toEqual([]);
	});

	it('may hold a vote that nobody asked for', async () => {
		expect((await request(demoAssets.approvedWithoutRequest)).status).toBe(404);
		expect(await votes(demoAssets.approvedWithoutRequest)).toMatchObject([{ status: 'APPROVED' }]);
	});

	it('are approved once as many reviewers agree as were asked to', async () => {
		const { asset_id } = await newAsset();
		const asked = await sandbox.api.post(`${path(asset_id)}request/`, {
			users: [demoIds.users.media, demoIds.users.legal],
			min_number: 2,
		});
		expect(asked.status).toBe(201);
		await sandbox.act('approve', { asset_id, by: demoIds.users.media });
		expect((await request(asset_id)).data.status).toBe('REQUESTED');
		await sandbox.act('approve', { asset_id, by: demoIds.users.legal });
		const { data } = await request(asset_id);
		expect(data.status).toBe('APPROVED');
		expect(data.approvals_by).toHaveLength(2);
		expect(data.user_status).toBe('N/A');
	});

	it('are mixed when reviewers disagree, and settled when one changes their mind', async () => {
		const { asset_id } = await newAsset();
		await sandbox.act('request-review', { asset_id });
		await sandbox.act('approve', { asset_id, by: demoIds.users.media });
		await sandbox.act('reject', { asset_id, by: demoIds.users.legal });
		expect((await request(asset_id)).data.status).toBe('MIXED');
		await sandbox.act('approve', { asset_id, by: demoIds.users.legal });
		expect((await request(asset_id)).data.status).toBe('APPROVED');
	});

	it('count a vote without a name for the caller', async () => {
		const { asset_id } = await newAsset();
		const vote = await sandbox.api.put(path(asset_id), { status: 'NOT_APPROVED' });
		expect(vote.data).toMatchObject({ user: demoIds.users.integration, status: 'NOT_APPROVED' });
	});

	it('belong to a version: a new one starts without, the old one keeps its own', async () => {
		const { asset_id, version_id } = await newAsset();
		await sandbox.act('request-review', { asset_id });
		await sandbox.act('approve', { asset_id });
		await sandbox.act('add-version', { asset_id });
		expect((await request(asset_id)).status).toBe(404);
		expect((await request(asset_id, version_id)).data.status).toBe('APPROVED');
	});

	it('fall back when the votes are taken away', async () => {
		const { asset_id } = await newAsset();
		await sandbox.act('request-review', { asset_id });
		await sandbox.act('approve', { asset_id });
		expect(await sandbox.act('revoke-approval', { asset_id })).toMatchObject({
			status: 'REQUESTED',
		});
		expect((await sandbox.api.delete(`${path(asset_id)}request/`)).status).toBe(200);
		expect((await request(asset_id)).status).toBe(404);
	});

	it('can be set for many assets at once', async () => {
		const ids = [(await newAsset()).asset_id, (await newAsset()).asset_id];
		const body = { object_type: 'assets', object_ids: ids, status: 'APPROVED' };
		expect((await sandbox.api.post('/assets/v1/approvals/bulk/', body)).status).toBe(200);
		for (const id of ids) expect(await votes(id)).toHaveLength(1);
	});
});
