import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eventually } from '../../support/eventually';
import { runNode } from '../../support/engine';
import { RecordingServer } from '../../support/recordingServer';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, run } from './runContentstack';

const service = withContentstack({ fresh: 'test' });
beforeEach(async () => {
	await service.act('choose-behaviour', { publishDelayMs: 0 });
});

const go = async (parameters: INodeParameters, items: IDataObject[] = [{}]) => {
	const { json, error } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return json;
};
const published = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'publishedContent',
	operation,
	...more,
});
const many = (contentType: string, more: INodeParameters = {}) =>
	published('getAllEntries', { contentType: byId(contentType), returnAll: true, ...more });
const one = (contentType: string, uid: unknown, more: INodeParameters = {}) =>
	published('getEntry', { contentType: byId(contentType), entry: byId(String(uid)), ...more });
const publish = async (uid: string, contentType: string, more: object = {}) =>
	await service.act('publish-entry', { contentType, uid, environments: ['production'], ...more });
const newMedia = async (title: string) => {
	const { uid } = await service.act<{ uid: string }>('create-entry', {
		contentType: 'media',
		fields: { title, video_id: title },
	});
	await publish(uid, 'media');
	return uid;
};
/** Runs with a credential that differs. */
const runWith = async (change: IDataObject, parameters: INodeParameters) =>
	await runNode({
		...configured(
			{ contentstackApi: { ...service.credentials.contentstackApi, ...change } },
			parameters,
		),
		items: [{}],
	});

describe('entries', () => {
	it('are those that are live, as they were published, read with the delivery token alone', async () => {
		const pages = await go(many('page'));
		expect(pages.map(({ title }) => title).sort()).toEqual(['About us', 'Home']);
		const home = pages.find(({ title }) => title === 'Home');
		await service.act('save-entry', {
			contentType: 'page',
			uid: home?.uid,
			fields: { title: 'Home, draft' },
			person: 'Ann',
		});
		await service.clearLog();
		const [read] = await go(one('page', home?.uid));
		expect(read).toMatchObject({ uid: home?.uid, title: 'Home', version: 1 });
		expect((await service.calls()).map(({ credential }) => credential)).toEqual(['delivery token']);
	});

	it('are found by a query, cut to chosen fields, with the entries that they refer to', async () => {
		const options = { only: 'title, media', include: 'media' };
		const [story] = await go(
			many('article', { query: '{"title": {"$regex": "boat"}}', options, simplify: false }),
		);
		expect(story).toMatchObject({
			title: 'The last boatbuilder',
			media: [{ title: 'Harbour at dawn', video_id: 'harbour-01' }],
		});
		expect(story).not.toHaveProperty('summary');
		expect(await go(many('page', { returnAll: false, limit: 1 }))).toHaveLength(1);
	});

	it('come in another language, or in the one that it falls back to', async () => {
		const [story] = await go(many('article'));
		expect(await go(one('article', story?.uid, { locale: 'de-de' }))).toMatchObject([
			{ title: 'The last boatbuilder' },
		]);
		const { error } = await run(
			service,
			one('article', story?.uid, { locale: 'de-de', options: { fallback: false } }),
		);
		expect(error?.description).toContain('code 141');
		await publish(String(story?.uid), 'article', { locales: ['de-de'] });
		await eventually(async () =>
			expect(await go(one('article', story?.uid, { locale: 'de-de' }))).toMatchObject([
				{ title: 'Der letzte Bootsbauer' },
			]),
		);
	});

	it('more than a page of them are read to the end', async () => {
		for (let n = 0; n < 105; n++) await newMedia(`Film ${n}`);
		await eventually(async () => expect(await go(many('media'))).toHaveLength(106));
	});

	it.each([
		[{ contentType: byId('nowhere') }, "The Content Type 'nowhere' was not found"],
		[{ locale: 'xx-xx' }, 'locale is not valid'],
		[{ query: '[]' }, 'Query (JSON) is not a valid JSON object'],
	])('with %j are refused in words', async (change, words) => {
		const { error } = await run(service, { ...many('page'), ...change });
		expect(error?.message).toContain(words);
	});
});

