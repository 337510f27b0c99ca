import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, run } from './runContentstack';

const service = withContentstack();
beforeEach(async () => await service.clearLog());

const text = (uid: string, more: IDataObject = {}) => ({
	uid,
	display_name: uid,
	data_type: 'text',
	...more,
});
const title = text('title', { mandatory: true, unique: true });
const writes = async () => (await service.calls('write')).length;
const go = async (parameters: INodeParameters, items: IDataObject[] = [{}]) => {
	const { json, error } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return json as Array<IDataObject & { schema: Array<{ uid: string; schema?: unknown[] }> }>;
};
const refused = async (parameters: INodeParameters) => (await run(service, parameters)).error;
let count = 0;

describe.each([
	['contentType', 'Content Type'],
	['globalField', 'Global Field'],
])('%s', (resource, words) => {
	const at = (operation: string, more: INodeParameters = {}): INodeParameters => ({
		resource,
		operation,
		...more,
	});
	const create = (uid: string, more: INodeParameters = {}) =>
		at('create', {
			uid,
			title: `T ${uid}`,
			schema: JSON.stringify([title, text('summary')]),
			...more,
		});
	const update = (uid: string, fields: unknown[], more: INodeParameters = {}) =>
		at('update', { [resource]: byId(uid), schema: JSON.stringify(fields), ...more });

	it('is made, read and listed with its fields', async () => {
		const uid = `made_${++count}`;
		const [made] = await go(create(uid, { additionalFields: { description: 'For tests' } }));
		expect(made).toMatchObject({ uid, title: `T ${uid}`, description: 'For tests', version: 1 });
		const [read] = await go(at('get', { [resource]: byId(uid) }));
		expect(read?.schema.map((field) => field.uid)).toEqual(['title', 'summary']);
		const all = await go(at('getAll', { returnAll: true }));
		expect(all.map((type) => type.uid)).toContain(uid);
		const [raw] = await go(at('getAll', { limit: 1, simplify: false }));
		expect(raw).toHaveProperty('_version');
	});

	it('gets the missing fields, and nothing is written when none is missing', async () => {
		const uid = `added_${++count}`;
		await go(create(uid));
		const [changed] = await go(update(uid, [text('summary'), text('credits')]));
		expect(changed?.schema.map((field) => field.uid)).toEqual(['title', 'summary', 'credits']);
		await service.clearLog();
		await go(update(uid, [text('credits')]));
		expect(await writes()).toBe(0);
	});

	it('keeps the fields of two items that add to it at the same time', async () => {
		const uid = `both_${++count}`;
		await go(create(uid));
		await go(
			at('update', {
				[resource]: byId(uid),
				schema: '={{ [{ uid: $json.field, display_name: "x", data_type: "text" }] }}',
			}),
			[{ field: 'one' }, { field: 'two' }],
		);
		const [read] = await go(at('get', { [resource]: byId(uid) }));
		expect(read?.schema.map((field) => field.uid)).toEqual(['title', 'summary', 'one', 'two']);
	});

	it('has its fields replaced, or left alone while the title changes', async () => {
		const uid = `replaced_${++count}`;
		await go(create(uid));
		const [replaced] = await go(update(uid, [title], { schemaChange: 'replace' }));
		expect(replaced?.schema.map((field) => field.uid)).toEqual(['title']);
		const [named] = await go(
			update(uid, [], { schemaChange: 'leave', additionalFields: { title: `New ${uid}` } }),
		);
		expect(named).toMatchObject({ title: `New ${uid}`, version: 3 });
	});

	it('whose answer was lost is found and not made twice', async () => {
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/v3/*', times: 1 } },
		]);
		const uid = `lost_${++count}`;
		expect(await go(create(uid))).toMatchObject([{ uid }]);
		expect(await writes()).toBe(1);
	});

	it('is refused in words when it cannot be', async () => {
		const uid = `taken_${++count}`;
		await go(create(uid));
		expect((await refused(create(uid)))?.message).toContain('uid is not unique');
		expect((await refused(create('Not A Uid')))?.message).toContain('cannot be a UID');
		expect((await refused(create('x_y', { schema: '{"a": 1}' })))?.message).toBe(
			'Schema (JSON) is not a list of fields',
		);
		const number = { uid: 'summary', display_name: 'x', data_type: 'number' };
		expect((await refused(update(uid, [number])))?.message).toContain(
			'The field summary is there already, as text instead of number',
		);
		expect((await refused(at('get', { [resource]: byId('nowhere') })))?.message).toContain(
			`The ${words} 'nowhere' was not found`,
		);
	});
});

it('a content type takes options, and shows the fields of its global fields', async () => {
	const [made] = await go({
		resource: 'contentType',
		operation: 'create',
		uid: 'with_seo',
		title: 'With SEO',
		schema: JSON.stringify([
			title,
			{ uid: 'url', display_name: 'URL', data_type: 'text' },
			{ uid: 'seo', display_name: 'SEO', data_type: 'global_field', reference_to: 'seo' },
		]),
		additionalFields: { options: '{"is_page": true, "url_pattern": "/:title"}' },
	});
	expect(made?.cms_url).toContain('/content-type/with_seo/content-type-builder');
	expect(made?.options).toMatchObject({ is_page: true, url_pattern: '/:title' });
	const [read] = await go({
		resource: 'contentType',
		operation: 'get',
		contentType: byId('with_seo'),
	});
	expect(read?.schema.find(({ uid }) => uid === 'seo')?.schema).toEqual(expect.any(Array));
	await service.clearLog();
	await go({
		resource: 'contentType',
		operation: 'update',
		contentType: byId('with_seo'),
		schema: JSON.stringify([text('more')]),
	});
	expect(await writes()).toBe(1);
});
