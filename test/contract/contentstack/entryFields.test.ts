import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, install, node, run, save } from './runContentstack';

const service = withContentstack();
beforeAll(async () => {
	await install(service);
});
beforeEach(async () => await service.clearLog());

const article = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'entry',
	operation,
	contentType: byId('article'),
	entry: byId('={{ $json.uid }}'),
	dataMode: 'json',
	fieldsJson: '={{ $json.fields }}',
	simplify: false,
	...more,
});

it('HTML becomes a document that the service takes, and is no change the next time', async () => {
	const fields = {
		title: 'Rich',
		url: '/rich',
		body: '<h2>Title</h2><p>With <b>bold</b> &amp; <a href="https://x.y">link</a><br>end</p><ul><li>One</li></ul>',
	};
	const { json, error } = await run(service, article('create'), [{ fields }]);
	expect(error).toBeUndefined();
	const entry = json[0]?.entry as IDataObject;
	expect(entry.body).toMatchObject({
		type: 'doc',
		children: [
			{ type: 'h2', children: [{ text: 'Title' }] },
			{
				type: 'p',
				children: [
					{ text: 'With ' },
					{ text: 'bold', bold: true },
					{ text: ' & ' },
					{ type: 'a', attrs: { url: 'https://x.y' }, children: [{ text: 'link' }] },
					{ break: true },
					{ text: 'end' },
				],
			},
			{ type: 'ul', children: [{ type: 'li', children: [{ text: 'One' }] }] },
		],
	});
	const items = [{ uid: json[0]?.uid, fields } as IDataObject];
	const again = await run(service, article('update'), items);
	expect(again.json[0]?.result).toBe('unchanged');
});

it('a reference takes the output of the step before', async () => {
	const { json: media } = await run(service, {
		...article('getAll'),
		contentType: byId('media'),
		limit: 1,
	});
	const { json } = await run(service, article('create'), [
		{ fields: { title: 'Refers', media: { uid: media[0]?.uid, content_type: 'media' } } },
	] as IDataObject[]);
	expect((json[0]?.entry as IDataObject).media).toEqual([
		{ uid: media[0]?.uid, _content_type_uid: 'media' },
	]);
});

describe('the mapper', () => {
	const mapped = (value: IDataObject): INodeParameters => ({
		...save,
		dataMode: 'mapFields',
		fields: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] } as never,
	});
	const rights = ([{ entry } = {}]: IDataObject[]) => (entry as IDataObject).usage_rights;

	it('writes a field inside a group and leaves the rest of the group', async () => {
		const whole = mapped({ title: 'Group', usage_rights: '={{ $json.rights }}' });
		const item = { asset_id: 'group-1', rights: { status: 'valid', holder: 'Studio' } };
		expect(rights((await run(service, whole, [item])).json)).toMatchObject(item.rights);
		const { json } = await run(
			service,
			mapped({ 'usage_rights.status': 'expired', 'usage_rights.notes': '', usage_rights: null }),
			[item],
		);
		expect(json[0]).toMatchObject({ result: 'updated', changed: ['usage_rights'] });
		expect(rights(json)).toMatchObject({ status: 'expired', holder: 'Studio' });
		const cleared = await run(service, mapped({ 'usage_rights.holder': '={{ null }}' }), [item]);
		expect(rights(cleared.json)).toMatchObject({ status: 'expired' });
		expect((rights(cleared.json) as IDataObject).holder).toBeFalsy();
	});

	it('takes such a field from the item by its path when it maps automatically', async () => {
		const { json } = await run(
			service,
			{
				...save,
				dataMode: 'mapFields',
				fields: { mappingMode: 'autoMapInputData', value: null },
			},
			[{ asset_id: 'auto-1', title: 'Auto', 'usage_rights.status': 'pending', 'other.x': 1 }],
		);
		expect(rights(json)).toMatchObject({ status: 'pending' });
	});

	it('offers fields inside groups to be added, and shows the group itself', async () => {
		const { fields } = await node.methods.resourceMapping.getEntryFields.call(
			loadOptionsContext(configured(service.credentials, save)),
		);
		const status = fields.find(({ id }) => id === 'usage_rights.status');
		expect(status).toMatchObject({ type: 'options', removed: true });
		expect(status?.displayName).toMatch(/ → Status$/);
		expect(fields.find(({ id }) => id === 'usage_rights')?.removed).toBeUndefined();
		expect(fields.some(({ id }) => id.startsWith('captions.'))).toBe(false);
	});

	it('offers every field where there is no match field', async () => {
		const context = loadOptionsContext(
			configured(service.credentials, { ...save, operation: 'update' }),
		);
		const { fields } = await node.methods.resourceMapping.getEntryFields.call(context);
		expect(fields.map(({ id }) => id)).toContain('iconik_asset_id');
	});
});
