import { hasChanged } from '../../../nodes/Contentstack/webhook/comparison';
import { toEvent } from '../../../nodes/Contentstack/webhook/events';
import { holdsMedia } from '../../../nodes/Contentstack/webhook/mediaContent';
import { deliveryKey, DeliveryMemory } from '../../../nodes/Contentstack/webhook/memory';

describe('an entry holds media', () => {
	const marks = { contentTypes: ['iconik_media'], fields: ['video_id'] };
	const reference = { uid: 'e1', _content_type_uid: 'iconik_media' };
	const embedded = {
		type: 'reference',
		uid: 'r1',
		attrs: { type: 'entry', 'entry-uid': 'e1', 'content-type-uid': 'iconik_media' },
	};
	const picked = [{ id: 'a1', platformUrl: 'https://app.iconik.io/asset/a1' }];

	it.each([
		['an asset ID', { iconik_asset_id: 'a1' }],
		['several asset IDs', { iconik_asset_ids: ['a1', 'a2'] }],
		['what was picked', { film: picked }],
		['a reference', { media: [reference] }],
		['a reference in a modular block', { blocks: [{ hero: { video: [reference] } }] }],
		['an entry in a rich text', { body: { type: 'doc', children: [{ children: [embedded] }] } }],
		['a field that was named, in a group', { clips: [{ clip: { video_id: 'a1' } }] }],
	])('by %s', (_, entry) => {
		expect(holdsMedia({ title: 'x', ...entry }, marks)).toBe(true);
	});

	it.each([
		['no field', {}],
		['an empty asset ID', { iconik_asset_id: '', video_id: null, iconik_media: [] }],
		['a reference to something else', { media: [{ uid: 'e1', _content_type_uid: 'page' }] }],
		['what another picker stores', { film: [{ id: '1', platformUrl: 'https://dam.example' }] }],
		['a collection of iconik', { iconik_collection_id: 'c1' }],
	])('not by %s', (_, entry) => {
		expect(holdsMedia({ title: 'x', ...entry }, marks)).toBe(false);
	});
});

describe('the comparison of two versions', () => {
	const hero = { uid: 'a1', filename: 'a.jpg', url: 'https://x/1', _version: 1 };
	const before = {
		title: 'A',
		rights: { status: 'valid', notes: '' },
		hero,
		blocks: [{ quote: { words: 'x', _metadata: { uid: 'm1' } } }],
		media: [{ uid: 'e1', _content_type_uid: 'iconik_media' }],
	};

	it.each([
		[['title'], { title: 'B' }, true],
		[['title'], { rights: { status: 'expired' } }, false],
		[['rights.status'], { rights: { status: 'expired', notes: '' } }, true],
		[['rights.status'], { rights: { status: 'valid', notes: 'new' } }, false],
		[['rights'], { rights: { status: 'valid', notes: null } }, false],
		[['rights'], { rights: { status: 'valid', notes: 'new' } }, true],
		[['hero'], { hero: { ...hero, url: 'https://x/2', _version: 2 } }, false],
		[['hero'], { hero: { ...hero, uid: 'a2' } }, true],
		[['blocks'], { blocks: [{ quote: { words: 'x', _metadata: { uid: 'm2' } } }] }, false],
		[['media'], { media: [] }, true],
		[['summary'], { summary: '' }, false],
		[['summary', 'title'], { title: 'B' }, true],
	])('of %j after %j: %s', (fields, change, isSo) => {
		expect(hasChanged(before, { ...before, ...change }, fields)).toBe(isSo);
	});
});

describe('what a repeated delivery has in common with the first', () => {
	const body = (module: string, event: string, data: object, more = {}) =>
		deliveryKey(toEvent({ module, event, data: data as never, ...more }));
	const page = { uid: 'page' };
	const entry = { uid: 'e1', locale: 'en-us', _version: 3 };
	const published = {
		entry: { ...entry, publish_details: { time: '2026-03-02T09:06:00.000Z' } },
		content_type: page,
		environment: { uid: 'env1' },
		status: 'success',
	};

	it('is the same whenever it is sent', () => {
		const first = body('entry', 'update', { entry, content_type: page });
		const again = { triggered_at: '2026-03-02T09:10:00.000Z' };
		expect(first).toBeDefined();
		expect(body('entry', 'update', { entry, content_type: page }, again)).toBe(first);
	});

	it('differs by version, language, environment, time of publishing and event', () => {
		const keys = [
			body('entry', 'publish', published),
			body('entry', 'unpublish', published),
			body('entry', 'publish', { ...published, environment: { uid: 'env2' } }),
			body('entry', 'publish', { ...published, locale: 'de-de' }),
			body('entry', 'publish', {
				...published,
				entry: { ...entry, publish_details: { time: '2026-03-02T09:07:00.000Z' } },
			}),
			body('entry', 'update', { entry, content_type: page }),
			body('entry', 'update', { entry: { ...entry, _version: 4 }, content_type: page }),
		];
		expect(keys).not.toContain(undefined);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it.each([
		['a publish without its time', 'entry', 'publish', { entry, environment: { uid: 'env1' } }],
		['a stage without its time', 'workflow', 'update', { workflow: { entry, log: { uid: 's1' } } }],
		['a save without its version', 'entry', 'update', { entry: { uid: 'e1' } }],
		['a release', 'release', 'deploy', { release: { uid: 'r1' } }],
		['what is not known', 'taxonomy', 'create', { entry }],
	])('is not known of %s: that may happen twice', (_, module, event, data) => {
		expect(body(module, event, data)).toBeUndefined();
	});
});

describe('the memory of deliveries', () => {
	it('passes a repetition over when the first was handled, also while that is open', async () => {
		const memory = new DeliveryMemory(() => 0);
		const first = await memory.claim('k');
		const second = memory.claim('k');
		first?.settle(true);
		expect(await second).toBeUndefined();
		expect(await memory.claim('k')).toBeUndefined();
		expect(await memory.claim('other')).toBeDefined();
	});

	it('gives one of two waiting repetitions the right when the first came to nothing', async () => {
		const memory = new DeliveryMemory(() => 0);
		const first = await memory.claim('k');
		const waiting = [memory.claim('k'), memory.claim('k')];
		first?.settle(false);
		const second = await waiting[0];
		second?.settle(true);
		expect(second).toBeDefined();
		expect(await waiting[1]).toBeUndefined();
	});

	it('forgets after the last retry', async () => {
		let now = 0;
		const memory = new DeliveryMemory(() => now);
		(await memory.claim('k'))?.settle(true);
		now = 781_000;
		expect(await memory.claim('k')).toBeUndefined();
		now = 901_000;
		expect(await memory.claim('k')).toBeDefined();
	});

	it('holds a bounded number', async () => {
		const memory = new DeliveryMemory(() => 0);
		for (let index = 0; index <= 2000; index++) (await memory.claim(`k${index}`))?.settle(true);
		expect(await memory.claim('k2000')).toBeUndefined();
		expect(await memory.claim('k0')).toBeDefined();
	});
});
