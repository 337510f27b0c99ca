import { demoAssets } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { startSandbox, type Sandbox } from './client';

interface Listed {
	objects: Array<{ id: string; title: string; object_type: string }>;
}

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
	await sandbox.putControl('faults', [{ fault: 'index-lag', milliseconds: 0 }]);
});
afterEach(async () => await sandbox.close());

const collection = async (title: string, parent_id?: string) => {
	const body = parent_id ? { title, parent_id } : { title };
	return (await sandbox.api.post<{ id: string }>('/assets/v1/collections/', body)).data.id;
};
const pathOf = (id: string) => `/assets/v1/collections/${id}/`;
const put = async (id: string, ...assets: string[]) => {
	for (const object_id of assets)
		await sandbox.api.post(`${pathOf(id)}contents/`, { object_id, object_type: 'assets' });
};
const contents = async (id: string) => {
	const { data } = await sandbox.api.get<Listed>(`${pathOf(id)}contents/?per_page=100`);
	return data.objects;
};
const ids = async (id: string) => (await contents(id)).map((object) => object.id);

describe('the order within a collection', () => {
	const { approved, image, audio } = demoAssets;

	it('is refused until custom ordering is on', async () => {
		const id = await collection('Reel');
		await put(id, approved, image);
		const answer = await sandbox.api.put(`${pathOf(id)}contents/assets/${image}/`, { position: 0 });
		expect(answer.status).toBe(400);
	});

	it('follows what is put before, after, at a position and at the end', async () => {
		const id = await collection('Reel');
		await put(id, approved, image, audio);
		await sandbox.api.post(`${pathOf(id)}contents/ordering/custom/`, {});
		await eventually(async () =>
			expect((await sandbox.api.get(pathOf(id))).data.custom_order_status).toBe('ENABLED'),
		);
		const move = async (asset: string, to: object) => {
			const { status } = await sandbox.api.put(`${pathOf(id)}contents/assets/${asset}/`, to);
			expect(status).toBe(200);
			return await ids(id);
		};
		expect(await ids(id)).toEqual([approved, image, audio]);
		expect(await move(audio, { position: 0 })).toEqual([audio, approved, image]);
		expect(await move(audio, { after_object_id: approved })).toEqual([approved, audio, image]);
		expect(await move(image, { before_object_id: approved })).toEqual([image, approved, audio]);
		expect(await move(image, { position: -1 })).toEqual([approved, audio, image]);
		expect((await sandbox.api.delete(`${pathOf(id)}contents/ordering/custom/`)).status).toBe(200);
		expect((await sandbox.api.get(pathOf(id))).data.custom_order_status).toBe('DISABLED');
	});
});

it('a collection is copied with all below it, its assets being the same', async () => {
	const [source, target] = [await collection('Campaign'), await collection('Archive')];
	const below = await collection('Stills', source);
	await put(source, demoAssets.approved);
	await put(below, demoAssets.image);
	const body = { object_id: source, object_type: 'collections' };
	const { status, data } = await sandbox.api.post(`${pathOf(target)}subcollections/`, body);
	expect([status, data.title, data.parent_id]).toEqual([201, 'Campaign', target]);
	const inside = await contents(String(data.id));
	expect(inside.map(({ title }) => title)).toContain('Stills');
	expect(inside.map(({ id }) => id)).toContain(demoAssets.approved);
	const copied = inside.find(({ title }) => title === 'Stills');
	expect(copied?.id).not.toBe(below);
	expect(await ids(String(copied?.id))).toEqual([demoAssets.image]);
	const itself = await sandbox.api.post(`${pathOf(below)}subcollections/`, body);
	expect(itself.status).toBe(400);
});

it('a collection takes its tile pictures from the assets that are named', async () => {
	const id = await collection('Campaign');
	const body = { asset_ids: [demoAssets.approved, demoAssets.image] };
	expect((await sandbox.api.post(`${pathOf(id)}keyframes/`, body)).status).toBe(202);
	expect((await sandbox.api.get(pathOf(id))).data.keyframe_asset_ids).toEqual(body.asset_ids);
	const { data } = await sandbox.api.get(`/files/v1/collections/${id}/keyframes/`);
	expect(data.objects).toHaveLength(2);
	expect(data.objects[0]).toMatchObject({ type: 'KEYFRAME', collection_id: id });
});

it('a collection is exported with all assets in it, and refused without any', async () => {
	const id = await collection('Campaign');
	const { data } = await sandbox.api.get<Listed>('/files/v1/export_locations/');
	const path = `/files/v1/collections/${id}/export_locations/${data.objects[0]?.id}/`;
	expect((await sandbox.api.post(path, {})).status).toBe(400);
	await put(id, demoAssets.approved);
	const answer = await sandbox.api.post(path, {});
	await eventually(async () => {
		const job = await sandbox.api.get(`/jobs/v1/jobs/${answer.data.job_id}/`);
		expect(job.data).toMatchObject({ status: 'FINISHED', object_id: demoAssets.approved });
	});
});

it('deleted collections wait, come back, and are purged', async () => {
	const queue = '/assets/v1/delete_queue/collections/';
	const waiting = async () =>
		(await sandbox.api.get<Listed>(queue)).data.objects.map((object) => object.id);
	const [kept, purged] = [await collection('Kept'), await collection('Purged')];
	expect((await sandbox.api.post(queue, { ids: [kept, purged] })).status).toBe(201);
	expect((await waiting()).sort()).toEqual([kept, purged].sort());
	await sandbox.api.delete(queue, { data: { ids: [kept] } });
	expect(await waiting()).toEqual([purged]);
	expect((await sandbox.api.post(`${queue}purge/all/`)).status).toBe(204);
	expect((await sandbox.api.get(pathOf(purged))).status).toBe(404);
	expect((await sandbox.api.get(pathOf(kept))).data.status).toBe('ACTIVE');
});
