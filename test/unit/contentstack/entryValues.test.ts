import { changesOf } from '../../../nodes/Contentstack/schema/changes';
import { emptiedFields, missingFields } from '../../../nodes/Contentstack/schema/mandatory';
import { prepareFields } from '../../../nodes/Contentstack/schema/prepare';
import { everything, field } from './mediaType';

const typeOf = (...schema: typeof everything.schema) => ({ ...everything, schema });

describe('a path', () => {
	const type = typeOf(
		...everything.schema,
		field('outer', 'group', {
			schema: [
				field('inner', 'group', { schema: [field('deep', 'number')] }),
				field('list', 'group', { multiple: true, schema: [field('a', 'text')] }),
			],
		}),
	);

	it.each([
		[{ 'rights.status': 'valid' }, { rights: { status: 'valid' } }],
		[
			{ 'rights.status': 'valid', 'rights.until': null },
			{ rights: { status: 'valid', until: null } },
		],
		[
			{ rights: '{"status": "old", "until": "2026-01-01"}', 'rights.status': 'new' },
			{ rights: { status: 'new', until: '2026-01-01' } },
		],
		[{ 'outer.inner.deep': '3' }, { outer: { inner: { deep: 3 } } }],
		[{ 'seo.text': 'x' }, { seo: { text: 'x' } }],
		[{ 'outer.list': [{ a: 1 }] }, { outer: { list: [{ a: '1' }] } }],
	])('%j puts the value into its group', (raw, values) => {
		expect(prepareFields(type, raw)).toEqual({ values, misfits: [] });
	});

	it('leaves the other fields of the group as they are', () => {
		const { values } = prepareFields(type, { 'rights.status': 'expired' });
		const current = { rights: { status: 'valid', until: '2026-01-01' } };
		expect(changesOf(type, current, values)).toEqual({
			rights: { status: 'expired', until: '2026-01-01' },
		});
	});

	it.each([
		['rights.owner', 'does not exist'],
		['gone.status', 'there is no field "gone"'],
		['title.x', 'TITLE holds no fields'],
		['captions.language', 'CAPTIONS is a list: give the whole list'],
		['blocks.hero.head', 'BLOCKS is a list'],
	])('%s is reported', (path, reason) => {
		const { misfits } = prepareFields(type, { [path]: 'x' });
		expect(misfits).toHaveLength(1);
		expect(misfits[0]?.reason).toContain(reason);
	});
});

describe('what points elsewhere', () => {
	const type = typeOf(
		field('author', 'reference', { reference_to: ['person'] }),
		field('one', 'reference', {
			reference_to: ['page', 'article'],
			field_metadata: { ref_multiple: false },
		}),
		field('many', 'reference', { reference_to: ['page', 'article'] }),
		field('picked', 'reference', { extension_uid: 'blt1' }),
		field('taxonomies', 'taxonomy', { taxonomies: [{ taxonomy_uid: 'rights' }] }),
	);

	it.each([
		[
			{ author: ['a', 'b'] },
			[
				{ uid: 'a', _content_type_uid: 'person' },
				{ uid: 'b', _content_type_uid: 'person' },
			],
		],
		[
			{ one: { uid: 'a', content_type: 'page', version: 2 } },
			[{ uid: 'a', _content_type_uid: 'page' }],
		],
		[
			{
				many: '[{"uid": "a", "_content_type_uid": "page"}, {"uid": "b", "_content_type_uid": "article"}]',
			},
			[
				{ uid: 'a', _content_type_uid: 'page' },
				{ uid: 'b', _content_type_uid: 'article' },
			],
		],
		[{ picked: [{ id: 7 }] }, [{ id: 7 }]],
		[{ taxonomies: ['expired'] }, [{ taxonomy_uid: 'rights', term_uid: 'expired' }]],
	])('%j is understood', (raw, value) => {
		expect(prepareFields(type, raw)).toEqual({
			values: { [Object.keys(raw)[0] as string]: value },
			misfits: [],
		});
	});

	it.each([
		[
			{
				one: [
					{ uid: 'a', _content_type_uid: 'page' },
					{ uid: 'b', _content_type_uid: 'page' },
				],
			},
			'takes one entry, got 2',
		],
		[{ many: 'a' }, 'one of page, article'],
		[
			{ many: [{ uid: 'a', _content_type_uid: 'person' }] },
			'refers to page, article, not to person',
		],
		[
			{ taxonomies: [{ taxonomy_uid: 'other', term_uid: 'x' }] },
			'takes terms of rights, not of other',
		],
	])('%j is reported', (raw, reason) => {
		expect(prepareFields(type, raw).misfits.map((misfit) => misfit.reason)).toEqual([
			expect.stringContaining(reason),
		]);
	});
});

describe('bounds', () => {
	const type = typeOf(
		field('size', 'number', { min: 1, max: 10 }),
		field('code', 'text', { format: '^[A-Z]{3}$' }),
		field('odd', 'text', { format: '(?<never' }),
		field('at', 'isodate', { startDate: '2026-01-01', endDate: '2026-12-31' }),
	);

	it('values within them pass, and a format that cannot be read is left to the service', () => {
		const raw = { size: 10, code: 'ABC', odd: 'x', at: '2026-06-01' };
		expect(prepareFields(type, raw)).toEqual({ values: raw, misfits: [] });
	});

	it.each([
		[{ size: 0 }, 'must be at least 1, got 0'],
		[{ size: '11' }, 'must be at most 10, got 11'],
		[{ size: '  ' }, 'expects a number'],
		[{ code: 'abc' }, 'must match ^[A-Z]{3}$, and "abc" does not'],
		[{ at: '2025-12-31' }, 'must not be before 2026-01-01'],
		[{ at: '2027-01-01' }, 'must not be after 2026-12-31'],
	])('%j is reported', (raw, reason) => {
		expect(prepareFields(type, raw).misfits.map((misfit) => misfit.reason)).toEqual([
			expect.stringContaining(reason),
		]);
	});
});

describe('mandatory fields', () => {
	const schema = [field('name', 'text', { mandatory: true }), field('note', 'text')];
	const type = typeOf(
		field('group', 'group', { schema }),
		field('list', 'group', { multiple: true, schema }),
		field('blocks', 'blocks', { blocks: [{ uid: 'hero', title: 'Hero', schema }] }),
	);
	const names = (values: Record<string, unknown>) =>
		missingFields(type, values).map((misfit) => misfit.field);

	it('are looked for inside the groups and blocks that are there', () => {
		expect(names({})).toEqual([]);
		expect(names({ group: {}, list: [], blocks: [] })).toEqual([]);
		expect(
			names({
				group: { note: 'x' },
				list: [{ name: 'a' }, { note: 'x' }],
				blocks: [{ hero: { note: 'x' } }],
			}),
		).toEqual(['NAME (group.name)', 'NAME (list.2.name)', 'NAME (blocks.1.hero.name)']);
	});

	it('cannot be emptied, but those that are not named are not asked for', () => {
		expect(emptiedFields(type, { group: { name: '' } })).toHaveLength(1);
		expect(emptiedFields(everything, { size: 1 })).toEqual([]);
		expect(emptiedFields(everything, { title: '' })).toHaveLength(1);
	});
});
