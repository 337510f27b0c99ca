import type { INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { loadOptionsContext } from '../../support/engine';
import { addView, byId, call, credentialTypes, indexed, node, run, type, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

/** A view with a field of each type. */
async function everyType(): Promise<string> {
	const options = [
		{ value: 'de', label: 'Germany' },
		{ value: 'fr', label: 'France' },
	];
	const country = { name: 'Country', label: 'Country', field_type: 'drop_down', options };
	await call(service, 'POST', 'metadata/v1/fields/', country);
	const view = await addView(service, 'Editorial', {
		Campaign: 'string',
		Notes: 'text',
		Takes: 'integer',
		Rating: 'float',
		IsLive: 'boolean',
		Expiry: 'date',
		Release: 'datetime',
		Tags: 'tag_cloud',
		Page: 'url',
		Contact: 'email',
	});
	const path = `metadata/v1/views/${view}/`;
	const { view_fields } = await call<{ view_fields: Array<{ name: string }> }>(
		service,
		'GET',
		path,
	);
	const own = view_fields.map(({ name }) => ({ name }));
	const fields = [{ name: '__separator__' }, ...own, { name: 'Country' }];
	await call(service, 'PATCH', path, { name: 'Editorial', view_fields: fields });
	return view;
}

const of = (operation: string, assetId: string, view: string, more: INodeParameters = {}) => ({
	resource: 'metadata',
	operation,
	assetId: byId(assetId),
	metadataView: view,
	...more,
});
const json = (values: object, more: INodeParameters = {}): INodeParameters => ({
	dataMode: 'json',
	fieldsJson: JSON.stringify(values),
	...more,
});
const puts = async () =>
	(await service.calls('write')).filter(({ path }) => path.includes('/v1/assets/'));

describe('Metadata: Get', () => {
	it('gives flat values, and an empty object for an untouched asset', async () => {
		const view = await everyType();
		const { asset_id } = await video(service);
		expect((await run(service, of('get', asset_id, view))).json).toEqual([{}]);
		const values = { Campaign: 'Spring', Tags: ['harbour', 'dawn'], IsLive: true };
		await service.act('update-metadata', { asset_id, values });
		expect((await run(service, of('get', asset_id, 'Editorial'))).json).toEqual([values]);
		const all = await run(service, of('get', asset_id, view, { options: { includeEmpty: true } }));
		expect(all.json).toMatchObject([{ ...values, Notes: null, Country: null }]);
		expect(all.json[0]).not.toHaveProperty('__separator__');
	});

	it('reads the values of one version', async () => {
		const view = await everyType();
		const { asset_id, version_id } = await video(service);
		await service.act('update-metadata', { asset_id, values: { Campaign: 'Spring' } });
		await service.act('add-version', { asset_id });
		await service.act('update-metadata', { asset_id, values: { Campaign: 'Autumn' } });
		const options = { versionId: version_id };
		const { json: read } = await run(service, of('get', asset_id, view, { options }));
		expect(read).toEqual([{ Campaign: 'Spring' }]);
	});

	it('does not take an unknown asset or view for an untouched one', async () => {
		const view = await everyType();
		const { asset_id } = await video(service);
		const unknown = '00000000-0000-11ee-8000-000000000000';
		expect((await run(service, of('get', unknown, view))).error).toMatchObject({ httpCode: '404' });
		for (const missing of [unknown, 'Editorials']) {
			const { error } = await run(service, of('get', asset_id, missing));
			expect(error?.message).toBe(`iconik has no metadata view "${missing}"`);
		}
		expect((await run(service, of('get', asset_id, 'Editorials'))).error?.description).toContain(
			'Editorial',
		);
	});
});

describe('Metadata: Update', () => {
	it('writes each type in iconik’s own shape', async () => {
		const view = await everyType();
		const { asset_id } = await video(service);
		const values = {
			Campaign: 'Spring',
			Takes: '3',
			Rating: 4.5,
			IsLive: 'true',
			Expiry: '2027-01-31T23:30:00.000+02:00',
			Release: '2027-01-31T08:00:00',
			Tags: 'harbour, dawn',
			Page: 'https://example.com/a',
			Contact: 'a@example.com',
			Country: 'Germany',
		};
		const { json: written } = await run(service, of('update', asset_id, view, json(values)));
		expect(written).toMatchObject([
			{
				asset_id,
				changed: Object.keys(values),
				metadata: {
					Takes: 3,
					Rating: 4.5,
					IsLive: true,
					Expiry: '2027-01-31',
					Release: '2027-01-31T08:00:00.000Z',
					Tags: ['harbour', 'dawn'],
					Country: 'de',
				},
			},
		]);
		await service.clearLog();
		const again = await run(service, of('update', asset_id, view, json(values)));
		expect(again.json).toMatchObject([{ changed: [] }]);
		expect(await puts()).toEqual([]);
	});

	it('leaves out what is absent, clears what is null, and leaves what nobody filled in', async () => {
		const view = await everyType();
		const { asset_id } = await video(service);
		const start = { Campaign: 'Spring', Notes: 'Old', Tags: ['a'], Takes: 1 };
		await service.act('update-metadata', { asset_id, values: start });
		const fields = {
			mappingMode: 'defineBelow',
			value: { Campaign: '', Notes: '={{ $json.notes }}', Tags: '={{ $json.tags }}', IsLive: null },
			schema: [],
			matchingColumns: [],
		};
		const { json: written } = await run(service, of('update', asset_id, view, { fields }), [
			{ notes: null, tags: ['b'] },
		]);
		expect(written).toMatchObject([
			{
				changed: ['Notes', 'Tags'],
				metadata: { Campaign: 'Spring', Notes: null, Tags: 'b', Takes: 1 },
			},
		]);
	});

	it('takes over the fields of the item that the view has', async () => {
		const view = await everyType();
		const { asset_id } = await video(service);
		const fields = { mappingMode: 'autoMapInputData', value: null, schema: [] };
		const { json: written } = await run(service, of('update', asset_id, view, { fields }), [
			{ Campaign: 'Spring', other: 1 },
		]);
		expect(written).toMatchObject([{ changed: ['Campaign'], metadata: { Campaign: 'Spring' } }]);
	});

	it('appends and deletes values of lists, only what is missing or there', async () => {
		const view = await everyType();
		const { asset_id } = await video(service);
		await service.act('update-metadata', { asset_id, values: { Tags: ['a', 'b'] } });
		const tags = async (mode: string, Tags: string[]) =>
			(await run(service, of('update', asset_id, view, json({ Tags }, { mode })))).json[0];
		expect(await tags('append', ['b', 'c'])).toMatchObject({
			changed: ['Tags'],
			metadata: { Tags: ['a', 'b', 'c'] },
		});
		expect(await tags('append', ['c'])).toMatchObject({ changed: [] });
		expect(await tags('delete', ['a', 'x'])).toMatchObject({ metadata: { Tags: ['b', 'c'] } });
		expect(await tags('delete', ['x'])).toMatchObject({ changed: [] });
	});

	it.each([
		[{ Countri: 'de' }, 'The view "Editorial" has no field "Countri"', 'It has: Campaign'],
		[{ Country: 'es' }, 'does not offer "es"', 'It offers: de (Germany), fr (France)'],
		[{ Takes: 'three' }, 'takes a whole number, not "three"', 'Check'],
		[{ Rating: 'x' }, 'takes a number, not "x"', 'Check'],
		[{ IsLive: 'maybe' }, 'takes true or false', 'Check'],
		[{ Expiry: '31.01.2027' }, 'takes a date', 'YYYY-MM-DD'],
		[{ Release: 'soon' }, 'takes a date and time', '2027-01-31T08:00:00Z'],
		[{ Campaign: ['a', 'b'] }, 'takes one value only', 'not a list'],
		[{ Campaign: { a: 1 } }, 'takes text', 'Check'],
		[{}, 'There is nothing to write', 'at least one field'],
	])('refuses %j before anything is written', async (values, message, advice) => {
		const view = await everyType();
		const { asset_id } = await video(service);
		const { error } = await run(service, of('update', asset_id, view, json(values)));
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(advice);
		expect(await puts()).toEqual([]);
	});

	it('tells iconik’s words for a value that only iconik can judge, and the role that is missing', async () => {
		const view = await everyType();
		const { asset_id } = await video(service);
		const bad = await run(service, of('update', asset_id, view, json({ Contact: 'nobody' })));
		expect(bad.error?.message).toContain('Contact: Not a valid email address');
		await service.act('set-role', { role: 'can_write_metadata_values', granted: false });
		const denied = await run(service, of('update', asset_id, view, json({ Campaign: 'x' })));
		expect(denied.error).toMatchObject({ httpCode: '403' });
		expect(denied.error?.description).toContain('can_write_metadata_values');
	});
});

it('reads and writes the metadata of a collection in the same way', async () => {
	const view = await everyType();
	const { id } = await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', {
		title: 'Spring',
	});
	const object = { objectType: 'collections', collectionId: byId(id) };
	const parameters = { resource: 'metadata', metadataView: view, ...object };
	const get = { ...parameters, operation: 'get' };
	expect((await run(service, get)).json).toEqual([{}]);
	const update = { ...parameters, operation: 'update', ...json({ Campaign: 'Spring' }) };
	expect((await run(service, update)).json).toMatchObject([
		{ collection_id: id, changed: ['Campaign'] },
	]);
	expect((await run(service, get)).json).toEqual([{ Campaign: 'Spring' }]);
	const unknown = byId('00000000-0000-11ee-8000-000000000000');
	const { error } = await run(service, { ...get, collectionId: unknown });
	expect(error).toMatchObject({ httpCode: '404' });
});

