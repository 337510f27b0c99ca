import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runNode } from '../../support/engine';
import { RecordingServer } from '../../support/recordingServer';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, run } from './runContentstack';

const service = withContentstack();
beforeAll(async () => {
	await service.act('choose-behaviour', { publishDelayMs: 0 });
});
beforeEach(async () => await service.clearLog());

const go = async (parameters: INodeParameters, items: IDataObject[] = [{}]) => {
	const { json, error } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return json;
};
const release = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'release',
	operation,
	...more,
});
const newRelease = async (releaseName = 'Spring') => {
	const [made] = await go(release('create', { releaseName, releaseDescription: 'For tests' }));
	return String(made?.uid);
};
const newEntries = async (count: number) =>
	await Promise.all(
		Array.from({ length: count }, async (_, n) => {
			const { uid } = await service.act<{ uid: string }>('create-entry', {
				contentType: 'media',
				fields: { title: `R ${Math.random()}`, video_id: `r-${n}` },
			});
			return { uid };
		}),
	);
const items = (operation: string, uid: string, more: INodeParameters = {}) =>
	release(operation, {
		release: byId(uid),
		itemType: '={{ $json.filename ? "asset" : "entry" }}',
		contentType: byId('={{ $json.type ?? "media" }}'),
		entry: byId('={{ $json.uid }}'),
		asset: byId('={{ $json.uid }}'),
		...more,
	});
const held = async (uid: string) =>
	(await go(release('get', { release: byId(uid) })))[0]?.items as IDataObject[];
const writes = async () =>
	(await service.calls('write')).map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);

it('a release is made, read, listed and deleted', async () => {
	const uid = await newRelease();
	expect(await go(release('get', { release: byId(uid) }))).toMatchObject([
		{ uid, name: 'Spring', description: 'For tests', items_count: 0, items: [] },
	]);
	const all = await go(release('getAll', { returnAll: true }));
	expect(all.map((one) => one.uid)).toContain(uid);
	expect(await go(release('delete', { release: byId(uid) }))).toEqual([{ deleted: true }]);
	const { error } = await run(service, release('get', { release: byId(uid) }));
	expect(error?.description).toContain('code 141');
});

