import { missingFields } from '../../../nodes/Contentstack/schema/mandatory';
import { prepareFields } from '../../../nodes/Contentstack/schema/prepare';
import { everything, field } from './mediaType';

const prepared = (raw: Record<string, unknown>) => {
	const { values, misfits } = prepareFields(everything, raw);
	expect(misfits).toEqual([]);
	return values;
};

describe('values that fit', () => {
	it.each([
		['title', 12, '12'],
		['keywords', 'one', ['one']],
		['keywords', '["one", "two"]', ['one', 'two']],
		['rank', '2', 2],
		['size', '12.5', 12.5],
		['on', 'true', true],
		['on', 0, false],
		['at', '2026-08-17T10:00:00+02:00', '2026-08-17T10:00:00+02:00'],
		['at', new Date('2026-08-17T10:00:00Z'), '2026-08-17T10:00:00.000Z'],
		['at', { toISO: () => '2026-08-17T10:00:00.000+02:00' }, '2026-08-17T10:00:00.000+02:00'],
		['day', '2026-08-17T10:00:00Z', '2026-08-17'],
		['picture', { uid: 'blt9', url: 'https://x' }, 'blt9'],
		['pictures', 'blt9', ['blt9']],
		['link', 'https://x', { title: 'https://x', href: 'https://x' }],
		['author', 'blt7', [{ uid: 'blt7', _content_type_uid: 'person' }]],
		[
			'related',
			[{ uid: 'blt8', _content_type_uid: 'page', title: 'resolved' }],
			[{ uid: 'blt8', _content_type_uid: 'page' }],
		],
		['picked', '[{"id": 1}]', [{ id: 1 }]],
		['rights', '{"status": "valid", "proof": {"uid": "blt1"}}', { status: 'valid', proof: 'blt1' }],
		['captions', { language: 'de' }, [{ language: 'de' }]],
		['blocks', [{ hero: { head: 1 } }], [{ hero: { head: '1' } }]],
		['tags', 'spring', ['spring']],
	])('%s: %j is written as %j', (uid, value, written) => {
		expect(prepared({ [uid]: value })).toEqual({ [uid]: written });
	});
});

describe('null and nothing', () => {
	it('null becomes what clears the field', () => {
		const raw = Object.fromEntries(everything.schema.map(({ uid }) => [uid, null]));
		expect(prepared(raw)).toMatchObject({
			title: '',
			keywords: [],
			state: null,
			size: null,
			picture: null,
			related: [],
			rights: {},
			captions: [],
			blocks: [],
			taxonomies: [],
		});
	});

	it('an absent value stays absent', () => {
		expect(prepared({ title: undefined })).toEqual({});
	});

	it('an empty text means nothing where text cannot be the value', () => {
		expect(prepared({ size: '', at: '', picture: '', related: '', captions: '' })).toEqual({
			size: null,
			at: null,
			picture: null,
			related: [],
			captions: [],
		});
	});
});

describe('values that do not fit', () => {
	it.each([
		[{ nowhere: 1 }, 'nowhere', 'does not exist'],
		[{ title: { a: 1 } }, 'TITLE (title)', 'expects text, got an object'],
		[{ size: 'big' }, 'SIZE (size)', 'expects a number, got "big"'],
		[{ on: 'maybe' }, 'ON (on)', 'expects true or false'],
		[{ at: 'tomorrow' }, 'AT (at)', 'expects an ISO date'],
		[{ at: 12 }, 'AT (at)', 'expects an ISO date'],
		[{ state: 'gone' }, 'STATE (state)', 'offers "ready", "held", not "gone"'],
		[{ picture: 7 }, 'PICTURE (picture)', 'expects the UID of an asset'],
		[{ link: { title: 'x' } }, 'LINK (link)', 'title and href'],
		[{ related: 'blt1' }, 'RELATED (related)', '_content_type_uid'],
		[{ author: [{ uid: 'a', _content_type_uid: 'page' }] }, 'AUTHOR (author)', 'refers to person'],
		[{ body: 12 }, 'BODY (body)', 'JSON rich text document'],
		[{ body: { type: 'p' } }, 'BODY (body)', 'expects text, HTML or a JSON rich text document'],
		[{ rights: 'free' }, 'RIGHTS (rights)', 'expects an object'],
		[{ rights: { owner: 'x' } }, 'RIGHTS (rights.owner)', 'does not exist in this group'],
		[{ captions: [{}, { closed: 'x' }] }, 'CAPTIONS (captions.2.closed)', 'true or false'],
		[{ blocks: [{ video: {} }] }, 'BLOCKS (blocks.1)', 'one block of: hero, quote'],
		[{ blocks: [{ hero: { head: [] } }] }, 'BLOCKS (blocks.1.hero.head)', 'expects text'],
		[{ taxonomies: ['x'] }, 'TAXONOMIES (taxonomies)', 'taxonomy_uid'],
	])('%j is reported for %s', (raw, name, reason) => {
		const { misfits } = prepareFields(everything, raw);
		expect(misfits).toHaveLength(1);
		expect(misfits[0]?.field).toBe(name);
		expect(misfits[0]?.reason).toContain(reason);
	});
});

it('a new entry lacks the mandatory fields without value, but not those with a default', () => {
	const type = {
		...everything,
		schema: [
			field('title', 'text', { mandatory: true }),
			field('kind', 'text', { mandatory: true, field_metadata: { default_value: 'film' } }),
			field('on', 'boolean', { mandatory: true }),
		],
	};
	expect(missingFields(type, { title: '' })).toEqual([
		{ field: 'TITLE (title)', reason: 'is mandatory and has no value' },
	]);
});
