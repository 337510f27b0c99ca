import type { INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { addView, approvedVideo, byId, call, indexed, run, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const create = (title: string, more: INodeParameters = {}) => ({
	operation: 'create',
	title,
	...more,
});
const upsert = (more: INodeParameters = {}) => ({
	operation: 'createOrUpdate',
	externalId: '={{ $json.entry }}',
	title: '={{ $json.title }}',
	...more,
});
const of = (operation: string, assetId: string, more: INodeParameters = {}) => ({
	operation,
	assetId: byId(assetId),
	...more,
});
const writes = async () =>
	(await service.calls('write')).map(({ method, path }) => `${method} ${path}`);
const collection = async (title: string) =>
	(await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', { title })).id;

describe('Asset: Create', () => {
	it('makes a placeholder with its settings in a collection', async () => {
		const collectionId = await collection('Wanted');
		const { json } = await run(
			service,
			create('Launch film', {
				assetType: 'PLACEHOLDER',
				collectionId: byId(collectionId),
				settings: { externalId: 'entry-1', externalLink: 'https://example.com/launch' },
			}),
		);
		expect(json).toMatchObject([
			{ title: 'Launch film', type: 'PLACEHOLDER', in_collections: [collectionId] },
		]);
		const stored = await call(
			service,
			'GET',
			`assets/v1/assets/${String(json[0]?.id)}/?include_collections=true`,
		);
		expect(stored).toMatchObject({
			external_id: 'entry-1',
			external_link: 'https://example.com/launch',
			in_collections: [collectionId],
		});
	});

	it('makes nothing without a title', async () => {
		const { error } = await run(service, create('={{ $json.title }}'), [{ other: 1 }]);
		expect(error?.message).toBe('The title is missing');
		expect(await writes()).toEqual([]);
	});

	it('names the fields that iconik refuses, which come as a map', async () => {
		const settings = { externalLink: 'not an address' };
		const { error } = await run(service, create('Film', { settings }));
		expect(error).toMatchObject({ httpCode: '400' });
		expect(error?.message).toContain('external_link: Not a valid URL');
	});

	it('names the role that is missing', async () => {
		await service.act('set-role', { role: 'can_create_assets', granted: false });
		const { error } = await run(service, create('Film'));
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.message).toContain('You do not have the required permissions');
		expect(error?.description).toContain('can_create_assets');
	});
});

describe('Asset: Create or Update', () => {
	const item = { entry: 'entry-7', title: 'Harbour film' };

	it('makes an asset once, also when the next run comes before the index knows it', async () => {
		await service.faults([{ fault: 'index-lag', milliseconds: 60_000 }]);
		const first = await run(service, upsert(), [item]);
		const second = await run(service, upsert(), [item]);
		expect(first.json).toMatchObject([{ result: 'created', external_id: 'entry-7' }]);
		expect(second.json).toMatchObject([{ result: 'unchanged', id: first.json[0]?.id }]);
		expect(await writes()).toEqual(['POST /API/assets/v1/assets/']);
	});

	it('makes one asset for items and executions with the same ID at the same time', async () => {
		const runs = await Promise.all([
			run(service, upsert(), [item, item, item]),
			run(service, upsert(), [item]),
		]);
		const ids = runs.flatMap(({ json }) => json.map(({ id }) => id));
		expect(new Set(ids).size).toBe(1);
		expect(ids).toHaveLength(4);
		expect(await writes()).toEqual(['POST /API/assets/v1/assets/']);
	});

	it('takes the asset that a broken connection has made all the same', async () => {
		await service.faults([
			{
				fault: 'reset-after-storing',
				match: { method: 'POST', path: '/API/assets/v1/assets/', times: 1 },
			},
		]);
		const { json } = await run(service, upsert(), [{ ...item, entry: 'entry-8' }]);
		expect(json).toMatchObject([{ result: 'created', external_id: 'entry-8' }]);
		const { assets } = await service.state<{ assets: unknown[] }>();
		expect(assets).toHaveLength(1);
	}, 30_000);

	it('writes what differs, adds it to the collection, and names further assets with the ID', async () => {
		const collectionId = await collection('Spring');
		const made = [];
		for (const title of ['Old title', 'Twin'])
			made.push(
				await call(service, 'POST', 'assets/v1/assets/', { title, external_id: 'entry-9' }),
			);
		await indexed(service);
		const more = { collectionId: byId(collectionId), settings: { warning: 'Not final' } };
		const input = [{ entry: 'entry-9', title: 'New title' }];
		const { json } = await run(service, upsert(more), input);
		expect(json).toMatchObject([
			{
				result: 'updated',
				changed: ['title', 'warning', 'in_collections'],
				id: made[0]?.id,
				title: 'New title',
				in_collections: [collectionId],
				duplicates: [made[1]?.id],
			},
		]);
		await service.clearLog();
		expect((await run(service, upsert(more), input)).json).toMatchObject([{ result: 'unchanged' }]);
		expect(await writes()).toEqual([]);
	});

	it('restores a deleted asset, or leaves it and makes a new one', async () => {
		const first = await run(service, upsert(), [item]);
		const asset_id = first.json[0]?.id;
		await service.act('delete-asset', { asset_id });
		await indexed(service);
		expect((await run(service, upsert(), [item])).json).toMatchObject([
			{ result: 'updated', changed: ['status'], id: asset_id, status: 'ACTIVE' },
		]);
		await service.act('delete-asset', { asset_id });
		const settings = { whenDeleted: 'create' };
		const { json } = await run(service, upsert({ settings }), [item]);
		expect(json).toMatchObject([{ result: 'created' }]);
		expect(json[0]?.id).not.toBe(asset_id);
	});

	it('matches on a metadata field, and writes it into what it makes', async () => {
		const view = await addView(service, 'Links', { EntryUid: 'string_exact' });
		const byField = upsert({
			matchBy: 'metadata',
			metadataView: view,
			metadataField: 'EntryUid',
			metadataValue: '={{ $json.entry }}',
		});
		const first = await run(service, byField, [item]);
		expect(first.json).toMatchObject([{ result: 'created' }]);
		const id = String(first.json[0]?.id);
		const values = await call(service, 'GET', `metadata/v1/assets/${id}/views/${view}/`);
		expect(values).toMatchObject({
			metadata_values: { EntryUid: { field_values: [{ value: 'entry-7' }] } },
		});
		await indexed(service);
		expect((await run(service, byField, [item])).json).toMatchObject([{ result: 'unchanged', id }]);
	});

	it('fails only the item without an ID', async () => {
		const { output } = await run(service, upsert(), [item, { title: 'No ID' }], {
			onError: 'continueErrorOutput',
		});
		expect(output[0]).toHaveLength(1);
		expect(output[1]?.[0]?.json).toMatchObject({ error: 'This item has no value to match on' });
	});
});

describe('Asset: Update', () => {
	it('writes only what differs, and clears with an empty text', async () => {
		const { asset_id } = await video(service, 'Harbour');
		const update = of('update', asset_id, {
			updateFields: { title: 'Harbour', warning: 'Old cut', isBlocked: true },
		});
		const { json } = await run(service, update);
		expect(json).toMatchObject([{ changed: ['is_blocked', 'warning'], is_blocked: true }]);
		await service.clearLog();
		expect((await run(service, update)).json).toMatchObject([{ changed: [] }]);
		expect(await writes()).toEqual([]);
		await run(service, of('update', asset_id, { updateFields: { warning: '' } }));
		const stored = await call(service, 'GET', `assets/v1/assets/${asset_id}/`);
		expect(stored).toMatchObject({ warning: null, title: 'Harbour' });
	});

	it('says when there is nothing to update', async () => {
		const { asset_id } = await video(service);
		const { error } = await run(service, of('update', asset_id));
		expect(error?.message).toBe('There is nothing to update');
	});
});

describe('Asset: Delete and Restore', () => {
	it('moves to the delete queue and back', async () => {
		const { asset_id } = await video(service);
		expect((await run(service, of('delete', asset_id))).json).toEqual([
			{ deleted: true, id: asset_id, purged: false },
		]);
		expect((await run(service, of('get', asset_id))).json).toMatchObject([{ status: 'DELETED' }]);
		expect((await run(service, of('restore', asset_id))).json).toMatchObject([
			{ id: asset_id, status: 'ACTIVE' },
		]);
	});

	it('purges for good when asked, also what waits in the delete queue', async () => {
		const { asset_id } = await video(service);
		await run(service, of('delete', asset_id));
		const { json } = await run(service, of('delete', asset_id, { purge: true }));
		expect(json).toEqual([{ deleted: true, id: asset_id, purged: true }]);
		const { error } = await run(service, of('restore', asset_id));
		expect(error).toMatchObject({ httpCode: '404' });
	});

	it('names the role for purging', async () => {
		const { asset_id } = await video(service);
		await service.act('set-role', { role: 'can_purge_assets', granted: false });
		const { error } = await run(service, of('delete', asset_id, { purge: true }));
		expect(error?.description).toContain('can_purge_assets');
	});
});

describe('Asset: History', () => {
	it('adds an entry and reads it back, the latest first', async () => {
		const { asset_id } = await approvedVideo(service);
		const text = 'Published on page "Spring campaign"';
		await run(service, of('addHistoryEntry', asset_id, { text }));
		const { json } = await run(service, of('getHistory', asset_id));
		expect(json[0]).toMatchObject({ operation_type: 'CUSTOM', operation_description: text });
		const approvals = await run(
			service,
			of('getHistory', asset_id, { operationTypes: ['APPROVE'], limit: 1 }),
		);
		expect(approvals.json).toMatchObject([{ operation_type: 'APPROVE' }]);
	});
});

describe('Asset: Get Many', () => {
	it('gives active assets in the chosen order, and deleted ones on request', async () => {
		const ids = [];
		for (const title of ['C', 'A', 'B']) ids.push((await video(service, title)).asset_id);
		await service.act('delete-asset', { asset_id: ids[0] });
		await indexed(service);
		const options = { sortBy: 'title', sortDirection: 'asc' };
		const active = await run(service, { operation: 'getAll', options });
		expect(active.json.map(({ title }) => title)).toEqual(['A', 'B']);
		const filters = { statuses: ['DELETED'] };
		const deleted = await run(service, { operation: 'getAll', filters });
		expect(deleted.json).toMatchObject([{ title: 'C', status: 'DELETED' }]);
	});
});
