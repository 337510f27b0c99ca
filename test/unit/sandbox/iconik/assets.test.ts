import { demoAssets } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { startSandbox, type Sandbox } from './client';

interface Version {
	id: string;
	version_number: number;
	status: string;
}

describe('assets', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const get = async (id: string) => await sandbox.api.get(`/assets/v1/assets/${id}/`);
	const create = async (title: string): Promise<string> =>
		(await sandbox.api.post('/assets/v1/assets/', { title })).data.id as string;
	const versionsOf = async (id: string): Promise<Version[]> =>
		(await get(id)).data.versions as Version[];
	const newest = (versions: Version[]) =>
		[...versions].sort((a, b) => b.version_number - a.version_number)[0] as Version;

	it('have one version from the start, and neither media type nor duration', async () => {
		const { data } = await get(await create('Fresh'));
		expect(data.versions).toHaveLength(1);
		expect(data).not.toHaveProperty('media_type');
		expect(data).not.toHaveProperty('duration_milliseconds');
	});

	it('keep their id through deletion and restoration, and are gone after a purge', async () => {
		const id = await create('Mortal');
		expect((await sandbox.api.delete(`/assets/v1/assets/${id}/`)).status).toBe(204);
		expect((await get(id)).data.status).toBe('DELETED');
		expect((await sandbox.api.put(`/assets/v1/assets/${id}/restore/`)).status).toBe(204);
		expect((await get(id)).data).toMatchObject({ status: 'ACTIVE' });
		expect((await sandbox.api.delete(`/assets/v1/assets/${id}/purge/`)).status).toBe(204);
		expect((await get(id)).status).toBe(404);
	});

	it('are changed in the fields that a PATCH names only', async () => {
		const id = await create('Before');
		await sandbox.api.patch(`/assets/v1/assets/${id}/`, { external_id: 'entry-1' });
		expect((await get(id)).data).toMatchObject({ title: 'Before', external_id: 'entry-1' });
		const put = await sandbox.api.put(`/assets/v1/assets/${id}/`, { external_id: 'entry-2' });
		expect(put.status).toBe(400);
	});

	it('list their versions in another order than by age, for some asset at least', async () => {
		const { data } = await sandbox.api.get('/assets/v1/assets/?per_page=100');
		const orders = (data.objects as Array<{ versions: Version[] }>)
			.map(({ versions }) => versions.map(({ version_number }) => version_number))
			.filter((numbers) => numbers.length > 1);
		const isDescending = (numbers: number[]) =>
			numbers.every((number, index) => index === 0 || number < (numbers[index - 1] as number));
		expect(orders.some(isDescending)).toBe(true);
		expect(orders.every(isDescending)).toBe(false);
	});

	it('take a new version without media by API, and with media from a person', async () => {
		const id = demoAssets.approved;
		const made = await sandbox.api.post(`/assets/v1/assets/${id}/versions/`, {});
		expect(made.status).toBe(200);
		expect((await sandbox.api.get(`/files/v1/assets/${id}/proxies/`)).status).toBe(404);
		const { version_id } = await sandbox.act('add-version', { asset_id: id });
		const { data } = await sandbox.api.get(`/files/v1/assets/${id}/proxies/`);
		expect(data.objects[0]).toMatchObject({ version_id, status: 'CLOSED' });
	});

	it('make an old version the latest some time after the promotion was answered', async () => {
		const id = demoAssets.severalVersions;
		const first = (await versionsOf(id)).find(
			({ version_number }) => version_number === 1,
		) as Version;
		const { status } = await sandbox.api.put(
			`/assets/v1/assets/${id}/versions/${first.id}/promote/`,
		);
		expect(status).toBe(204);
		expect(newest(await versionsOf(id)).id).not.toBe(first.id);
		await eventually(async () => expect(newest(await versionsOf(id)).id).toBe(first.id));
	});

	it('tell in their history what happened to them and what a client notes there', async () => {
		const id = demoAssets.rejected;
		await sandbox.act('approve', { asset_id: id });
		await sandbox.api.post(`/assets/v1/assets/${id}/history/`, {
			operation_type: 'CUSTOM',
			operation_description: 'Published on /home',
		});
		const { data } = await sandbox.api.get(`/assets/v1/assets/${id}/history/`);
		expect(data.objects.map((one: { operation_type: string }) => one.operation_type)).toEqual([
			'CUSTOM',
			'APPROVE',
		]);
	});

	it('belong to collections, whose contents show them after the lag', async () => {
		const { data: collection } = await sandbox.api.post('/assets/v1/collections/', {
			title: 'Box',
		});
		const contents = `/assets/v1/collections/${collection.id}/contents/`;
		const object = { object_id: demoAssets.image, object_type: 'assets' };
		expect((await sandbox.api.post(contents, object)).status).toBe(201);
		await eventually(async () => expect((await sandbox.api.get(contents)).data.total).toBe(1));
		const { data } = await sandbox.api.get(
			`/assets/v1/assets/${demoAssets.image}/?include_collections=true`,
		);
		expect(data.in_collections).toContain(collection.id);
		expect((await sandbox.api.delete(`${contents}assets/${demoAssets.image}/`)).status).toBe(204);
		await eventually(async () => expect((await sandbox.api.get(contents)).data.total).toBe(0));
		expect((await sandbox.api.delete(`/assets/v1/collections/${collection.id}/`)).status).toBe(202);
	});

	it('are related once: the same relation again is a 200', async () => {
		const relation = { related_to_asset_id: demoAssets.image, relation_type: 'Sibling' };
		const path = `/assets/v1/assets/${demoAssets.audio}/relations/`;
		expect((await sandbox.api.post(path, relation)).status).toBe(201);
		expect((await sandbox.api.post(path, relation)).status).toBe(200);
		expect((await sandbox.api.get(path)).data.objects[0].id).toBe(demoAssets.image);
	});
});