describe('Metadata: Update Many Assets', () => {
	const many = (view: string, more: INodeParameters = {}) =>
		of('updateMany', '={{ $json.asset_id }}', view, {
			dataMode: 'json',
			fieldsJson: '={{ $json.values }}',
			...more,
		});

	it('writes 600 assets with two calls, each with its own values', async () => {
		const view = await everyType();
		const { asset_ids } = await service.act<{ asset_ids: string[] }>('import-assets', {
			count: 600,
		});
		await indexed(service);
		await service.clearLog();
		const items = asset_ids.map((asset_id, n) => ({ asset_id, values: { Takes: n + 1 } }));
		const { json: written } = await run(service, many(view), items);
		expect(await puts()).toMatchObject([{ method: 'POST' }, { method: 'POST' }]);
		expect(written).toHaveLength(600);
		expect(written[599]).toMatchObject({
			asset_id: asset_ids[599],
			fields: ['Takes'],
			job_status: 'FINISHED',
		});
		const last = await run(service, of('get', String(asset_ids[599]), view));
		expect(last.json).toEqual([{ Takes: 600 }]);
	}, 60_000);

	it('fails alone the item with an unknown asset, a wrong field, or a value that iconik refuses', async () => {
		const view = await everyType();
		const ids = [];
		for (const title of ['A', 'B', 'C']) ids.push((await video(service, title)).asset_id);
		const items = [
			{ asset_id: ids[0], values: { Contact: 'a@example.com' } },
			{ asset_id: ids[1], values: { Contact: 'nobody' } },
			{ asset_id: '00000000-0000-11ee-8000-000000000000', values: { Contact: 'b@example.com' } },
			{ asset_id: ids[2], values: { Nonsense: 1 } },
			{ asset_id: ids[2], values: { Contact: 'c@example.com' } },
		];
		const { output } = await run(service, many(view), items, { onError: 'continueErrorOutput' });
		expect(output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 4 }]);
		expect(output[1]?.map(({ json: { error } }) => error)).toEqual([
			expect.stringContaining('Not a valid email address'),
			expect.stringContaining('does not have what was asked for'),
			expect.stringContaining('has no field "Nonsense"'),
		]);
	});

	it('keeps the order of several values for one asset, and sends the same values for all once', async () => {
		const view = await everyType();
		const { asset_id } = await video(service);
		const other = (await video(service, 'Other')).asset_id;
		const items = [
			{ asset_id, values: { Campaign: 'Spring' } },
			{ asset_id: other, values: { Campaign: 'Spring' } },
			{ asset_id, values: { Campaign: 'Autumn' } },
		];
		await run(service, many(view), items);
		expect(await puts()).toMatchObject([{ method: 'PUT' }, { method: 'PUT' }]);
		expect((await run(service, of('get', asset_id, view))).json).toEqual([{ Campaign: 'Autumn' }]);
		expect((await run(service, of('get', other, view))).json).toEqual([{ Campaign: 'Spring' }]);
	});
});

