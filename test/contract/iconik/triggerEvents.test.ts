import type { IDataObject } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { addView, call, indexed, video } from './library';
import { activate, actions, receive, webhooks, type SetUp } from './trigger';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const approvals: SetUp = { parameters: { event: 'reviewStatusChanged', statuses: ['APPROVED'] } };
const anyEvent: SetUp = { parameters: { event: 'webhookEvent', eventType: 'assets' } };

/** Registers the trigger and gives the headers that iconik sends from now on. */
async function headers(setUp: SetUp = approvals): Promise<Record<string, string>> {
	await activate(service, setUp);
	const [own] = setUp === anyEvent ? await webhooks(service) : await actions(service);
	return own?.headers ?? {};
}

const payload = (asset_ids: unknown, more: IDataObject = {}): IDataObject => ({
	user_id: '256ebe90-c0c8-11ec-9fcd-0648baddf8b3',
	system_domain_id: service.connection.systemDomainId,
	context: 'ASSET',
	action_id: '2c5bfe1a-f149-11eb-a843-0a580a3db916',
	asset_ids: asset_ids as string[],
	collection_ids: [],
	saved_search_ids: [],
	metadata_view_id: null,
	metadata_values: null,
	date_created: '2025-01-27T19:36:59.883776',
	auth_token: 'short-lived-4711',
	...more,
});

describe('an event', () => {
	it('starts with one item for each asset, without the token', async () => {
		const { items, response } = await receive(service, payload(['a1', 'a2']), await headers());
		expect(response.ended).toBe(false);
		expect(items).toEqual([
			{
				asset_id: 'a1',
				event: 'review_status_changed',
				user_id: '256ebe90-c0c8-11ec-9fcd-0648baddf8b3',
				system_domain_id: service.connection.systemDomainId,
				action_id: '2c5bfe1a-f149-11eb-a843-0a580a3db916',
				context: 'ASSET',
				collection_ids: [],
				metadata_view_id: null,
				metadata: {},
				date: '2025-01-27T19:36:59.883Z',
			},
			expect.objectContaining({ asset_id: 'a2' }),
		]);
		expect(JSON.stringify(items)).not.toContain('short-lived-4711');
	});

	it('is the same when it is replayed, so that the steps after it find nothing left to do', async () => {
		const sent = await headers();
		const first = await receive(service, payload(['a1']), sent);
		expect((await receive(service, payload(['a1']), sent)).items).toEqual(first.items);
	});

	it('needs no call of iconik to be known as genuine', async () => {
		const sent = await headers();
		await service.clearLog();
		await receive(service, payload(['a1']), sent);
		expect(await service.calls()).toEqual([]);
	});

	it('of 5 MB with emoji arrives whole', async () => {
		const event = {
			...payload([]),
			event_type: 'assets',
			realm: 'entity',
			operation: 'update',
			object_id: 'a1',
			data: { title: 'Hafen 🚢', note: '港'.repeat(1_700_000) },
		};
		const { items } = await receive(service, event, await headers(anyEvent), anyEvent);
		expect(items).toMatchObject([{ asset_id: 'a1', data: { title: 'Hafen 🚢' } }]);
		expect(String((items?.[0]?.data as IDataObject).note)).toHaveLength(1_700_000);
	});
});

