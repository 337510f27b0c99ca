import type { INodeParameters } from 'n8n-workflow';
import type {
	PickerDetails,
	PickerRefusal,
	SearchAnswer,
	SelectAnswer,
	StateAnswer,
} from '../../../lib/pickerProtocol';
import { SESSION_MS } from '../../../nodes/Iconik/picker/access';
import { withIconik } from '../../support/sandbox';
import { call, run, type NewAsset } from './library';
import { ask, keyOf, OWN_ORIGIN, session } from './picker';

const service = withIconik({ seed: 'demo' });

const ALL: INodeParameters = { approvedOnly: false };
const QUESTIONS = ['search', 'asset', 'collections', 'state', 'select'];
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const wanted = (id: string) => ({ picks: [{ id, pinnedVersionId: null }], entry: {} });

afterEach(() => jest.restoreAllMocks());

/** Every question of the page about one asset. */
async function askAbout(id: string, parameters: INodeParameters, ip?: string) {
	const token = await session(service, { parameters, ip });
	const set = { session: token, parameters, ip };
	const found = await ask<SearchAnswer>(service, 'search', set);
	const asset = await ask<PickerDetails & PickerRefusal>(service, 'asset', {
		...set,
		query: { id },
	});
	const state = await ask<StateAnswer>(service, 'state', { ...set, query: { ids: id } });
	const select = await ask<SelectAnswer>(service, 'select', { ...set, body: wanted(id) });
	return { found, asset, state, select };
}

/** An asset in the library, in a collection of its own, with what shall never be seen in its title. */
async function hiddenAsset(title: string) {
	const { asset_id } = await service.act<NewAsset>('create-asset', { title });
	await service.act('approve', { asset_id });
	const collection = await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', {
		title: `Only ${title}`,
	});
	await call(service, 'POST', `assets/v1/collections/${collection.id}/contents/`, {
		object_id: asset_id,
		object_type: 'assets',
	});
	await service.clock({ advanceMs: 5000 });
	return { asset_id, collection_id: collection.id };
}

describe('without access', () => {
	it.each([
		['no key', {}],
		['a wrong key', { key: 'a'.repeat(64) }],
		['a key of another type', { key: { $ne: '' } }],
		['the auth token itself', 'token'],
		['the key of another name', 'other'],
	])('%s opens no session', async (_, given) => {
		const keys: Record<string, string> = {
			token: service.connection.authToken,
			other: keyOf(service, 'elsewhere'),
		};
		const body = typeof given === 'string' ? { key: keys[given] ?? '' } : given;
		const answer = await ask(service, 'session', { body });
		expect(answer).toMatchObject({ status: 401, body: { code: 'key_wrong' } });
	});

	it.each(QUESTIONS)('%s is refused, and iconik hears nothing of it', async (name) => {
		const good = await session(service);
		const [ends = '', ...rest] = good.split('.');
		await service.clearLog();
		for (const token of [
			undefined,
			'',
			'x.y.z',
			`${Number(ends) + 60_000}.${rest.join('.')}`,
			`${good}x`,
			'9'.repeat(10_000),
		]) {
			const answer = await ask(service, name, { session: token, body: wanted(NOWHERE) });
			expect(answer).toMatchObject({ status: 401, body: { code: 'session_expired' } });
			expect(answer.items).toBeUndefined();
		}
		expect(await service.calls()).toEqual([]);
	});

	it('a session ends by itself', async () => {
		const token = await session(service, { parameters: ALL });
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + SESSION_MS + 1000);
		const answer = await ask(service, 'search', { session: token, parameters: ALL });
		expect(answer).toMatchObject({ status: 401, body: { code: 'session_expired' } });
	});

	it('another access name ends keys and sessions at once', async () => {
		const token = await session(service, { parameters: ALL });
		const parameters = { ...ALL, accessName: 'contentstack-2' };
		const answers = [
			await ask(service, 'search', { session: token, parameters }),
			await ask(service, 'session', { body: { key: keyOf(service) }, parameters }),
		];
		expect(answers.map(({ body }) => body.code)).toEqual(['session_expired', 'key_wrong']);
		const body = { key: keyOf(service, 'contentstack-2') };
		expect((await ask(service, 'session', { body, parameters })).status).toBe(200);
	});
});

