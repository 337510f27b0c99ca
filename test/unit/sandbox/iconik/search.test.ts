import { demoAssets } from '../../../../sandbox/iconik';
import { startSandbox, type Sandbox } from './client';

interface Hit {
	id: string;
	title: string;
	_sort: unknown[];
	keyframes?: Array<{ url?: string }>;
	[field: string]: unknown;
}

describe('search', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const search = async (criteria: object, query = '?per_page=100'): Promise<Hit[]> => {
		const { status, data } = await sandbox.api.post(`/search/v1/search/${query}`, {
			doc_types: ['assets'],
			...criteria,
		});
		expect(status).toBe(200);
		return data.objects as Hit[];
	};
	const where = async (...terms: object[]) => await search({ filter: { operator: 'AND', terms } });
	const titles = (hits: Hit[]) => hits.map(({ title }) => title);

	it('finds assets by review status', async () => {
		const approved = await where({ name: 'approval_status', value: 'APPROVED' });
		expect(approved.map(({ id }) => id)).toContain(demoAssets.approved);
		expect(new Set(approved.map(({ approval_status }) => approval_status))).toEqual(
			new Set(['APPROVED']),
		);
	});

	it.each([
		[{ query: 'crampons' }, 'How to Sharpen Crampons'],
		[{ query: '"leather boots"' }, 'How to Wax Leather Boots'],
		[{ query: 'title:cramp*' }, 'How to Sharpen Crampons'],
		[{ query: 'metadata.Campaign:"Base Camp Festival"' }, 'Live Stream: Base Camp Festival'],
		[{ query: 'boots AND NOT crampons' }, 'How to Wax Leather Boots'],
		[{ query: 'title:(crampons OR nothing)' }, 'How to Sharpen Crampons'],
		[{ query: 'external_id:HO\\-patch\\-tent' }, 'How to Patch a Tent'],
		[{ query: 'duration_milliseconds:[3000 TO 3000]' }, 'Halden Sound Logo'],
		[{ query: '🎒 OR pack AND title:What’s' }, 'What’s in Amélie’s Pack? 🎒'],
	])('reads the query %j', async (criteria, title) => {
		expect(titles(await search(criteria))).toEqual([title]);
	});

	it('matches nothing when a value has a colon or slash that is not escaped', async () => {
		const value = 'Live Stream: Base Camp Festival';
		expect(await where({ name: 'title', value })).toHaveLength(0);
		const escaped = value.replace(/[:\s]/g, '\\$&');
		expect(await where({ name: 'title', value: escaped })).toHaveLength(1);
		expect(await where({ name: 'title', value_in: [value] })).toHaveLength(1);
	});

	it('tests for values, ranges and their absence', async () => {
		const all = await search({});
		const withoutRights = await where({ name: 'metadata.RightsHolder', missing: true });
		const withRights = await where({ name: 'metadata.RightsHolder', exists: true });
		expect(withoutRights.map(({ id }) => id)).toContain(demoAssets.rightsMissing);
		expect(withoutRights.length + withRights.length).toBe(all.length);
		const today = new Date().toISOString().slice(0, 10);
		const expired = await where({ name: 'metadata.RightsExpiry', range: { max: today } });
		expect(expired.map(({ id }) => id)).toContain(demoAssets.expired);
		expect(expired.map(({ id }) => id)).not.toContain(demoAssets.approved);
	});

	it('joins nested filters by their own operators', async () => {
		const term = (value: string) => ({ name: 'media_type', value });
		const hits = await search({
			filter: {
				operator: 'AND',
				terms: [{ name: 'status', value: 'ACTIVE' }],
				filters: [{ operator: 'OR', terms: [term('audio'), term('image')] }],
			},
		});
		expect(new Set(hits.map(({ media_type }) => media_type))).toEqual(new Set(['audio', 'image']));
	});

	it.each([
		['a list of terms', [{ name: 'status', value: 'ACTIVE' }]],
		['no operator', { terms: [] }],
		['terms of Elasticsearch', { operator: 'AND', terms: { status: 'ACTIVE' } }],
	])('refuses a filter that is %s', async (_name, filter) => {
		const { status } = await sandbox.api.post('/search/v1/search/', { filter });
		expect(status).toBe(400);
	});

	it('pages by the query string only', async () => {
		expect(await search({ page: 2, per_page: 3 }, '?per_page=4')).toHaveLength(4);
		expect(await search({}, '')).toHaveLength(10);
	});

	it('comes to every hit once by search_after', async () => {
		const sort = [
			{ name: 'media_type', order: 'asc' },
			{ name: 'id', order: 'asc' },
		];
		const seen: string[] = [];
		let search_after: unknown[] | undefined;
		for (;;) {
			const hits = await search({ sort, search_after }, '?per_page=20');
			if (hits.length === 0) break;
			seen.push(...hits.map(({ id }) => id));
			search_after = hits[hits.length - 1]?._sort;
		}
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen.length).toBe((await search({})).length);
	});

	it('counts facets and narrows by them', async () => {
		const { data } = await sandbox.api.post('/search/v1/search/?per_page=100', {
			doc_types: ['assets'],
			facets: ['media_type'],
			facets_filters: [{ name: 'media_type', value_in: ['audio'] }],
		});
		const { buckets } = data.facets.media_type as {
			buckets: Array<{ key: string; doc_count: number }>;
		};
		expect(buckets.map(({ key }) => key)).toEqual(['video', 'image', 'audio']);
		expect(data.objects).toHaveLength(buckets[2]?.doc_count as number);
	});

	it('gives the fields that are asked for, with signed thumbnails', async () => {
		const filter = { operator: 'AND', terms: [{ name: 'id', value: demoAssets.approved }] };
		const [hit] = await search({ filter, include_fields: ['id', 'keyframes'] });
		expect(Object.keys(hit ?? {}).sort()).toEqual([
			'_sort',
			'id',
			'keyframes',
			'object_type',
			'title',
		]);
		expect(hit?.keyframes?.[0]?.url).toContain('signature=');
	});
});
