import { bench, FILM, unlimited, type Bench } from './client';

let stack: Bench;
beforeAll(async () => {
	stack = unlimited(await bench());
	await stack.cma.post('/content_types', { content_type: FILM });
	const first = await create({
		title: 'Alpha',
		asset_id: 'a',
		seconds: 10,
		tags_free: ['x', 'y'],
		rights: { holder: 'Ida' },
	});
	await create({ title: 'Beta', asset_id: 'b', seconds: 20, state: 'held', tags_free: ['y'] });
	await create({
		title: 'Gamma',
		asset_id: 'c',
		seconds: 30,
		sequels: [{ uid: first, _content_type_uid: 'film' }],
	});
});
afterAll(async () => await stack.close());

const create = async (entry: object): Promise<string> =>
	(await stack.cma.post('/content_types/film/entries', { entry })).data.entry.uid;
const list = async (params: object) =>
	await stack.cma.get('/content_types/film/entries', { params });
const titles = async (query: object, more: object = {}): Promise<string[]> => {
	const { data } = await list({ query: JSON.stringify(query), asc: 'title', ...more });
	return data.entries.map(({ title }: { title: string }) => title);
};

describe('filters', () => {
	it.each([
		['a value', { asset_id: 'b' }, ['Beta']],
		['$ne', { asset_id: { $ne: 'b' } }, ['Alpha', 'Gamma']],
		['$in', { asset_id: { $in: ['a', 'c'] } }, ['Alpha', 'Gamma']],
		['$nin', { asset_id: { $nin: ['a', 'c'] } }, ['Beta']],
		['$exists true', { state: { $exists: true } }, ['Beta']],
		['$exists false', { state: { $exists: false } }, ['Alpha', 'Gamma']],
		['bounds', { seconds: { $gt: 10, $lte: 30 } }, ['Beta', 'Gamma']],
		['$lt and $gte', { seconds: { $gte: 10, $lt: 20 } }, ['Alpha']],
		['$regex', { title: { $regex: '^[ab]', $options: 'i' } }, ['Alpha', 'Beta']],
		['$or', { $or: [{ asset_id: 'a' }, { state: 'held' }] }, ['Alpha', 'Beta']],
		['$and', { $and: [{ tags_free: 'y' }, { seconds: 20 }] }, ['Beta']],
		['a member of a list', { tags_free: 'x' }, ['Alpha']],
		['a field of a group', { 'rights.holder': 'Ida' }, ['Alpha']],
		['a referenced entry', { sequels: { $in_query: { title: 'Alpha' } } }, ['Gamma']],
		[
			'no such referenced entry',
			{ sequels: { $nin_query: { title: 'Alpha' } } },
			['Alpha', 'Beta'],
		],
	])('finds by %s', async (_name, query, expected) => {
		expect(await titles(query)).toEqual(expected);
	});

	it.each([
		['JSON that is none', { query: '{' }],
		['an unknown operator', { query: '{"title":{"$like":"x"}}' }],
		['a limit that is no number', { limit: 'all' }],
	])('refuses %s with 422/141', async (_name, params) => {
		const { status, data } = await list(params);
		expect(status).toBe(422);
		expect(data.error_code).toBe(141);
	});
});

describe('pages', () => {
	it('sorts both ways, skips and limits, and counts all', async () => {
		const { data } = await list({ desc: 'seconds', skip: 1, limit: 1, include_count: true });
		expect(data.entries.map(({ title }: { title: string }) => title)).toEqual(['Beta']);
		expect(data.count).toBe(3);
	});

	it('gives the bare number for count=true', async () => {
		expect((await list({ count: true })).data).toEqual({ entries: 3 });
	});

	it('never gives more than 100 in a page', async () => {
		const { data } = await stack.cma.post('/content_types', {
			content_type: { uid: 'note', title: 'Note', schema: [FILM.schema[0]] },
		});
		expect(data.content_type.uid).toBe('note');
		for (let index = 0; index < 101; index += 1)
			await stack.act('create-entry', { contentType: 'note', fields: { title: `Note ${index}` } });
		const page = await stack.cma.get('/content_types/note/entries?limit=500&include_count=true');
		expect(page.data.entries).toHaveLength(100);
		expect(page.data.count).toBe(101);
	});
});

describe('projections', () => {
	it.each(['only[BASE][]=title', 'only[BASE][0]=title'])('leaves what %s names', async (text) => {
		const { data } = await stack.cma.get(`/content_types/film/entries?limit=1&${text}`);
		expect(Object.keys(data.entries[0]).sort()).toEqual(['title', 'uid']);
	});

	it('takes out what except names', async () => {
		const { data } = await stack.cma.get('/content_types/film/entries?except[BASE][]=seconds');
		expect(data.entries[0]).not.toHaveProperty('seconds');
		expect(data.entries[0]).toHaveProperty('title');
	});

	it.each(['include[]=sequels', 'include[][]=sequels', 'include[0]=sequels'])(
		'puts entries in place of references for %s',
		async (text) => {
			const filter = encodeURIComponent('{"asset_id":"c"}');
			const { data } = await stack.cma.get(`/content_types/film/entries?query=${filter}&${text}`);
			expect(data.entries[0].sequels).toMatchObject([
				{ title: 'Alpha', _content_type_uid: 'film' },
			]);
		},
	);
});

it('holds new entries back from lists while a fault rule lets them lag', async () => {
	await stack.control.put('/faults', [{ fault: 'index-lag', milliseconds: 60_000 }]);
	const uid = await create({ title: 'Late', asset_id: 'late' });
	expect(await titles({ asset_id: 'late' })).toEqual([]);
	expect((await stack.cma.get(`/content_types/film/entries/${uid}`)).status).toBe(200);
	await stack.control.put('/clock', { advanceMs: 61_000 });
	expect(await titles({ asset_id: 'late' })).toEqual(['Late']);
	await stack.control.put('/faults', []);
});
