import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import {
	activate,
	call,
	HMAC_SECRET,
	receive,
	Receiver,
	type SetUp,
	signed,
	signedByHmac,
	webhookUrl,
} from './trigger';

const service = withContentstack();

const on = (events: string[], more: IDataObject = {}): SetUp => ({
	...signedByHmac,
	parameters: { events, ...more } as SetUp['parameters'],
});
const updated = (more: IDataObject = {}) => on(['entryUpdated'], more);

let saves = 0;
/** A delivery of an entry's save; a new one each time. */
const save = (entry: IDataObject = {}, data: IDataObject = {}): IDataObject => ({
	module: 'entry',
	event: 'update',
	data: {
		entry: {
			uid: 'blt0000000000000001',
			title: 'Spring',
			locale: 'en-us',
			_version: ++saves,
			updated_by: 'blt00000000000ann01',
			updated_at: '2026-03-02T09:05:00.000Z',
			...entry,
		},
		content_type: { uid: 'page', title: 'Page' },
		branch: { uid: 'main', source: '', alias: [] },
		...data,
	},
});

/** What a delivery starts, as the trigger is set up. */
async function started(setUp: SetUp, body: IDataObject, user = '') {
	const { raw, headers } = signed(service, body, { user });
	const { items, response } = await receive(service, raw, headers, setUp);
	expect(response.ended).toBe(false);
	return items;
}

const events = (items: IDataObject[] | undefined) => items?.map(({ event }) => event);

describe('what is refused', () => {
	const answer = async (body: IDataObject, made: Parameters<typeof signed>[2] = {}) => {
		const { raw, headers } = signed(service, body, made);
		const { response, items } = await receive(service, raw, headers, updated());
		expect(items).toBeUndefined();
		return response;
	};
	const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;

	it('a delivery whose signature is older than five minutes: 401', async () => {
		const seconds = Math.floor(minutesAgo(5.1) / 1000);
		expect(await answer(save(), { seconds })).toMatchObject({ status: 401, ended: true });
	});

	it('a body that is older than five minutes although it is signed now: 401', async () => {
		const triggered_at = new Date(minutesAgo(5.1)).toISOString();
		expect(await answer({ ...save(), triggered_at })).toMatchObject({ status: 401 });
	});

	it('a body that does not say when it was made: 401', async () => {
		expect(await answer({ ...save(), triggered_at: null })).toMatchObject({ status: 401 });
	});

	it('a delivery of another stack: 401', async () => {
		const other = { ...save(), api_key: 'blt9999999999999999' };
		expect(await answer(other)).toMatchObject({ status: 401 });
	});

	it.each(['[1,2]', '"text"', '7'])('a signed body that is no object, %s: 400', async (raw) => {
		const { createHmac } = await import('node:crypto');
		const seconds = Math.floor(Date.now() / 1000);
		const proof = createHmac('sha256', HMAC_SECRET).update(`${seconds}.${raw}`).digest('hex');
		const { headers } = signed(service, {});
		const own = { ...headers, 'x-contentstack-hmac-signature': `t=${seconds},v1=${proof}` };
		const { response } = await receive(service, raw, own, updated());
		expect(response).toMatchObject({ status: 400, ended: true });
	});
});

describe('the filters of a delivery', () => {
	it.each([
		[{ contentTypes: ['page'] }, true],
		[{ contentTypes: ['article'] }, false],
		[{ locales: ['en-us', 'de-de'] }, true],
		[{ locales: ['de-de'] }, false],
		[{ branch: 'main' }, true],
		[{ branch: 'develop' }, false],
		[{ environments: ['production'] }, true],
		[{}, true],
	])('%j let a save of a page in English on main pass: %s', async (filters, isPassed) => {
		expect(await started(updated({ filters }), save())).toEqual(
			isPassed ? [expect.objectContaining({ event: 'entry_updated' })] : undefined,
		);
	});

	it('know a branch by its alias', async () => {
		const body = save({}, { branch: { uid: 'main', alias: [{ uid: 'live' }] } });
		expect(await started(updated({ filters: { branch: 'live' } }), body)).toHaveLength(1);
	});

	it('let what is not listened to fall', async () => {
		expect(await started(on(['entryCreated']), save())).toBeUndefined();
	});

	it.each([
		['name', { uid: 'blt1', name: 'production' }],
		['uid', 'looked up'],
	])('know an environment by its %s', async (_, sent) => {
		const { environments } = await service.state<{
			environments: Array<{ uid: string; name: string }>;
		}>();
		const uid = environments.find(({ name }) => name === 'production')?.uid;
		const environment = sent === 'looked up' ? { uid } : sent;
		const publish = () => ({
			...save({ publish_details: {} }, { environment, status: 'success' }),
			event: 'publish',
		});
		const at = (names: string[]) => on(['entryPublished'], { filters: { environments: names } });
		expect(await started(at(['production']), publish())).toMatchObject([
			{ environment: 'production' },
		]);
		expect(await started(at(['staging']), publish())).toBeUndefined();
	});
});