describe('Metadata: Create View', () => {
	const create = (names: Array<[string, string, object?]>): INodeParameters => ({
		resource: 'metadata',
		operation: 'createView',
		viewName: 'Contentstack',
		viewFields: {
			fields: names.map(([name, fieldType, more]) => ({ name, type: fieldType, ...more })),
		},
	});

	it('makes what is missing, and nothing at the second time', async () => {
		const plan = create([
			['cms_entry_uid', 'string_exact'],
			['cms_status', 'drop_down', { options: 'live=Live, draft' }],
			['cms_placements', 'text', { multi: true, label: 'Placements' }],
		]);
		const first = await run(service, plan);
		expect(first.json).toMatchObject([
			{ result: 'created', created_fields: ['cms_entry_uid', 'cms_status', 'cms_placements'] },
		]);
		const field = await call(service, 'GET', 'metadata/v1/fields/cms_status/');
		expect(field).toMatchObject({
			field_type: 'drop_down',
			options: [
				{ value: 'live', label: 'Live' },
				{ value: 'draft', label: 'draft' },
			],
		});
		await service.clearLog();
		const second = await run(service, plan, [{}, {}]);
		expect(second.json).toMatchObject([
			{ result: 'unchanged', id: first.json[0]?.id, created_fields: [] },
			{ result: 'unchanged' },
		]);
		expect(await service.calls('write')).toEqual([]);
	});

	it('adds missing fields to a view that people changed, and leaves the rest alone', async () => {
		await run(service, create([['cms_entry_uid', 'string_exact']]));
		const { objects } = await call<{ objects: Array<{ id: string }> }>(
			service,
			'GET',
			'metadata/v1/views/',
		);
		const path = `metadata/v1/views/${String(objects[0]?.id)}/`;
		const own = [
			{ name: '__separator__', label: 'CMS' },
			{ name: 'cms_entry_uid', read_only: true },
		];
		await call(service, 'PUT', path, { name: 'Contentstack', view_fields: own });
		const { json: done } = await run(
			service,
			create([
				['cms_entry_uid', 'string'],
				['cms_locale', 'string'],
			]),
		);
		expect(done).toMatchObject([
			{
				result: 'updated',
				created_fields: ['cms_locale'],
				added_fields: ['cms_locale'],
				differing_fields: [
					{ name: 'cms_entry_uid', field_type: 'string_exact', wanted_type: 'string' },
				],
			},
		]);
		const { metadata_views } = await service.state();
		expect(metadata_views).toMatchObject([{ view_fields: [...own, { name: 'cms_locale' }] }]);
	});

	it('makes each field once although the connection breaks after it was made', async () => {
		await service.faults([
			{
				fault: 'reset-after-storing',
				match: { method: 'POST', path: '/API/metadata/v1/*', times: 2 },
			},
		]);
		const { json: done, error } = await run(service, create([['cms_locale', 'string']]));
		expect(error).toBeUndefined();
		expect(done).toMatchObject([{ created_fields: ['cms_locale'] }]);
	}, 30_000);

	it.each([
		[[['two words', 'string']], 'cannot be the name of a field'],
		[
			[
				['a', 'string'],
				['a', 'text'],
			],
			'is there twice',
		],
		[[['a', 'drop_down']], 'has no options'],
		[[], 'The view has no fields'],
	] as Array<[Array<[string, string]>, string]>)(
		'refuses the fields %j',
		async (names, message) => {
			expect((await run(service, create(names))).error?.message).toContain(message);
			expect(await service.calls()).toEqual([]);
		},
	);
});

it('offers the fields of the view as inputs by their type, without lines and read-only fields', async () => {
	const metadataView = await everyType();
	const { credentials } = service;
	const parameters = { resource: 'metadata', operation: 'update', metadataView };
	const context = loadOptionsContext({ node, type, parameters, credentials, credentialTypes });
	const { fields } = await node.methods.resourceMapping.getMetadataFields.call(context);
	const types = Object.fromEntries(fields.map(({ id, type: input }) => [id, input]));
	expect(types).toMatchObject({ Takes: 'number', IsLive: 'boolean', Country: 'options' });
	expect(types).not.toHaveProperty('__separator__');
	expect(fields.find(({ id }) => id === 'Country')?.options).toEqual([
		{ name: 'Germany', value: 'de' },
		{ name: 'France', value: 'fr' },
	]);
});