describe('the credential', () => {
	it.each([
		[{ deliveryToken: '' }, 'The credential has no Delivery Token', 'Delivery Tokens'],
		[{ environment: '' }, 'The credential has no Environment', 'Delivery Tokens'],
		[{ cdnUrl: '' }, 'The credential has no Delivery API URL', 'https://cdn.contentstack.io'],
		[{ deliveryToken: 'cs-wrong-token' }, 'access_token is not valid', 'delivery token'],
		[{ environment: 'staging' }, 'environment is not valid', ''],
		[{ branch: 'nowhere' }, 'branch', 'Settings → Branches'],
	])('with %j is told as such, and no secret is shown', async (change, words, advice) => {
		const { error } = await runWith(change as IDataObject, many('page'));
		expect(error?.message).toContain(words);
		expect(error?.description).toContain(advice);
		expect(JSON.stringify(error)).not.toContain('cs-wrong-token');
	});

	it('a page instead of data is told as such', async () => {
		await service.faults([{ fault: 'html', status: 404 }]);
		const { error } = await run(service, many('page'));
		expect(error?.message).toContain('a web page instead of data');
	});
});

describe('a sync', () => {
	const sync = (changesSince = '', firstSync: INodeParameters = {}) =>
		published('sync', { changesSince, firstSync });
	const titles = (answer: IDataObject | undefined) =>
		(answer?.changes as Array<{ data: { title?: string } }>).map(({ data }) => data.title);

	it('gives all at first, then what has changed since its token', async () => {
		const [first] = await go(sync());
		expect(first).toMatchObject({ initial: true, sync_token: expect.any(String) });
		expect(first?.count).toBe((first?.changes as unknown[]).length);
		expect(titles(first)).toContain('Home');
		const uid = await newMedia('New film');
		const [next] = await eventually(async () => {
			const answer = await go(sync(String(first?.sync_token)));
			expect(answer[0]?.count).toBe(1);
			return answer;
		});
		expect(next).toMatchObject({
			initial: false,
			changes: [{ type: 'entry_published', content_type_uid: 'media', data: { uid } }],
		});
		const [quiet] = await go(sync(String(next?.sync_token)));
		expect(quiet).toMatchObject({ count: 0, changes: [], sync_token: expect.any(String) });
	});

	it('is about what the first one names', async () => {
		const [answer] = await go(
			sync('', { contentType: 'page', types: ['entry_published'], locale: 'en-us' }),
		);
		expect(titles(answer).sort()).toEqual(['About us', 'Home']);
		const [later] = await go(sync('', { startFrom: '2099-01-01T00:00:00Z' }));
		expect(later?.count).toBe(0);
	});

	it('goes through all pages', async () => {
		for (let n = 0; n < 105; n++) await newMedia(`Film ${n}`);
		const filter = { contentType: 'media', types: ['entry_published'] };
		await eventually(async () => {
			const [answer] = await go(sync('', filter));
			expect(answer?.count).toBe(106);
		});
	});

	it('with a token that is not one is refused in words', async () => {
		const { error } = await run(service, sync('blt0000000000000000'));
		expect(error?.message).toContain('sync_token is not valid');
	});

	it('that names the same page again and again ends with an error', async () => {
		const server = new RecordingServer(() => ({
			body: { items: [{ type: 'entry_published' }], pagination_token: 'blt1' },
		}));
		const { error } = await runWith({ cdnUrl: await server.listen() }, sync());
		await server.close();
		expect(error?.message).toContain('the same page is named again');
		expect(server.calls).toHaveLength(2);
		expect(server.calls[0]?.headers.authorization).toBeUndefined();
	});
});