describe('from elsewhere', () => {
	it.each([
		['another origin', { origin: 'https://evil.example' }],
		['an origin that begins alike', { origin: `${OWN_ORIGIN}.evil.example` }],
		['a page without an origin', { origin: 'null' }],
	])('%s gets no session, though the key is right', async (_, headers) => {
		const body = { key: keyOf(service) };
		const answer = await ask(service, 'session', { body, headers });
		expect(answer).toMatchObject({ status: 403, body: { code: 'origin_refused' } });
	});

	it('a picture or script tag of another site gets no answer to a question', async () => {
		const token = await session(service);
		const headers = { 'sec-fetch-site': 'cross-site' };
		const answer = await ask(service, 'search', { session: token, headers });
		expect(answer).toMatchObject({ status: 403, body: { code: 'origin_refused' } });
	});

	it('the page in the frame of an app that was not chosen gets no session', async () => {
		const open = async (parentOrigin: string, parameters?: INodeParameters) =>
			await ask(service, 'session', { body: { key: keyOf(service), parentOrigin }, parameters });
		expect((await open('https://app.contentstack.com')).status).toBe(200);
		const onlyEurope = { appHosts: ['https://eu-app.contentstack.com'] };
		const refused = await open('https://app.contentstack.com', onlyEurope);
		expect(refused).toMatchObject({ status: 403, body: { code: 'origin_refused' } });
		const own = { ...onlyEurope, otherAppHosts: 'https://cms.example.com/' };
		expect((await open('https://cms.example.com', own)).status).toBe(200);
	});
});

describe('outside the scope', () => {
	it('an asset of another collection can be neither found, seen nor picked, by whatever question', async () => {
		const { asset_id } = await hiddenAsset('Top secret launch');
		const { collection_id } = await hiddenAsset('Public launch');
		const parameters = { ...ALL, collectionIds: [collection_id] };
		const { found, asset, state, select } = await askAbout(asset_id, parameters, '198.51.100.1');

		expect(found.body.items.map(({ title }) => title)).toEqual(['Public launch']);
		expect(asset).toMatchObject({ status: 404, body: { code: 'out_of_scope' } });
		expect(state.body.items).toMatchObject([{ isGone: true, item: null }]);
		expect(select.items).toBeUndefined();
		expect(select.body.refused).toMatchObject([{ id: asset_id }]);
		expect(JSON.stringify([found, asset, state, select])).not.toContain('Top secret');

		const nowhere = await askAbout(NOWHERE, parameters, '198.51.100.1');
		expect(asset.body).toEqual(nowhere.asset.body);
		expect({ ...state.body.items[0], id: '' }).toEqual({ ...nowhere.state.body.items[0], id: '' });
		expect(select.body.refused[0]?.reason).toBe(nowhere.select.body.refused[0]?.reason);
	});

	it('a collection of another branch shows neither its name nor its children', async () => {
		const { collection_id } = await hiddenAsset('Hidden branch');
		const { collection_id: open } = await hiddenAsset('Open branch');
		const parameters = { ...ALL, collectionIds: [open] };
		const set = { session: await session(service, { parameters }), parameters };
		const tree = await ask(service, 'collections', { ...set, query: { parent: collection_id } });
		expect(tree).toMatchObject({ status: 404, body: { code: 'out_of_scope' } });
		const found = await ask<SearchAnswer>(service, 'search', {
			...set,
			query: { collection: collection_id },
		});
		expect(found.body.items).toEqual([]);
	});

	it('what lies below a chosen collection is in scope only while subcollections are', async () => {
		const parent = await hiddenAsset('Parent');
		const child = await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', {
			title: 'Child',
			parent_id: parent.collection_id,
		});
		const { asset_id } = await hiddenAsset('Deep inside');
		await call(service, 'POST', `assets/v1/collections/${child.id}/contents/`, {
			object_id: asset_id,
			object_type: 'assets',
		});
		await service.clock({ advanceMs: 5000 });
		const below = { ...ALL, collectionIds: [parent.collection_id] };
		expect((await askAbout(asset_id, below)).asset.status).toBe(200);
		const direct = { ...below, withSubcollections: false };
		const { found, asset } = await askAbout(asset_id, direct);
		expect(asset.status).toBe(404);
		expect(found.body.items.map(({ title }) => title)).toEqual(['Parent']);
	});

	it('with approved only, media without an approved version is not shown; of an earlier pick only the reason is told', async () => {
		const { asset_id } = await service.act<NewAsset>('create-asset', { title: 'Unseen draft' });
		await service.clock({ advanceMs: 5000 });
		const { found, asset, state, select } = await askAbout(asset_id, { approvedOnly: true });
		expect(asset).toMatchObject({ status: 404, body: { code: 'out_of_scope' } });
		expect(state.body.items).toEqual([
			{
				id: asset_id,
				isGone: false,
				holdReasons: ['No version is approved: the latest is not reviewed yet'],
				latestApprovedVersionId: null,
				latestApprovedVersionNumber: null,
				item: null,
			},
		]);
		expect(select.items).toBeUndefined();
		expect(JSON.stringify([found, asset, state, select])).not.toContain('Unseen draft');
	});

	it('with approved only, neither picture nor film of a newer version that waits is given out', async () => {
		const found = await ask<SearchAnswer>(service, 'search', {
			session: await session(service, { parameters: ALL }),
			parameters: ALL,
			query: { text: 'teaser' },
		});
		const id = found.body.items[0]?.id ?? '';
		const { asset, state } = await askAbout(id, { approvedOnly: true });
		const approved = asset.body.versionList.find(({ isLatestApproved }) => isLatestApproved);
		expect(approved?.number).toBe(2);
		const filesOf = async (kind: string) =>
			(
				await call<{ objects: Array<{ id: string }> }>(
					service,
					'GET',
					`files/v1/assets/${id}/versions/${approved?.id}/${kind}/`,
				)
			).objects.map((file) => file.id);
		const fileIn = (url: string | null | undefined) =>
			/storage\/[^/]+\/([^/]+)/.exec(url ?? '')?.[1];
		expect(await filesOf('keyframes')).toContain(fileIn(asset.body.posterUrl));
		expect(await filesOf('keyframes')).toContain(fileIn(state.body.items[0]?.item?.posterUrl));
		expect(await filesOf('proxies')).toContain(fileIn(asset.body.previewUrl));
	});

	it('another kind of media is out of scope', async () => {
		const token = await session(service, { parameters: ALL });
		const { body } = await ask<SearchAnswer>(service, 'search', {
			session: token,
			parameters: ALL,
			query: { mediaTypes: 'image' },
		});
		const { asset, found } = await askAbout(body.items[0]?.id ?? '', {
			...ALL,
			mediaTypes: ['video'],
		});
		expect(asset.status).toBe(404);
		expect(found.body.items.every(({ mediaType }) => mediaType === 'video')).toBe(true);
	});

	it('a narrower scope holds for sessions that are open already', async () => {
		const { asset_id, collection_id } = await hiddenAsset('Soon out of reach');
		const token = await session(service, { parameters: ALL });
		const open = async (parameters: INodeParameters) =>
			(await ask(service, 'asset', { session: token, parameters, query: { id: asset_id } })).status;
		expect(await open(ALL)).toBe(200);
		expect(await open({ ...ALL, mediaTypes: ['audio'] })).toBe(404);
		expect(await open({ ...ALL, collectionIds: [collection_id] })).toBe(200);
	});
});