describe('Only Entries with iconik Media', () => {
	const only = (more: IDataObject = {}) => updated({ filters: { onlyWithMedia: true, ...more } });

	it('looks into what the delivery brought', async () => {
		expect(await started(only(), save({ iconik_asset_id: 'a1' }))).toHaveLength(1);
		expect(await started(only(), save({ summary: 'No film' }))).toBeUndefined();
		expect(await started(only({ mediaFields: 'video_id' }), save({ video_id: 'a1' }))).toHaveLength(
			1,
		);
	});

	it('reads the entry when the delivery is concise, and nothing otherwise', async () => {
		const { uid } = await service.act<{ uid: string }>('create-entry', {
			contentType: 'media',
			fields: { title: 'Concise film', video_id: 'a1' },
		});
		const concise = (): IDataObject => ({
			module: 'entry',
			event: 'update',
			data: {
				entry: { uid, title: 'Concise film', locale: 'en-us', _version: ++saves },
				content_type: { uid: 'media', title: 'Media' },
			},
		});
		await service.clearLog();
		const wanted = only({ mediaFields: 'video_id' });
		expect(await started(wanted, concise())).toMatchObject([{ is_current: true }]);
		expect(await started(only(), concise())).toBeUndefined();
		expect(await service.calls()).toHaveLength(2);
		await started(updated(), concise());
		expect(await service.calls()).toHaveLength(2);
	});

	it('lets pass what cannot be looked at', async () => {
		const gone = {
			entry: { uid: 'blt00000000000gone0', title: 'x', locale: 'en-us', _version: 1 },
		};
		expect(await started(only(), save({}, gone))).toHaveLength(1);
	});
});

