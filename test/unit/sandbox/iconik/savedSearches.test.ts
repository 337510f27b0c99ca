import { demoAssets } from '../../../../sandbox/iconik';
import { startSandbox, type Sandbox } from './client';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
	await sandbox.putControl('faults', [{ fault: 'index-lag', milliseconds: 0 }]);
});
afterEach(async () => await sandbox.close());

const one = (id: string) => ({
	doc_types: ['assets'],
	filter: { operator: 'AND', terms: [{ name: 'id', value: id }] },
});
const idsOf = ({ data }: { data: { objects: Array<{ id: string }> } }) =>
	data.objects.map(({ id }) => id);

describe('a saved search', () => {
	const path = '/search/v1/search/saved/';
	const save = async (id: string) =>
		(await sandbox.api.post<{ id: string }>(path, { name: 'Mine', criteria: one(id) })).data.id;

	it('is run as it was changed last', async () => {
		const id = await save(demoAssets.image);
		expect(idsOf(await sandbox.api.get(`${path}${id}/`))).toEqual([demoAssets.image]);
		const changed = await sandbox.api.patch(`${path}${id}/`, { criteria: one(demoAssets.audio) });
		expect(idsOf(changed)).toEqual([demoAssets.audio]);
		expect(idsOf(await sandbox.api.get(`${path}${id}/`))).toEqual([demoAssets.audio]);
	});

	it('belongs to a group until that is deleted', async () => {
		const id = await save(demoAssets.image);
		const { data: group } = await sandbox.api.post<{ id: string }>(`${path}group/`, {
			name: 'Web',
		});
		await sandbox.api.post(`${path}group/${group.id}/search/${id}/`);
		expect(idsOf(await sandbox.api.get(`${path}?group_id=${group.id}`))).toEqual([id]);
		expect(idsOf(await sandbox.api.get(`${path}groups/`))).toEqual([group.id]);
		await sandbox.api.delete(`${path}group/${group.id}/`);
		expect(idsOf(await sandbox.api.get(`${path}?group_id=${group.id}`))).toEqual([]);
		expect(idsOf(await sandbox.api.get(path))).toContain(id);
	});

	it('puts all it finds into a collection', async () => {
		const id = await save(demoAssets.image);
		const { data } = await sandbox.api.post('/assets/v1/collections/', { title: 'Found' });
		const body = { collection_id: data.id };
		const answer = await sandbox.api.post(`${path}${id}/convert_to_collection/`, body);
		expect(answer.status).toBe(202);
		const inside = await sandbox.api.get(`/assets/v1/collections/${data.id}/contents/`);
		expect(idsOf(inside)).toEqual([demoAssets.image]);
	});
});

it('searches are remembered unless they ask not to be', async () => {
	const search = '/search/v1/search/';
	await sandbox.api.post(`${search}?save_search_history=false`, one(demoAssets.audio));
	await sandbox.api.post(search, one(demoAssets.image));
	const { data } = await sandbox.api.get(`${search}history/`);
	expect(data.objects).toMatchObject([{ criteria: one(demoAssets.image) }]);
	const past = `${search}history/${data.objects[0].id}/`;
	expect(idsOf(await sandbox.api.get(past))).toEqual([demoAssets.image]);
	expect((await sandbox.api.delete(past)).status).toBe(204);
	expect((await sandbox.api.get(past)).status).toBe(404);
});

it('a list is scrolled from mark to mark to an empty page, each object once', async () => {
	const path = '/assets/v1/assets/?per_page=20';
	const seen: string[] = [];
	let answer = await sandbox.api.get(`${path}&scroll=true`);
	while (answer.data.objects.length > 0) {
		seen.push(...idsOf(answer));
		answer = await sandbox.api.get(`${path}&scroll_id=${answer.data.scroll_id}`);
	}
	expect(new Set(seen).size).toBe(seen.length);
	expect(seen).toHaveLength(answer.data.total);
	expect((await sandbox.api.get(`${path}&scroll_id=bm90aGluZw`)).status).toBe(400);
});