describe('guessing', () => {
	const guesses = (count: number) =>
		Array.from(
			{ length: count },
			(_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
		);

	it('10,000 guesses end after some hundred, whichever question and however many sessions are used', async () => {
		await service.clearLog();
		const ip = '198.51.100.66';
		const codes: string[] = [];
		const tell = ({ body }: { body: Partial<PickerRefusal> }) =>
			codes.push(body.code ?? 'answered');
		const ids = guesses(10_000);
		for (let n = 0; n < ids.length; n += 100) {
			const token = await session(service, { parameters: ALL, ip }).catch(() => 'none');
			const set = { session: token, parameters: ALL, ip };
			tell(
				await ask(service, 'state', { ...set, query: { ids: ids.slice(n, n + 100).join(',') } }),
			);
			tell(await ask(service, 'asset', { ...set, query: { id: ids[n] ?? '' } }));
		}
		expect(codes.slice(-100).every((code) => code === 'too_many')).toBe(true);
		expect(codes.filter((code) => code === 'answered').length).toBeLessThanOrEqual(5);
		const looked = (await service.calls()).filter(({ path }) =>
			path.includes('/assets/v1/assets/'),
		);
		expect(looked.length).toBeLessThan(700);
	});

	it('wrong keys end, too, and then even the right one has to wait', async () => {
		const ip = '198.51.100.67';
		const open = async (key: string) => await ask(service, 'session', { body: { key }, ip });
		let tries = 0;
		while ((await open('0'.repeat(64))).status === 401) tries++;
		expect(tries).toBeLessThanOrEqual(500);
		const refused = await open(keyOf(service));
		expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' } });
		expect(refused.body.retryAfter).toBeGreaterThan(0);
		expect(refused.headers['retry-after']).toBe(String(refused.body.retryAfter));
	});

	it('a session that asks without end is slowed down, others are not', async () => {
		const ip = '198.51.100.68';
		const noisy = await session(service, { parameters: ALL, ip });
		const asked = async (token: string) =>
			(await ask(service, 'search', { session: token, parameters: ALL, ip })).status;
		const statuses: number[] = [];
		for (let n = 0; n < 70; n++) statuses.push(await asked(noisy));
		expect(statuses.filter((status) => status === 200)).toHaveLength(60);
		expect(statuses.at(-1)).toBe(429);
		expect(await asked(await session(service, { parameters: ALL, ip }))).toBe(200);
	});
});

it('Get Access gives the address and the key that opens the picker', async () => {
	const pickerUrl = `${OWN_ORIGIN}/webhook/abc/picker`;
	const parameters = { resource: 'picker', operation: 'getAccess', accessName: 'contentstack' };
	const { json } = await run(service, { ...parameters, pickerUrl });
	expect(json).toEqual([{ url: pickerUrl, config: { key: keyOf(service) } }]);
	const { key } = (json[0]?.config ?? {}) as { key: string };
	expect((await ask(service, 'session', { body: { key } })).status).toBe(200);

	const test = await run(service, {
		...parameters,
		pickerUrl: `${OWN_ORIGIN}/webhook-test/abc/picker`,
	});
	expect(test.error?.message).toContain('test URL');
	const none = await run(service, { ...parameters, pickerUrl: 'picker' });
	expect(none.error?.message).toContain('not the address of a page');
});
