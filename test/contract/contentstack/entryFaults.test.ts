import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, install, run, save } from './runContentstack';
import { runNode } from '../../support/engine';
import { RecordingServer } from '../../support/recordingServer';

const service = withContentstack();
let count = 0;
const newItem = () => ({ asset_id: `asset-${++count}`, fields: { title: `Film ${count}` } });

beforeAll(async () => {
	await install(service);
});
beforeEach(async () => await service.clearLog());

const entriesOf = async (assetId: string) => {
	const { json } = await run(service, {
		resource: 'entry',
		operation: 'getAll',
		contentType: byId('iconik_media'),
		returnAll: true,
		query: JSON.stringify({ iconik_asset_id: assetId }),
	});
	return json;
};
const runWith = async (change: IDataObject, parameters = save) =>
	await runNode({
		...configured(
			{ contentstackApi: { ...service.credentials.contentstackApi, ...change } },
			parameters,
		),
		items: [newItem()],
	});

describe('wrong credentials', () => {
	it('a rejected token is told without being shown', async () => {
		const { error } = await runWith({ managementToken: 'cs0000000000wrong' });
		expect(error?.httpCode).toBe('401');
		expect(error?.description).toContain('Settings → Tokens → Management Tokens');
		expect(JSON.stringify(error)).not.toContain('cs0000000000wrong');
	});

	it('an unknown API key points at the key and the region', async () => {
		const { error } = await runWith({ apiKey: 'blt0000000000000000' });
		expect(error?.message).toContain('api_key is not valid');
		expect(error?.description).toContain('region');
	});

	it('an unknown branch points at the branch', async () => {
		const { error } = await runWith({ branch: 'nowhere' });
		expect(error?.description).toContain('Settings → Branches');
	});

	it('a wrong region that answers with a web page is told as such, at once', async () => {
		await service.faults([{ fault: 'html', status: 404 }]);
		const { error } = await runWith({});
		expect(error?.message).toContain('a web page instead of data (HTTP 404)');
		expect(error?.description).toContain('Check the region');
		expect(await service.calls()).toHaveLength(1);
	});
});

describe('a wrong address', () => {
	const site = new RecordingServer(() => ({ body: '<html><title>Welcome</title></html>' }));
	afterAll(async () => await site.close());

	it('that is a web site is told as such although it answers 200', async () => {
		const { error } = await runWith({ apiUrl: await site.listen() });
		expect(error?.message).toContain('a web page instead of data (HTTP 200): Welcome');
	});

	it.each([
		['', 'The credential has no Management API URL'],
		['http://contentstack.invalid', 'at http://contentstack.invalid'],
	])('"%s" is told at once', async (apiUrl, words) => {
		const { error } = await runWith({ apiUrl });
		expect(error?.message).toContain(words);
	});
});

describe('a disturbed service', () => {
	it('a gateway page once is survived', async () => {
		await service.faults([{ fault: 'html', status: 502, match: { times: 1 } }]);
		const { json } = await run(service, save, [newItem()]);
		expect(json[0]?.result).toBe('created');
	});

	it('a connection reset after the entry was stored leaves exactly one entry', async () => {
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/entries', times: 1 } },
		]);
		const item = newItem();
		const { json } = await run(service, save, [item]);
		expect(json[0]).toMatchObject({ result: 'created', version: 1 });
		expect(await entriesOf(item.asset_id)).toHaveLength(1);
	});

	it('a reset before the entry was stored is tried again after a look', async () => {
		await service.faults([
			{ fault: 'reset-before-storing', match: { method: 'POST', path: '*/entries', times: 1 } },
		]);
		const item = newItem();
		const { json } = await run(service, save, [item]);
		expect(json[0]?.result).toBe('created');
		expect(await entriesOf(item.asset_id)).toHaveLength(1);
	});

	it('a 500 after the entry was stored leaves exactly one entry', async () => {
		await service.faults([
			{
				fault: 'error-after-storing',
				status: 500,
				match: { method: 'POST', path: '*/entries', times: 1 },
			},
		]);
		const item = newItem();
		const { json } = await run(service, save, [item]);
		expect(json[0]).toMatchObject({ result: 'created', version: 1 });
		expect(await entriesOf(item.asset_id)).toHaveLength(1);
	});

	it('an update whose answer was lost is repeated and counts as an update', async () => {
		const item = newItem();
		await run(service, save, [item]);
		await service.faults([{ fault: 'reset-after-storing', match: { method: 'PUT', times: 1 } }]);
		const { json } = await run(service, save, [{ ...item, fields: { title: 'Changed' } }]);
		expect(json[0]).toMatchObject({ result: 'updated', entry: { title: 'Changed' } });
	});

	it('half a minute of 429 is survived', async () => {
		const item = newItem();
		await service.faults([{ fault: 'rate-limited', match: { seconds: 30 } }]);
		const { json, error } = await run(service, save, [item]);
		expect(error).toBeUndefined();
		expect(json[0]?.result).toBe('created');
	}, 90_000);
});

describe('a race', () => {
	it('two runs at once make one entry', async () => {
		const item = newItem();
		const runs = await Promise.all([
			run(service, save, [item]),
			run(service, save, [{ ...item, fields: { ...item.fields, width: 1920 } }]),
			run(service, save, [item]),
		]);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		const entries = await entriesOf(item.asset_id);
		expect(entries).toHaveLength(1);
		expect(entries[0]).toMatchObject({ width: 1920 });
	});

	it('a title that another entry has is reported in the words of the service', async () => {
		await service.act('create-entry', { contentType: 'campaign', fields: { title: 'Taken' } });
		const { error } = await run(
			service,
			{
				...save,
				contentType: byId('campaign'),
				matchField: 'iconik_collection_id',
				matchValue: 'collection-1',
				fieldsJson: '{"title": "Taken"}',
			},
			[{}],
		);
		expect(error?.message).toContain('title is not unique');
		expect(error?.description).toContain('code 119');
	});
});
