import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { type Answer, RecordingServer } from '../../support/recordingServer';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, node, run } from './runContentstack';

const service = withContentstack();
const files = new RecordingServer(({ path }): Answer =>
	path.startsWith('/huge')
		? { headers: { 'content-length': String(101 * 1024 * 1024) }, body: 'x' }
		: { headers: { 'content-type': 'text/vtt' }, body: 'WEBVTT' },
);
let origin = '';
beforeAll(async () => {
	origin = await files.listen();
	await service.act('choose-behaviour', { publishDelayMs: 0 });
});
afterAll(async () => await files.close());
beforeEach(async () => await service.clearLog());

const asset = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'asset',
	operation,
	asset: byId('={{ $json.uid }}'),
	...more,
});
const binaryItem = (text: string, fileName?: string): INodeExecutionData => ({
	json: {},
	binary: {
		data: {
			data: Buffer.from(text).toString('base64'),
			mimeType: 'text/plain',
			...(fileName && { fileName }),
		},
	},
});
const go = async (
	parameters: INodeParameters,
	items: Array<IDataObject | INodeExecutionData> = [{}],
) => {
	const { json, error, output } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return { json, first: json[0] as IDataObject, items: output[0] ?? [] };
};
const upload = async (text = 'one', more: INodeParameters = {}) =>
	(await go(asset('upload', { source: 'binary', ...more }), [binaryItem(text, 'note.txt')])).first;
const refused = async (parameters: INodeParameters, item: IDataObject | INodeExecutionData = {}) =>
	(await run(service, parameters, [item])).error;
const posts = async () =>
	(await service.calls('write')).map(({ method, path }) => `${method} ${path}`);

describe('a file', () => {
	it('is uploaded from binary data with title, description and tags', async () => {
		const first = await upload('hello', {
			additionalFields: { title: 'Note', description: 'A note', tags: 'a, b' },
		});
		expect(first).toMatchObject({
			title: 'Note',
			description: 'A note',
			tags: ['a', 'b'],
			file_name: 'note.txt',
			file_size: 5,
			content_type: 'text/plain',
			version: 1,
		});
		expect(await (await fetch(first.url as string)).text()).toBe('hello');
	});

	it('is uploaded from an address, under the name that the address tells', async () => {
		const { first } = await go(
			asset('upload', { source: 'url', url: `${origin}/films/captions%20de.vtt` }),
		);
		expect(first).toMatchObject({ title: 'captions de.vtt', content_type: 'text/vtt' });
	});

	it('is replaced in place and downloaded again', async () => {
		const { uid, url } = await upload();
		const { first } = await go(
			asset('replaceFile', { source: 'binary', asset: byId(String(uid)) }),
			[binaryItem('two', 'other.txt')],
		);
		expect(first).toMatchObject({ uid, version: 2, file_name: 'other.txt' });
		expect(first.url).not.toBe(url);
		const { items } = await go(asset('download'), [{ uid: uid as string }]);
		expect(items[0]?.json).toMatchObject({ uid, version: 2 });
		expect(items[0]?.binary?.data).toMatchObject({ fileName: 'other.txt', mimeType: 'text/plain' });
	});

	it('of more than 100 MB is refused before it is sent', async () => {
		const error = await refused(asset('upload', { source: 'url', url: `${origin}/huge.mp4` }));
		expect(error?.message).toBe('The file "huge.mp4" is too large for Contentstack');
		expect(await posts()).toEqual([]);
	});

	it('without a name is refused in words', async () => {
		const error = await refused(asset('upload', { source: 'binary' }), binaryItem('x'));
		expect(error?.message).toBe('The file has no name');
	});

	it('is not uploaded twice when the answer was lost', async () => {
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/assets', times: 1 } },
		]);
		const error = await refused(asset('upload', { source: 'binary' }), binaryItem('x', 'x.txt'));
		expect(error?.message).toContain('was uploaded is not known: ');
		expect(await posts()).toHaveLength(1);
	});
});

describe('what an asset says about itself', () => {
	it('is read by UID, by the address of its page and by that of its file', async () => {
		const { uid, cms_url: page, url } = await upload();
		for (const value of [page, url]) {
			const { first } = await go(
				asset('get', { asset: { __rl: true, mode: 'url', value: value as string } }),
			);
			expect(first.uid).toBe(uid);
		}
		const { first: raw } = await go(asset('get', { simplify: false }), [{ uid } as IDataObject]);
		expect(raw).toMatchObject({ uid, filename: 'note.txt', file_size: '3', publish_details: [] });
	});

	it('is written only where it differs, as each write makes a version', async () => {
		const { uid } = await upload();
		const item = { uid } as IDataObject;
		const fields = { title: 'New', tags: ['x'] };
		const { first } = await go(asset('update', { updateFields: fields }), [item]);
		expect(first).toMatchObject({ title: 'New', tags: ['x'], version: 2 });
		await service.clearLog();
		const { first: again } = await go(asset('update', { updateFields: fields }), [item]);
		expect(again.version).toBe(2);
		expect(await posts()).toEqual([]);
		const cleared = await go(asset('update', { updateFields: { tags: '' } }), [item]);
		expect(cleared.first.tags).toEqual([]);
	});

	it('is not updated without a field', async () => {
		const { uid } = await upload();
		const error = await refused(asset('update'), { uid } as IDataObject);
		expect(error?.message).toBe('No field to update is chosen');
	});

	it('is listed by a query, sorted, in full or up to a limit', async () => {
		for (const title of ['list b', 'list a', 'list c'])
			await upload('x', { additionalFields: { title, tags: 'listed' } });
		const listed = asset('getAll', {
			returnAll: true,
			query: '{"tags": {"$in": ["listed"]}}',
			options: { sort: 'asc title' },
		});
		expect((await go(listed)).json.map(({ title }) => title)).toEqual([
			'list a',
			'list b',
			'list c',
		]);
		expect((await go({ ...listed, returnAll: false, limit: 2 })).json).toHaveLength(2);
		const error = await refused({ ...listed, query: '[1]' });
		expect(error?.message).toBe('Query (JSON) is not a valid JSON object');
	});

	it('includes the entries that use it', async () => {
		const { json } = await go(asset('getAll', { returnAll: true }));
		const still = json.find(({ file_name }) => file_name === 'harbour.png');
		const { json: references } = await go(asset('getReferences'), [still as IDataObject]);
		expect(references).toMatchObject([
			{
				asset_uid: still?.uid,
				content_type_uid: 'media',
				title: 'Harbour at dawn',
				cms_url: expect.stringContaining('/content-type/media/en-us/entry/'),
			},
		]);
	});

	it('is searched in the editor by a part of the title', async () => {
		await upload('x', { additionalFields: { title: 'Lighthouse (1)' } });
		const context = loadOptionsContext(configured(service.credentials, asset('get')));
		const { results } = await node.methods.listSearch.searchAssets.call(context, 'house (');
		expect(results).toMatchObject([{ name: 'Lighthouse (1)' }]);
	});
});

