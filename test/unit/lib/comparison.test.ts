import { changedKeys, isEmpty, isSame } from '../../../lib/comparison';

const EMPTY_KINDS: Array<[string, unknown]> = [
	['absent', undefined],
	['null', null],
	['an empty text', ''],
	['an empty list', []],
	['an empty object', {}],
];
const VALUES: Array<[string, unknown]> = [
	['zero', 0],
	['false', false],
	['a space', ' '],
	['a list that holds null', [null]],
	['an object that holds null', { a: null }],
];

describe('what counts as nothing', () => {
	it.each(EMPTY_KINDS)('%s does', (_name, value) => expect(isEmpty(value)).toBe(true));
	it.each(VALUES)('%s does not', (_name, value) => expect(isEmpty(value)).toBe(false));

	it.each(EMPTY_KINDS)('%s is the same as every other kind of nothing', (_name, value) => {
		for (const [, other] of EMPTY_KINDS) expect(isSame(value, other)).toBe(true);
	});

	it.each(VALUES)('%s is not the same as nothing', (_name, value) => {
		for (const [, nothing] of EMPTY_KINDS) {
			expect(isSame(value, nothing)).toBe(false);
			expect(isSame(nothing, value)).toBe(false);
		}
	});
});

describe('changed keys', () => {
	it('are those whose content differs, in the order in which they are wanted', () => {
		const current = { title: 'A', width: 1920, tags: ['x'], rights: { starts: '1', ends: '2' } };
		const desired = {
			width: 1280,
			rights: { ends: '2', starts: '1' },
			tags: ['x', 'y'],
			title: 'A',
		};
		expect(changedKeys(current, desired)).toEqual(['width', 'tags']);
	});

	it('never name a key that only the current record has', () => {
		expect(changedKeys({ editors_note: 'keep' }, { title: 'A' })).toEqual(['title']);
	});

	it('leave out what is wanted as undefined, but name what is to be cleared', () => {
		const current = { title: 'A', poster: 'blt1' };
		expect(changedKeys(current, { title: undefined, poster: null })).toEqual(['poster']);
	});

	it('are none when clearing what is clear already', () => {
		expect(changedKeys({ notes: '' }, { notes: null, territories: [] })).toEqual([]);
	});

	it('tell a number from a text, since a field of another type would refuse it', () => {
		expect(changedKeys({ width: '1920' }, { width: 1920 })).toEqual(['width']);
	});

	it('see an emptied field inside a group', () => {
		const current = { rights: { status: 'valid', holder: 'ACME' } };
		expect(changedKeys(current, { rights: { status: 'valid', holder: null } })).toEqual(['rights']);
	});
});