describe('what starts nothing', () => {
	const refused = (status: number) => ({
		answer: { noWebhookResponse: true },
		response: expect.objectContaining({ status, ended: true }),
		items: undefined,
	});

	it.each([
		['no headers', () => ({})],
		['a made-up secret', (sent: object) => ({ ...sent, 'X-N8n-Iconik-Secret': 'f'.repeat(64) })],
		['another user', (sent: object) => ({ ...sent, 'X-N8n-Iconik-User': 'somebody-else' })],
	])('a call with %s: 401', async (_, change) => {
		const altered = change(await headers()) as Record<string, string>;
		expect(await receive(service, payload(['a1']), altered)).toEqual(refused(401));
	});

	it('a call from another tenant: 401', async () => {
		const other = payload(['a1'], { system_domain_id: '00000000-0000-11ee-8000-000000000000' });
		expect(await receive(service, other, await headers())).toEqual(refused(401));
	});

	it('a call with the secret of another address of the same n8n: 401', async () => {
		const elsewhere = { ...approvals, webhookId: 'c0ffee00-0000-4000-8000-000000000000' };
		expect(await receive(service, payload(['a1']), await headers(), elsewhere)).toEqual(
			refused(401),
		);
	});

	it.each([
		['no JSON', 'hello'],
		['an array', '[1,2]'],
		['nothing', ''],
		['an object that is no event', '{"hello":"world"}'],
		['asset IDs that are none', '{"asset_ids":[null,7,{}]}'],
	])('a body that is %s: 400', async (_, body) => {
		expect(await receive(service, body, await headers())).toEqual(refused(400));
	});

	it('an event of its own user, when those are to be ignored: 200', async () => {
		const ignoring = {
			parameters: { event: 'customAction', options: { ignoreOwnChanges: true } },
		};
		const sent = await headers(ignoring);
		const own = payload(['a1'], { user_id: sent['X-N8n-Iconik-User'] ?? null });
		expect(await receive(service, own, sent, ignoring)).toMatchObject({
			answer: {},
			response: { ended: false },
			items: undefined,
		});
		expect((await receive(service, payload(['a1']), sent, ignoring)).items).toHaveLength(1);
	});

	it('but not what an automation tells in the name of its author, who need not have made the change', async () => {
		const ignoring = {
			parameters: { ...approvals.parameters, options: { ignoreOwnChanges: true } },
		};
		const sent = await headers(ignoring);
		const told = payload(['a1'], { user_id: sent['X-N8n-Iconik-User'] ?? null });
		expect((await receive(service, told, sent, ignoring)).items).toHaveLength(1);
	});
});

describe('the filters', () => {
	const filtered = (filters: IDataObject): SetUp => ({
		parameters: { ...approvals.parameters, filters } as SetUp['parameters'],
	});

	async function assets() {
		const collection = await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', {
			title: 'Spring',
		});
		await addView(service, 'Editorial', { Campaign: 'string' });
		const film = await video(service, 'Film', { collection_id: collection.id });
		const photo = await video(service, 'Photo', { media_type: 'image' });
		const values = { Campaign: 'Spring' };
		await service.act('update-metadata', { asset_id: photo.asset_id, values });
		await indexed(service);
		return { film: film.asset_id, photo: photo.asset_id, collection: collection.id };
	}

	async function passed(filters: IDataObject, ids: string[]) {
		const setUp = filtered(filters);
		const sent = await headers(setUp);
		await service.clearLog();
		const { items } = await receive(service, payload(ids), sent, setUp);
		return items?.map(({ asset_id }) => asset_id);
	}

	it('let pass by media type, collection or metadata, with one search for all assets', async () => {
		const { film, photo, collection } = await assets();
		expect(await passed({ mediaTypes: ['video'] }, [film, photo])).toEqual([film]);
		expect(await service.calls()).toHaveLength(1);
		expect(await passed({ collectionIds: [collection] }, [film, photo])).toEqual([film]);
		const spring = { metadataField: 'Campaign', metadataValue: 'Spring' };
		expect(await passed(spring, [film, photo])).toEqual([photo]);
		expect(await passed({ ...spring, mediaTypes: ['video'] }, [film, photo])).toBeUndefined();
	});

	it('let pass what cannot be looked at: an unknown asset, or any while iconik fails', async () => {
		const { photo } = await assets();
		expect(await passed({ mediaTypes: ['video'] }, ['not-indexed-yet'])).toEqual([
			'not-indexed-yet',
		]);
		const setUp = filtered({ mediaTypes: ['video'] });
		const sent = await headers(setUp);
		await service.faults([{ fault: 'error-before-storing', status: 503 }]);
		expect((await receive(service, payload([photo]), sent, setUp)).items).toHaveLength(1);
	});
});