describe('deleting', () => {
	it('takes the asset away', async () => {
		const { uid } = await upload();
		expect((await go(asset('delete'), [{ uid } as IDataObject])).json).toEqual([{ deleted: true }]);
		expect((await refused(asset('get'), { uid } as IDataObject))?.description).toContain(
			'code 145',
		);
	});

	it('whose answer was lost counts as done', async () => {
		const { uid } = await upload();
		await service.faults([{ fault: 'reset-after-storing', match: { method: 'DELETE', times: 1 } }]);
		expect((await go(asset('delete'), [{ uid } as IDataObject])).json).toEqual([{ deleted: true }]);
	});

	it('of one that is not there fails alone', async () => {
		const { uid } = await upload();
		const { output } = await run(
			service,
			asset('delete'),
			[{ uid: 'blt0000000000000000' }, { uid } as IDataObject],
			{ onError: 'continueErrorOutput' },
		);
		expect(output.map((branch) => branch.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 0 }],
		]);
	});
});

describe('publishing', () => {
	const publish = asset('publish', {
		environments: ['production'],
		options: { waitUntilDone: true },
	});

	it('puts the version live and does nothing once it is', async () => {
		const item = { uid: (await upload()).uid } as IDataObject;
		expect((await go(publish, [item])).first).toMatchObject({
			result: 'live',
			version: 1,
			environments: ['production'],
			locales: ['en-us'],
		});
		await service.clearLog();
		expect((await go(publish, [item])).first).toMatchObject({ result: 'already_live' });
		expect(await posts()).toEqual([]);
	});

	it('takes several places, a version and a time with one call', async () => {
		const item = { uid: (await upload()).uid } as IDataObject;
		await go(asset('update', { updateFields: { title: 'second' } }), [item]);
		await service.clearLog();
		const { first } = await go(
			asset('publish', {
				version: 1,
				environments: 'production, staging',
				locales: ['en-us', 'de-de'],
				options: { scheduledAt: '2099-01-01T00:00:00Z', waitUntilDone: true },
			}),
			[item],
		);
		expect(first).toMatchObject({
			result: 'queued',
			version: 1,
			environments: ['production', 'staging'],
			locales: ['en-us', 'de-de'],
			scheduled_at: '2099-01-01T00:00:00.000Z',
		});
		expect(await posts()).toHaveLength(1);
	});

	it('is taken back everywhere it is live', async () => {
		const item = { uid: (await upload()).uid } as IDataObject;
		await go({ ...publish, environments: ['production', 'staging'] }, [item]);
		const unpublish = asset('unpublish', { options: { waitUntilDone: true } });
		expect((await go(unpublish, [item])).first).toMatchObject({
			result: 'taken_down',
			environments: ['production', 'staging'],
			locales: ['en-us'],
		});
		expect((await go(unpublish, [item])).first).toMatchObject({ result: 'not_live' });
	});

	it.each([
		[{ environments: ['moon'] }, 'The environment "moon" does not exist'],
		[{ environments: [] }, 'No environment is chosen'],
		[{ locales: ['xx-xx'] }, 'The language "xx-xx" does not exist'],
		[{ asset: byId('={{ $json.none }}') }, 'No asset is given'],
		[{ version: 9 }, 'version'],
		[{ options: { scheduledAt: 'soon' } }, '"soon" is not a time'],
	])('%j is refused in words', async (change, words) => {
		const { uid } = await upload();
		const error = await refused(
			{ ...publish, ...change } as INodeParameters,
			{ uid } as IDataObject,
		);
		expect(error?.message).toContain(words);
	});

	it('a gateway page is survived once, and told when it stays', async () => {
		const item = { uid: (await upload()).uid } as IDataObject;
		await service.faults([{ fault: 'html', status: 502, match: { times: 1 } }]);
		expect((await go(publish, [item])).first.result).toBe('live');
		await service.faults([{ fault: 'html', status: 404 }]);
		expect((await refused(asset('get'), item))?.message).toContain('a web page instead of data');
	});
});