describe('with the simulator', () => {
	const receiver = new Receiver();
	beforeAll(async () => await receiver.open());
	afterAll(async () => await receiver.close());
	beforeEach(() => receiver.forget());
	afterEach(async () => {
		const { webhooks } = await service.state<{ webhooks: Array<{ uid: string }> }>();
		for (const { uid } of webhooks) await call(service, 'DELETE', `/webhooks/${uid}`);
	});

	const listening = async (parameters: IDataObject): Promise<SetUp> => {
		const setUp = receiver.at({ parameters: parameters as SetUp['parameters'] });
		await activate(service, setUp);
		return setUp;
	};
	const latest = async (setUp: SetUp, count: number) => {
		const delivery = (await receiver.deliveries(count))[count - 1];
		const { raw = '', headers = {} } = delivery ?? {};
		return (await receive(service, raw, headers, setUp)).items;
	};
	const article = async () =>
		await service.act<{ uid: string }>('create-entry', {
			contentType: 'article',
			fields: { title: `Story ${Math.random()}`, url: `/s/${Math.random()}`, summary: 'Old' },
		});
	const change = async (uid: string, fields: IDataObject, locale = 'en-us') =>
		await service.act('save-entry', { contentType: 'article', uid, fields, locale });

	it.each([false, true])(
		'Fields to Compare starts only when one of them changed (concise payload: %s)',
		async (concise) => {
			const options = { comparedFields: 'summary, seo.meta_title', concise };
			const setUp = await listening({ events: ['entryUpdated'], options });
			const { uid } = await article();
			await change(uid, { published_on: '2026-03-02' });
			expect(await latest(setUp, 1)).toBeUndefined();
			await change(uid, { summary: 'New' });
			expect(await latest(setUp, 2)).toMatchObject([{ entry_uid: uid, version: 3 }]);
			await change(uid, { summary: 'Neu' }, 'de-de');
			expect(await latest(setUp, 3)).toMatchObject([{ locale: 'de-de' }]);
		},
	);

	it('Fields to Compare lets pass what cannot be compared', async () => {
		const options = { comparedFields: 'summary' };
		const setUp = await listening({ events: ['entryUpdated'], options });
		const { uid } = await article();
		await change(uid, { published_on: '2026-03-02' });
		await receiver.deliveries(1);
		await service.faults([
			{ fault: 'error-before-storing', status: 503, match: { path: '*/entries/*' } },
		]);
		expect(await latest(setUp, 1)).toMatchObject([{ entry_uid: uid }]);
	});

	it('Read Entry gives the entry as it is now, with where it is live and its stage', async () => {
		const options = { readEntry: true, simplify: false };
		const setUp = await listening({ events: ['entryUpdated'], options });
		const { uid } = await article();
		await change(uid, { summary: 'First' });
		await receiver.deliveries(1);
		await change(uid, { summary: 'Second' });
		expect(await latest(setUp, 1)).toMatchObject([
			{
				is_current: true,
				version: 2,
				entry: { summary: 'Second', _version: 3, publish_details: [] },
			},
		]);
	});

	it('Read Entry gives what was sent of an entry that is gone', async () => {
		const setUp = await listening({ events: ['entryUpdated'], options: { readEntry: true } });
		const { uid } = await article();
		await change(uid, { summary: 'First' });
		await receiver.deliveries(1);
		await service.act('delete-entry', { contentType: 'article', uid });
		expect(await latest(setUp, 1)).toMatchObject([
			{ is_current: false, entry: { summary: 'First' } },
		]);
	});

	it.each([false, true])(
		'Ignore Own Changes skips saves and publishes by the credential (concise payload: %s)',
		async (concise) => {
			const setUp = await listening({
				events: ['entryUpdated', 'entryPublished'],
				options: { ignoreOwnChanges: true, concise },
			});
			const { uid } = await article();
			const path = `/content_types/article/entries/${uid}`;
			await call(service, 'PUT', path, { entry: { summary: 'By n8n' } });
			expect(await latest(setUp, 1)).toBeUndefined();
			await change(uid, { summary: 'By Ann' });
			expect(await latest(setUp, 2)).toMatchObject([{ event: 'entry_updated' }]);
			await call(service, 'POST', `${path}/publish`, {
				entry: { environments: ['production'], locales: ['en-us'] },
				locale: 'en-us',
			});
			expect(await latest(setUp, 3)).toBeUndefined();
			await service.act('publish-entry', {
				contentType: 'article',
				uid,
				environments: ['production'],
			});
			expect(await latest(setUp, 4)).toMatchObject([{ event: 'entry_published' }]);
		},
	);

	it('keys that begin with $ come out as they are in the entry', async () => {
		const setUp = { ...signedByHmac, parameters: { events: ['entryUpdated'] } };
		const items = await started(setUp, save({ body: { cs$ref: [{ cs$id: 1 }] } }));
		expect(items?.[0]?.entry).toMatchObject({ body: { $ref: [{ $id: 1 }] } });
	});

	it('an event of another branch reads the entry there', async () => {
		const setUp = await listening({
			events: ['entryUpdated'],
			filters: { branch: 'develop' },
			options: { readEntry: true, concise: true },
		});
		const { uid } = await service.act<{ uid: string }>('create-entry', {
			contentType: 'campaign',
			branch: 'develop',
			fields: { title: 'On develop' },
		});
		await service.act('save-entry', {
			contentType: 'campaign',
			branch: 'develop',
			uid,
			fields: { kind: 'season' },
		});
		expect(await latest(setUp, 1)).toMatchObject([
			{ branch: 'develop', is_current: true, entry: { kind: 'season' } },
		]);
	});
});

describe('a delivery that is repeated', () => {
	const repeated = () => {
		const body = save();
		return () => signed(service, { ...body, triggered_at: new Date().toISOString() });
	};
	const heard = async (
		{ raw, headers }: ReturnType<typeof signed>,
		answered: number | null,
		setUp = updated(),
	) => events((await receive(service, raw, headers, setUp, answered)).items);

	it('starts nothing when the first was handed over', async () => {
		const next = repeated();
		expect(await heard(next(), 200)).toEqual(['entry_updated']);
		expect(await heard(next(), 200)).toBeUndefined();
	});

	it.each([
		['n8n could not store the execution', 500],
		['the connection broke before the answer', null],
	])('starts again when %s', async (_, answered) => {
		const next = repeated();
		expect(await heard(next(), answered)).toEqual(['entry_updated']);
		expect(await heard(next(), 200)).toEqual(['entry_updated']);
		expect(await heard(next(), 200)).toBeUndefined();
	});

	it('is no repetition in another version, language or node', async () => {
		const body = save();
		const entry = (body.data as IDataObject).entry as IDataObject;
		expect(await started(updated(), body)).toHaveLength(1);
		expect(await started(updated(), save(entry, {}))).toBeUndefined();
		expect(await started(updated(), save({ ...entry, locale: 'de-de' }))).toHaveLength(1);
		expect(await started(updated(), save())).toHaveLength(1);
		const webhookId = 'c0ffee00-0000-4000-8000-000000000000';
		const elsewhere = signed(service, body, { url: webhookUrl(webhookId) });
		expect(await heard(elsewhere, 200, { ...updated(), webhookId })).toEqual(['entry_updated']);
	});
});
