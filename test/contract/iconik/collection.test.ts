import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withIconik } from '../../support/sandbox';
import { byId, call, credentialTypes, indexed, node, run, type, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const collection = async (operation: string, parameters: INodeParameters, items?: IDataObject[]) =>
	await run(service, { resource: 'collection', operation, ...parameters }, items);

const make = async (title: string, more: object = {}) =>
	(await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', { title, ...more })).id;

const put = async (into: string, assetId: string) =>
	await call(service, 'POST', `assets/v1/collections/${into}/contents/`, {
		object_id: assetId,
		object_type: 'assets',
	});

describe('Collection: Create, Get, Update, Delete', () => {
	it('makes one below another, and finds it by the address of its page', async () => {
		const parent = await make('Campaigns');
		const { json } = await collection('create', {
			title: 'Spring 2027',
			parentId: byId(parent),
			settings: { externalId: 'blt1', category: 'campaign' },
		});
		const id = String(json[0]?.id);
		expect(json).toMatchObject([
			{ title: 'Spring 2027', parent_id: parent, external_id: 'blt1', category: 'campaign' },
		]);
		const regex = '^https?://[^/]+/collection/([0-9a-zA-Z-]+)';
		const url = { __rl: true, mode: 'url', value: json[0]?.url as string, __regex: regex };
		expect((await collection('get', { collectionId: url })).json).toMatchObject([{ id }]);
		const raw = await collection('get', { collectionId: byId(id), simplify: false });
		expect(raw.json).toMatchObject([{ custom_order_status: 'DISABLED' }]);
	});

	it('writes only what differs, and moves', async () => {
		const [from, to] = [await make('From'), await make('To')];
		const id = await make('Spring', { parent_id: from });
		const { json } = await collection('update', {
			collectionId: byId(id),
			title: 'Spring',
			parentId: byId(to),
		});
		expect(json).toMatchObject([{ outcome: 'updated', changed: ['parent_id'], parent_id: to }]);
		await service.clearLog();
		const again = await collection('update', { collectionId: byId(id), parentId: byId(to) });
		expect(again.json).toMatchObject([{ outcome: 'unchanged' }]);
		expect(await service.calls('write')).toEqual([]);
	});

	it('puts one into the delete queue', async () => {
		const id = await make('Spring');
		const deleted = await collection('delete', { collectionId: byId(id) });
		expect(deleted.json).toEqual([{ deleted: true, id }]);
		const unknown = byId('00000000-0000-11ee-8000-000000000000');
		expect((await collection('delete', { collectionId: unknown })).error?.httpCode).toBe('404');
	});

	it('asks for an ID where there is none', async () => {
		const { error } = await collection('get', { collectionId: byId('={{ $json.nothing }}') });
		expect(error?.message).toBe('The collection ID is missing');
	});
});

describe('Collection: Get Many and Get Contents', () => {
	it('lists active collections, on request only those at the top', async () => {
		const top = await make('A top');
		await make('B below', { parent_id: top });
		const deleted = await make('C deleted');
		await call(service, 'DELETE', `assets/v1/collections/${deleted}/`);
		await indexed(service);
		const all = await collection('getAll', { returnAll: true });
		expect(all.json.map(({ title }) => title)).toEqual(['A top', 'B below']);
		const roots = await collection('getAll', { filters: { isRoot: true } });
		expect(roots.json.map(({ title }) => title)).toEqual(['A top']);
		expect((await collection('getAll', { limit: 1 })).json).toHaveLength(1);
	});

	it('lists what is inside, and all that is below on request', async () => {
		const top = await make('Top');
		const sub = await make('Sub', { parent_id: top });
		const [upper, lower] = [await video(service, 'Upper'), await video(service, 'Lower')];
		await put(top, upper.asset_id);
		await put(sub, lower.asset_id);
		await indexed(service);
		const contents = async (parameters: INodeParameters) =>
			(await collection('getContents', { collectionId: byId(top), ...parameters })).json
				.map(({ title }) => title)
				.sort();
		expect(await contents({})).toEqual(['Upper']);
		expect(await contents({ objectTypes: ['assets', 'collections'] })).toEqual(['Sub', 'Upper']);
		expect(await contents({ recursive: true })).toEqual(['Lower', 'Upper']);
		expect(await contents({ recursive: true, objectTypes: [], returnAll: true })).toEqual([
			'Lower',
			'Sub',
			'Upper',
		]);
	});

	it('says that a collection is not there, also when all below is asked for', async () => {
		const collectionId = byId('00000000-0000-11ee-8000-000000000000');
		const { error } = await collection('getContents', { collectionId, recursive: true });
		expect(error?.httpCode).toBe('404');
	});

	it('offers collections in the dropdown', async () => {
		await make('Spring 2027');
		await make('Autumn');
		await indexed(service);
		const context = loadOptionsContext({
			node,
			type,
			parameters: { resource: 'collection' },
			credentials: service.credentials,
			credentialTypes,
		});
		const { results } = await node.methods.listSearch.searchCollections.call(context, 'spri');
		expect(results).toMatchObject([
			{ name: 'Spring 2027', url: expect.stringMatching(/collection/) },
		]);
	});
});

describe('Collection: Add Objects and Remove Objects', () => {
	it('add what is missing, take out what is there', async () => {
		const id = await make('Spring');
		const [first, second] = [await video(service, 'First'), await video(service, 'Second')];
		const both = `${first.asset_id}, ${second.asset_id}`;
		await put(id, first.asset_id);
		await indexed(service);
		await service.clearLog();
		const parameters = { collectionId: byId(id), objectIds: both };
		expect((await collection('addObjects', parameters)).json).toMatchObject([
			{ added: [second.asset_id], already_there: [first.asset_id] },
		]);
		expect(await service.calls('write')).toHaveLength(1);
		const removed = await collection('removeObjects', parameters);
		expect(removed.json).toMatchObject([{ removed: [first.asset_id, second.asset_id] }]);
		const again = await collection('removeObjects', parameters);
		expect(again.json).toMatchObject([
			{ removed: [], not_there: [first.asset_id, second.asset_id] },
		]);
	});

	it('name the objects that failed, after the others are done', async () => {
		const id = await make('Spring');
		const { asset_id } = await video(service);
		const unknown = '00000000-0000-11ee-8000-000000000000';
		const { error } = await collection('addObjects', {
			collectionId: byId(id),
			objectIds: `${unknown},${asset_id}`,
		});
		expect(error?.message).toMatch(/^1 of 2 objects failed/);
		expect(error?.description).toContain(unknown);
		await indexed(service);
		const { json } = await collection('getContents', { collectionId: byId(id) });
		expect(json).toMatchObject([{ id: asset_id }]);
	});

	it('ask for an object where there is none', async () => {
		const id = await make('Spring');
		const { error } = await collection('addObjects', { collectionId: byId(id), objectIds: ' , ' });
		expect(error?.message).toBe('No object ID is given');
	});
});

describe('Project', () => {
	const project = async (operation: string, parameters: INodeParameters = {}) =>
		await run(service, { resource: 'project', operation, ...parameters });

	it('is made with a new collection or an existing one, and listed', async () => {
		const parent = await make('Campaigns');
		const made = await project('create', { name: 'Spring', parentId: byId(parent) });
		expect(made.json).toMatchObject([{ name: 'Spring', collection_id: expect.any(String) }]);
		const collectionId = byId(parent);
		const existing = await project('create', { name: 'All', place: 'existing', collectionId });
		expect(existing.json).toMatchObject([{ name: 'All', collection_id: parent }]);
		expect((await project('getAll')).json.map(({ name }) => name)).toEqual(['Spring', 'All']);
		expect((await project('getAll', { limit: 1 })).json).toHaveLength(1);
	});

	it('of a collection is made once, found by the collection, and renamed', async () => {
		const collectionId = byId(await make('Autumn'));
		const save = async (name: string) =>
			(await project('createOrUpdate', { collectionId, name })).json[0];

		const [one, two] = await Promise.all([save('Autumn'), save('Autumn')]);
		expect([one?.outcome, two?.outcome].sort()).toEqual(['created', 'unchanged']);
		expect(one?.id).toBe(two?.id);
		const before = (await service.calls('write')).length;
		expect(await save('Autumn')).toMatchObject({ outcome: 'unchanged', id: one?.id });
		expect((await service.calls('write')).length).toBe(before);
		expect(await save('Late autumn')).toMatchObject({
			outcome: 'updated',
			id: one?.id,
			name: 'Late autumn',
			collection_id: collectionId.value,
		});
		expect((await service.calls('write')).length).toBe(before + 1);
	});

	it('of a collection is found again after an answer that got lost', async () => {
		const collectionId = byId(await make('Winter'));
		await service.faults([
			{
				fault: 'reset-after-storing',
				match: { method: 'POST', path: '/API/assets/v1/projects/', times: 1 },
			},
		]);
		const { json } = await project('createOrUpdate', { collectionId, name: 'Winter' });
		await service.faults([]);

		const all = (await project('getAll')).json.filter(({ name }) => name === 'Winter');
		expect(all).toMatchObject([{ id: json[0]?.id }]);
	});

	it.each([
		['getAll', {}, 'can_read_projects'],
		['create', { name: 'Spring' }, 'can_create_projects'],
	])(
		'%s says so when this iconik has no projects, and what to do',
		async (operation, more, role) => {
			await service.act('set-role', { role, granted: false });
			const { error } = await project(operation, more);
			expect(error?.message).toMatch(/^iconik gives no access to projects here/);
			expect(error?.description).toContain('use a collection instead');
			await service.act('set-role', { role, granted: true });
		},
	);

	it('for a collection says so, too', async () => {
		const collectionId = byId(await make('No projects'));
		await service.act('set-role', { role: 'can_create_projects', granted: false });
		const { error } = await project('createOrUpdate', { collectionId, name: 'Spring' });
		await service.act('set-role', { role: 'can_create_projects', granted: true });
		expect(error?.message).toMatch(/^iconik gives no access to projects here/);
	});
});
