import type { INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { loadOptionsContext } from '../../support/engine';
import {
	addView,
	approvedVideo,
	call,
	credentialTypes,
	indexed,
	node,
	run,
	type,
	video,
} from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const search = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'asset',
	operation: 'search',
	...more,
});
const titles = async (more: INodeParameters) =>
	(await run(service, search({ returnAll: true, ...more }))).json.map(({ title }) => title).sort();

/** Three videos with metadata: A and B in the campaign Spring, C without any. */
async function campaign(): Promise<{ view: string; ids: Record<'A' | 'B' | 'C', string> }> {
	const view = await addView(service, 'Editorial', {
		Campaign: 'string',
		Expiry: 'date',
		Tags: 'tag_cloud',
	});
	const ids = { A: '', B: '', C: '' };
	for (const title of ['A', 'B', 'C'] as const) ids[title] = (await video(service, title)).asset_id;
	const set = async (asset_id: string, values: object) =>
		await service.act('update-metadata', { asset_id, values });
	await set(ids.A, { Campaign: 'Spring', Expiry: '2027-03-31', Tags: ['a/b: c', 'sea'] });
	await set(ids.B, { Campaign: 'Spring tour', Expiry: '2027-12-31' });
	await indexed(service);
	return { view, ids };
}

const where = (...conditions: INodeParameters[]): INodeParameters => ({
	metadataConditions: { conditions },
});

describe('Asset: Search', () => {
	it.each([
		['is one of', { field: 'Campaign', condition: 'oneOf', value: 'Spring, Autumn' }, ['A']],
		['contains words', { field: 'Campaign', condition: 'contains', value: 'spring' }, ['A', 'B']],
		[
			'is signs that mean something',
			{ field: 'Tags', condition: 'contains', value: 'a/b: c' },
			['A'],
		],
		['has a value', { field: 'Expiry', condition: 'exists' }, ['A', 'B']],
		['has no value', { field: 'Expiry', condition: 'missing' }, ['C']],
		['is before', { field: 'Expiry', condition: 'between', to: '2027-06-30' }, ['A']],
		['is after', { field: 'Expiry', condition: 'between', from: '2027-06-30' }, ['B']],
		['is not filled in', { field: '', condition: 'oneOf', value: 'x' }, ['A', 'B', 'C']],
	] as Array<[string, INodeParameters, string[]]>)(
		'finds by metadata that %s',
		async (_name, condition, found) => {
			await campaign();
			expect(await titles(where(condition))).toEqual(found);
		},
	);

	it('finds by collection, external ID, date and type together', async () => {
		const { id } = await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', {
			title: 'Spring',
		});
		await video(service, 'In it', { collection_id: id });
		await video(service, 'Wanted', { type: 'PLACEHOLDER', collection_id: id });
		await call(service, 'POST', 'assets/v1/assets/', { title: 'Known', external_id: 'entry-1' });
		await indexed(service);
		const filters = async (given: INodeParameters) => await titles({ filters: given });
		expect(await filters({ collectionId: id })).toEqual(['In it', 'Wanted']);
		expect(await filters({ collectionId: id, assetTypes: ['PLACEHOLDER'] })).toEqual(['Wanted']);
		expect(await filters({ externalIds: 'entry-1, entry-2' })).toEqual(['Known']);
		expect(await filters({ createdUntil: '2020-01-01T00:00:00' })).toEqual([]);
		expect(await filters({ createdSince: '2020-01-01T00:00:00', isOnline: true })).toContain(
			'In it',
		);
	});

	it('gives the chosen fields only, with the flat metadata of a view', async () => {
		const { view, ids } = await campaign();
		const options = {
			fields: ['title'],
			metadataView: view,
			sortBy: 'title',
			sortDirection: 'asc',
		};
		const { json } = await run(service, search({ options, limit: 1 }));
		expect(json).toEqual([
			{
				id: ids.A,
				title: 'A',
				metadata: { Campaign: 'Spring', Expiry: '2027-03-31', Tags: ['a/b: c', 'sea'] },
			},
		]);
	});

	it('counts assets by the values of some fields', async () => {
		await approvedVideo(service, 'A');
		await video(service, 'B');
		await video(service, 'C', { media_type: 'image' });
		await indexed(service);
		const facets = ['media_type', 'approval_status'];
		const { json } = await run(service, search({ output: 'counts', facets }));
		expect(json).toEqual(
			expect.arrayContaining([
				{ facet: 'media_type', value: 'video', count: 2 },
				{ facet: 'media_type', value: 'image', count: 1 },
				{ facet: 'approval_status', value: 'APPROVED', count: 1 },
			]),
		);
	});

	it('goes deeper than the 10,000 that page numbers reach, with 1000 in a call', async () => {
		await service.act('import-assets', { count: 10_500 });
		await indexed(service);
		await service.clearLog();
		const { json } = await run(service, search({ returnAll: true }));
		expect(new Set(json.map(({ id }) => id)).size).toBe(10_500);
		const calls = await service.calls('read');
		expect(calls).toHaveLength(11);
		expect(calls.every(({ query }) => query.includes('per_page=1000'))).toBe(true);
	}, 60_000);

	it('names the role that is missing', async () => {
		await service.act('set-role', { role: 'can_search', granted: false });
		const { error } = await run(service, search());
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.description).toContain('can_search');
	});

	it('says which views there are when the chosen one is unknown', async () => {
		await campaign();
		const { error } = await run(service, search({ options: { metadataView: 'Editorials' } }));
		expect(error).toMatchObject({
			message: 'iconik has no metadata view "Editorials"',
			description: 'There are: Editorial',
		});
	});
});

describe('the dropdowns of the search', () => {
	const options = async (
		method: 'getConditionFields' | 'getFacets' | 'getFieldsOfMetadataView',
		parameters: INodeParameters,
		path = '',
	) => {
		const { credentials } = service;
		const context = loadOptionsContext({
			...{ node, type, parameters, credentials, credentialTypes },
			path,
		});
		return (await node.methods.loadOptions[method].call(context)).map(({ value }) => value);
	};

	it('offer the fields of the view of a condition, or all fields', async () => {
		const { view } = await campaign();
		await addView(service, 'Delivery', { DeliveryUrl: 'url' });
		const path = 'parameters.metadataConditions.conditions[0].field';
		const of = (metadataView: string) =>
			search(where({ metadataView, field: '', condition: 'exists' }));
		const own = ['Campaign', 'Expiry', 'Tags'];
		expect(await options('getConditionFields', of(view), path)).toEqual(own);
		expect(await options('getConditionFields', of(''), path)).toEqual([...own, 'DeliveryUrl']);
		const upsert = { resource: 'asset', operation: 'createOrUpdate', matchBy: 'metadata' };
		const match = { ...upsert, metadataView: view };
		expect(await options('getFieldsOfMetadataView', match)).toEqual(own);
	});

	it('offer to count by the fields that iconik counts', async () => {
		await campaign();
		await call(service, 'PATCH', 'metadata/v1/fields/Campaign/', {
			label: 'Campaign',
			field_type: 'string',
			use_as_facet: true,
		});
		const found = await options('getFacets', search({ output: 'counts' }));
		expect(found).toContain('media_type');
		expect(found).toContain('metadata.Campaign');
		expect(found).not.toContain('metadata.Tags');
	});
});
