import { differenceOf } from '../../../nodes/Iconik/placements/difference';
import { fromText, toText, type Placement } from '../../../nodes/Iconik/placements/placement';
import { readRows } from '../../../nodes/Iconik/placements/rows';

const entry = { apiKey: 'bltstack', branch: 'main', contentType: 'page', entryUid: 'blt1' };
const hero: Placement = {
	...entry,
	title: 'Spring campaign',
	url: 'https://www.example.com/spring',
	fieldPath: 'hero.video',
	locale: 'en-us',
	environment: 'production',
};

describe('the text of a placement', () => {
	it('can be read by people, and by iconik’s search word for word', () => {
		expect(toText(hero)).toBe(
			'Spring campaign | https://www.example.com/spring | page/blt1 | hero.video | en-us | production | bltstack/main',
		);
	});

	it.each([
		['as it is', {}],
		[
			'with nothing but the entry',
			{ title: '', url: '', fieldPath: '', locale: '', environment: '' },
		],
		['with the separator in its title', { title: 'Spring | Summer' }],
		['with the day since when', { since: '2026-03-02' }],
		['with a title of many scripts', { title: 'Übergänge – 春 🌷' }],
	])('comes back %s', (_, change) => {
		expect(fromText(toText({ ...hero, ...change }))).toEqual({ ...hero, ...change });
	});

	it('keeps long titles short and blanks out of addresses', () => {
		const text = toText({ ...hero, title: `a\n${'b'.repeat(200)}`, url: 'https://x.example/a b' });
		expect(fromText(text)?.title).toHaveLength(80);
		expect(fromText(text)?.url).toBe('https://x.example/a%20b');
	});

	it.each(['', 'used on the home page', 'a | b | c', 'a | b | c | d | e | f | g'])(
		'is not seen in %j, which a person wrote',
		(text) => expect(fromText(text)).toBeUndefined(),
	);
});

describe('the difference of one asset', () => {
	const note = 'a note of the media team';
	const foreign = toText({ ...hero, entryUid: 'blt2' });

	it('is nothing when nothing changed', () => {
		const texts = [note, foreign, toText(hero)];
		expect(differenceOf(texts, [hero], entry, {})).toMatchObject({
			append: [],
			remove: [],
			unchanged: 1,
		});
	});

	it('replaces a placement whose page was renamed, and leaves alone what is not of the entry', () => {
		const renamed = { ...hero, title: 'Spring sale' };
		expect(differenceOf([note, foreign, toText(hero)], [renamed], entry, {})).toMatchObject({
			append: [toText(renamed)],
			remove: [toText(hero)],
			updated: 1,
			added: 0,
			removed: 0,
		});
	});

	it('keeps the first day of a place that is published again, and of one whose page was renamed', () => {
		const first = { ...hero, since: '2026-03-02' };
		const again = { ...hero, since: '2026-04-20' };
		expect(differenceOf([toText(first)], [again], entry, {})).toMatchObject({ append: [] });
		const renamed = { ...again, title: 'Spring sale' };
		expect(differenceOf([toText(first)], [renamed], entry, {})).toMatchObject({
			append: [toText({ ...renamed, since: '2026-03-02' })],
			remove: [toText(first)],
			updated: 1,
		});
		const back = { ...again, fieldPath: 'body' };
		expect(differenceOf([toText(first)], [back], entry, {}).append).toEqual([toText(back)]);
	});

	it('adds the day to a place that was recorded without one', () => {
		const dated = { ...hero, since: '2026-03-02' };
		expect(differenceOf([toText(hero)], [dated], entry, {})).toMatchObject({
			append: [toText(dated)],
			remove: [toText(hero)],
			updated: 1,
			added: 0,
		});
	});

	it('leaves alone other locales and environments when it is about one', () => {
		const german = { ...hero, locale: 'de-de' };
		const staging = { ...hero, environment: 'staging' };
		const texts = [hero, german, staging].map(toText);
		const scope = { locale: 'en-us', environment: 'production' };
		expect(differenceOf(texts, [], entry, scope)).toMatchObject({
			remove: [toText(hero)],
			removed: 1,
			remains: true,
		});
		expect(differenceOf(texts, [], entry, {})).toMatchObject({ removed: 3, remains: false });
	});
});

describe('the rows of placements', () => {
	const defaults = { entry, title: 'Spring', url: '', locale: '', environment: '' };

	it('make one placement for each environment', () => {
		const rows = [
			{
				asset_id: 'a1',
				field_path: 'hero',
				locale: 'en-us',
				environments: ['live', { name: 'test' }],
			},
			{ assetId: 'a1', path: 'body', environment: 'live' },
			{ asset_id: 'a2', environments: [] },
		];
		const found = readRows(rows, defaults);
		expect(found.get('a1')?.map(({ fieldPath, environment }) => [fieldPath, environment])).toEqual([
			['hero', 'live'],
			['hero', 'test'],
			['body', 'live'],
		]);
		expect(found.get('a2')).toMatchObject([{ fieldPath: '', environment: '', locale: '' }]);
	});

	it('tell since when, by environment or for the whole row, and take no other text for a day', () => {
		const rows = [
			{
				asset_id: 'a1',
				published_at: '2026-03-01T08:00:00.000Z',
				environments: [{ environment: 'live', published_at: '2026-03-02T23:59:00.000Z' }, 'test'],
			},
			{ asset_id: 'a1', environment: 'late', since: 'yesterday' },
		];
		expect(
			readRows(rows, defaults)
				.get('a1')
				?.map(({ environment, since }) => [environment, since]),
		).toEqual([
			['live', '2026-03-02'],
			['test', '2026-03-01'],
			['late', undefined],
		]);
	});

	it('take only the environment that is recorded, and refuse another locale', () => {
		const scope = { ...defaults, locale: 'en-us', environment: 'live' };
		const row = { asset_id: 'a1', environments: ['live', 'test'] };
		expect(readRows([row], scope).get('a1')).toMatchObject([
			{ environment: 'live', locale: 'en-us' },
		]);
		expect(() => readRows([{ ...row, locale: 'de-de' }], scope)).toThrow(
			'Placement 1 is in de-de, but only en-us is recorded',
		);
	});

	it.each([
		[{}, 'The placements are not a list'],
		[['a1'], 'Placement 1 is not an object'],
		[[{ asset_id: 'a1' }, { field_path: 'x' }], 'Placement 2 has no asset_id'],
	])('refuse %j', (rows, message) => {
		expect(() => readRows(rows, defaults)).toThrow(message);
	});
});