it('a release whose answer was lost is found and not made twice', async () => {
	await service.faults([
		{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/releases', times: 1 } },
	]);
	const uid = await newRelease('Lost');
	const all = await go(release('getAll', { returnAll: true }));
	expect(all.filter(({ name }) => name === 'Lost')).toMatchObject([{ uid }]);
});

it('one that is there by this name is used where that is chosen, whoever asks for it', async () => {
	const use = release('create', { releaseName: 'Shared', ifThere: 'use' });
	const made = await go(use, [{}, {}]);
	expect(made.map(({ result }) => result)).toEqual(['created', 'created']);
	expect(made[0]?.uid).toBe(made[1]?.uid);
	expect(await writes()).toEqual(['POST releases']);

	await service.clearLog();
	expect(await go(use)).toMatchObject([{ result: 'already_there', uid: made[0]?.uid }]);
	expect(await writes()).toEqual([]);
});

it('made by several runs at the same moment there is one, which all of them use', async () => {
	const use = release('create', { releaseName: 'At once', ifThere: 'use' });
	const runs = await Promise.all(Array.from({ length: 5 }, async () => await go(use)));
	const all = await go(release('getAll', { returnAll: true }));
	const left = all.filter(({ name }) => name === 'At once');
	expect(left).toHaveLength(1);
	expect(new Set(runs.map(([made]) => made?.uid))).toEqual(new Set([left[0]?.uid]));
});

it('what a release holds in this version already is not written again; a newer version is', async () => {
	const [uid, [entry]] = [await newRelease(), await newEntries(1)];
	const item = entry as { uid: string };
	const add = async (version: number) => await go(items('addItems', uid, { version }), [item]);
	await add(1);
	await service.act('save-entry', {
		contentType: 'media',
		uid: item.uid,
		fields: { caption: 'x' },
		person: 'Ann',
	});
	await service.clearLog();

	expect(await add(1)).toMatchObject([{ result: 'already_there', version: 1 }]);
	expect(await writes()).toEqual([]);
	expect(await add(2)).toMatchObject([{ result: 'added', version: 2 }]);
	expect(await held(uid)).toMatchObject([{ uid: item.uid, version: 2 }]);
});

it('a release is found by its name; taking out of one that is not there does nothing', async () => {
	const [uid, [entry]] = [await newRelease('By its name'), await newEntries(1)];
	const named = (value: string) => ({ release: { __rl: true, mode: 'name', value } });
	const item = entry as IDataObject;
	expect(await go(items('addItems', uid, named('By its name')), [item])).toMatchObject([
		{ result: 'added', release: uid },
	]);
	expect(await go(release('get', named('By its name')))).toMatchObject([{ uid, items_count: 1 }]);

	expect(await go(items('removeItems', uid, named('Nowhere')), [item])).toMatchObject([
		{ result: 'not_in_release' },
	]);
	const { error } = await run(service, items('addItems', uid, named('Nowhere')), [item]);
	expect(error?.message).toBe('There is no release "Nowhere"');
	expect(await go(items('removeItems', uid, named('By its name')), [item])).toMatchObject([
		{ result: 'removed' },
	]);
	expect(await held(uid)).toEqual([]);
});

it('an entry goes out in the language that is chosen, or in all of them', async () => {
	const [uid, [entry]] = [await newRelease(), await newEntries(1)];
	const item = entry as { uid: string };
	const fields = { caption: 'Der Grat' };
	for (const locale of ['de-de', 'fr-fr'])
		await service.act('save-entry', { contentType: 'media', uid: item.uid, locale, fields });
	const locales = async () => (await held(uid)).map(({ locale }) => locale).sort();
	for (const locale of ['en-us', 'de-de', 'fr-fr'])
		await go(items('addItems', uid, { locale }), [item]);
	expect(await locales()).toEqual(['de-de', 'en-us', 'fr-fr']);

	await go(items('removeItems', uid, { locale: 'de-de' }), [item]);
	expect(await locales()).toEqual(['en-us', 'fr-fr']);
	const out = await go(items('removeItems', uid, { allLanguages: true }), [item]);
	expect(out).toMatchObject([{ result: 'removed', uid: item.uid }]);
	expect(await locales()).toEqual([]);
});

it('the entries of all items go in, 25 with a call, in their latest version', async () => {
	const [uid, entries] = [await newRelease(), await newEntries(30)];
	const { uid: second } = entries[1] as { uid: string };
	await service.act('save-entry', {
		contentType: 'media',
		uid: second,
		fields: { caption: 'x' },
		person: 'Ann',
	});
	await service.clearLog();
	const added = await go(items('addItems', uid), [...entries, entries[0] as IDataObject]);
	expect(added).toHaveLength(31);
	expect(added[1]).toMatchObject({
		result: 'added',
		release: uid,
		uid: second,
		version: 2,
		locale: 'en-us',
		action: 'publish',
	});
	expect(await writes()).toEqual(['POST items', 'POST items']);
	expect((await service.calls('read')).length).toBeLessThanOrEqual(3);
	expect(await held(uid)).toHaveLength(30);

	const removed = await go(items('removeItems', uid), [...entries.slice(0, 28)]);
	expect(removed.map(({ result }) => result)).toEqual(removed.map(() => 'removed'));
	expect(await held(uid)).toHaveLength(2);
	expect(await go(items('removeItems', uid), [entries[0] as IDataObject])).toMatchObject([
		{ result: 'not_in_release' },
	]);
});

it('entries and assets go live together where the release is deployed', async () => {
	const uid = await newRelease();
	const [entry] = await newEntries(1);
	const [asset] = await go(
		{ resource: 'asset', operation: 'upload', source: 'binary', simplify: false },
		[{ json: {}, binary: { data: { data: 'eA==', mimeType: 'text/plain', fileName: 'x.txt' } } }],
	);
	await go(items('addItems', uid), [entry as IDataObject, asset as IDataObject]);
	expect((await held(uid)).map(({ content_type_uid }) => content_type_uid)).toEqual([
		'media',
		'built_io_upload',
	]);
	const deploy = release('deploy', {
		release: byId(uid),
		environments: ['production'],
		options: { waitUntilDone: true },
	});
	expect(await go(deploy)).toMatchObject([
		{ result: 'live', uid, action: 'publish', environments: ['production'], scheduled_at: null },
	]);
	const { entries } = await service.state<{
		entries: Array<{ uid: string; publish_details: unknown[] }>;
	}>();
	expect(entries.find((one) => one.uid === entry?.uid)?.publish_details).toHaveLength(1);
	expect(await go({ ...deploy, releaseAction: 'unpublish' })).toMatchObject([
		{ result: 'taken_down' },
	]);
	expect(
		await go({ ...deploy, options: { scheduledAt: '2099-01-01T00:00:00Z', waitUntilDone: true } }),
	).toMatchObject([{ result: 'queued', scheduled_at: '2099-01-01T00:00:00.000Z' }]);
});

it('one unknown item fails alone where the node goes on after errors', async () => {
	const [uid, [entry]] = [await newRelease(), await newEntries(1)];
	const { output } = await run(
		service,
		items('addItems', uid),
		[{ uid: 'blt0000000000000000' }, entry as IDataObject, { uid: 'blt1', type: 'nowhere' }],
		{ onError: 'continueErrorOutput' },
	);
	expect(output[0]).toMatchObject([{ json: { result: 'added' }, pairedItem: { item: 1 } }]);
	expect(output[1]?.map(({ json }) => json.error)).toEqual([
		'"blt0000000000000000" was not found',
		'"blt1" was not found',
	]);
	const { error } = await run(service, items('addItems', uid), [{ uid: 'blt0000000000000000' }]);
	expect(error?.message).toBe('"blt0000000000000000" was not found');
});

it.each([
	[{ environments: ['moon'] }, 'The environment "moon" does not exist'],
	[{ environments: [] }, 'No environment is chosen'],
	[{ locales: ['xx-xx'] }, 'The language "xx-xx" does not exist'],
	[{ release: byId('blt0000000000000000') }, 'uid is not valid'],
])('a deployment with %j is refused in words', async (change, words) => {
	const uid = await newRelease();
	const { error } = await run(
		service,
		release('deploy', {
			release: byId(uid),
			environments: ['production'],
			...change,
		} as INodeParameters),
	);
	expect(error?.message).toContain(words);
});

describe('a service that refuses', () => {
	const refusing = new RecordingServer(({ method, path }) =>
		method === 'GET'
			? { body: { environments: [{ uid: 'blt1', name: 'production' }] } }
			: path.endsWith('/deploy')
				? {
						status: 422,
						body: { error_message: 'The release is locked by Ann.', error_code: 141, errors: {} },
					}
				: {},
	);
	afterAll(async () => await refusing.close());

	it('is told in its own words, and a delete goes without a content type', async () => {
		const apiUrl = await refusing.listen();
		const at = async (parameters: INodeParameters) =>
			await runNode({
				...configured(
					{ contentstackApi: { ...service.credentials.contentstackApi, apiUrl } },
					parameters,
				),
				items: [{}],
			});
		const { error } = await at(
			release('deploy', { release: byId('blt9'), environments: ['production'] }),
		);
		expect(error?.message).toBe('The release is locked by Ann.');
		await at(release('delete', { release: byId('blt9') }));
		const { headers, method } = refusing.calls.at(-1) ?? { headers: {}, method: '' };
		expect(method).toBe('DELETE');
		expect(headers).not.toHaveProperty('content-type');
	});
});
