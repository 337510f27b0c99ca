import {
	type BaseEntry,
	type Query,
	QueryOperation,
	TaxonomyQueryOperation,
} from '@contentstack/delivery-sdk';
import { eventually } from '../../support/eventually';
import { withContentstack } from '../../support/sandbox';
import { deliveryStack, managementStack, refusal } from './clients';

const service = withContentstack();
const stack = () => deliveryStack(service.connection);
const entriesOf = (contentType: string) => stack().contentType(contentType).entry();

type Film = BaseEntry & Record<string, unknown>;

const LENGTHS = [10, 20, 30, 40];
const target = { locales: ['en-us'], environments: ['production'] };
let boatbuilder = '';

/** Four films with rising lengths, in which the odd ones have words and a place; all but the fifth are live. */
beforeAll(async () => {
	const management = managementStack(service.connection);
	await management
		.taxonomy()
		.create({ taxonomy: { uid: 'places', name: 'Places', description: '' } });
	const terms = management.taxonomy('places').terms();
	await terms.create({ term: { uid: 'world', name: 'World', order: 1 } });
	await terms.create({ term: { uid: 'europe', name: 'Europe', parent_uid: 'world', order: 1 } });
	const field = (uid: string, data_type: string, more: object = {}) => ({
		uid,
		display_name: uid,
		data_type,
		...more,
	});
	await management.contentType().create({
		content_type: {
			title: 'Film',
			uid: 'film',
			schema: [
				field('title', 'text', { mandatory: true, unique: true }),
				field('seconds', 'number'),
				field('made', 'isodate'),
				field('words', 'text', { multiple: true }),
				field('rights', 'group', { schema: [field('holder', 'text')] }),
				field('next', 'reference', { reference_to: ['film'] }),
				field('taxonomies', 'taxonomy', { taxonomies: [{ taxonomy_uid: 'places' }] }),
			],
		} as never,
	});
	const films = management.contentType('film').entry();
	let previous: string | undefined;
	for (const seconds of [...LENGTHS, 50]) {
		const isOdd = seconds % 20 === 10;
		const { uid } = await films.create({
			entry: {
				title: `Film ${seconds}`,
				seconds,
				made: `2026-0${seconds / 10}-01`,
				rights: { holder: isOdd ? 'Studio' : 'Archive' },
				...(isOdd && {
					words: ['sea', 'boat'],
					taxonomies: [{ taxonomy_uid: 'places', term_uid: 'europe' }],
				}),
				...(previous !== undefined && { next: [{ uid: previous, _content_type_uid: 'film' }] }),
			},
		});
		previous = uid;
		if (LENGTHS.includes(seconds))
			await management
				.contentType('film')
				.entry(uid)
				.publish({ publishDetails: target, locale: 'en-us' });
	}
	await eventually(async () => expect(await titles((query) => query)).toHaveLength(4));
	const { items } = await management
		.contentType('article')
		.entry()
		.query({ query: { title: 'The last boatbuilder' } })
		.find();
	boatbuilder = items[0]?.uid ?? '';
});

/** The titles of the films that a query finds, shortest film first. */
async function titles(build: (query: Query) => Query): Promise<string[]> {
	const query = build(entriesOf('film').query());
	const { entries = [] } = await query.orderByAscending('seconds').find<Film>();
	return entries.map(({ title }) => title);
}

describe('one entry', () => {
	it('is read as it was published, not as its draft is', async () => {
		const entry = await stack().contentType('article').entry(boatbuilder).fetch<Film>();
		expect(entry).toMatchObject({
			title: 'The last boatbuilder',
			summary: 'Three months beside a slipway.',
			_version: 1,
			publish_details: { locale: 'en-us' },
		});
	});

	it('is not there in a language in which it is not published, but what it falls back to is', async () => {
		const german = () => stack().contentType('article').entry(boatbuilder).locale('de-de');
		expect((await refusal(german().fetch())).errorCode).toBe(141);
		const entry = await german().includeFallback().fetch<Film>();
		expect(entry).toMatchObject({ locale: 'en-us', title: 'The last boatbuilder' });
	});

	it('comes with the entries and assets that it refers to when they are asked for', async () => {
		const plain = await stack().contentType('article').entry(boatbuilder).fetch<Film>();
		expect(plain.media).toMatchObject([{ _content_type_uid: 'media' }]);
		expect((plain.media as object[])[0]).not.toHaveProperty('title');
		const full = await stack()
			.contentType('article')
			.entry(boatbuilder)
			.includeReference('media')
			.fetch<Film>();
		expect(full.media).toMatchObject([
			{ title: 'Harbour at dawn', video_id: 'harbour-01', still: { filename: 'harbour.png' } },
		]);
	});

	it('is reduced to the fields that are asked for, or by those that are not', async () => {
		const article = () => stack().contentType('article').entry(boatbuilder);
		const only = await article().only(['title', 'summary']).fetch<Film>();
		expect(Object.keys(only).sort()).toEqual(['summary', 'title', 'uid']);
		const except = await article().except('body').fetch<Film>();
		expect(except).not.toHaveProperty('body');
		expect(except).toHaveProperty('summary');
	});

	it('is not found in another branch, where there is no content', async () => {
		const develop = deliveryStack(service.connection, 'develop');
		const answer = await refusal(develop.contentType('article').entry(boatbuilder).fetch());
		expect(answer).toMatchObject({ status: 422, errorCode: 141 });
	});
});

describe('queries', () => {
	it.each<[string, (query: Query) => Query, number[]]>([
		['is equal', (query) => query.equalTo('title', 'Film 20'), [20]],
		['is not equal', (query) => query.notEqualTo('seconds', 20), [10, 30, 40]],
		['is less', (query) => query.lessThan('seconds', 20), [10]],
		['is less or equal', (query) => query.lessThanOrEqualTo('seconds', 20), [10, 20]],
		['is greater', (query) => query.greaterThan('seconds', 20), [30, 40]],
		['is greater or equal', (query) => query.greaterThanOrEqualTo('seconds', 20), [20, 30, 40]],
		['is one of', (query) => query.containedIn('seconds', [10, 40]), [10, 40]],
		['is none of', (query) => query.notContainedIn('seconds', [10, 40]), [20, 30]],
		['exists', (query) => query.exists('words'), [10, 30]],
		['does not exist', (query) => query.notExists('words'), [20, 40]],
		['matches a pattern', (query) => query.regex('title', '^film [12]', 'i'), [10, 20]],
		['is in a group', (query) => query.equalTo('rights.holder', 'Archive'), [20, 40]],
		['is in a list', (query) => query.equalTo('words', 'boat'), [10, 30]],
		[
			'was made before',
			(query) => query.where('made', QueryOperation.IS_LESS_THAN, '2026-02-01'),
			[10],
		],
		[
			'has a term below',
			(query) => query.where('taxonomies.places', TaxonomyQueryOperation.BELOW, 'world'),
			[10, 30],
		],
		[
			'has a term or one below',
			(query) => query.where('taxonomies.places', TaxonomyQueryOperation.EQ_BELOW, 'world'),
			[10, 30],
		],
		[
			'has a term above',
			(query) => query.where('taxonomies.places', TaxonomyQueryOperation.ABOVE, 'europe'),
			[],
		],
	])('finds films by what %s', async (_what, build, expected) => {
		expect(await titles(build)).toEqual(expected.map((seconds) => `Film ${seconds}`));
	});

	it('joins conditions by and and by or', async () => {
		const part = () => entriesOf('film').query();
		const long = () => part().greaterThan('seconds', 20);
		const studio = () => part().equalTo('rights.holder', 'Studio');
		expect(await titles((query) => query.and(long(), studio()))).toEqual(['Film 30']);
		expect(await titles((query) => query.or(long(), studio()))).toEqual([
			'Film 10',
			'Film 30',
			'Film 40',
		]);
	});

	it('finds films by what they refer to', async () => {
		const shortest = () => entriesOf('film').query().equalTo('seconds', 10);
		expect(await titles((query) => query.referenceIn('next', shortest()))).toEqual(['Film 20']);
		expect(await titles((query) => query.referenceNotIn('next', shortest()))).toEqual([
			'Film 10',
			'Film 30',
			'Film 40',
		]);
	});

	it('sorts, counts and pages', async () => {
		const page = await entriesOf('film')
			.query()
			.orderByDescending('seconds')
			.limit(2)
			.skip(1)
			.includeCount()
			.find<Film>();
		expect(page.count).toBe(4);
		expect(page.entries?.map(({ seconds }) => seconds)).toEqual([30, 20]);
	});

	it('follows references of references and reduces what it brings', async () => {
		const { entries = [] } = await entriesOf('film')
			.includeReference('next', 'next.next')
			.query()
			.equalTo('seconds', 30)
			.find<Film>();
		expect(entries[0]?.next).toMatchObject([{ title: 'Film 20', next: [{ title: 'Film 10' }] }]);
	});

	it('brings content type and branch along when they are asked for', async () => {
		const answer = (await entriesOf('film')
			.includeContentType()
			.includeBranch()
			.query()
			.limit(1)
			.find<Film>()) as unknown as { entries: Film[]; content_type: { uid: string } };
		expect(answer.content_type.uid).toBe('film');
		expect(answer.entries[0]).toHaveProperty('_branch', 'main');
	});

	it('hears of an operator that does not exist', async () => {
		const query = entriesOf('film').query({ seconds: { $near: 3 } });
		expect(await refusal(query.find())).toMatchObject({ status: 422, errorCode: 141 });
	});
});

describe('content types', () => {
	it('are listed and read with the schemas of their global fields', async () => {
		const { content_types: types } = (await stack()
			.contentType()
			.includeGlobalFieldSchema()
			.find()) as { content_types?: Array<{ uid: string }> };
		expect(types?.map(({ uid }) => uid)).toEqual(expect.arrayContaining(['page', 'film']));
		const page = await stack().contentType('page').fetch<{ schema: Array<{ uid: string }> }>();
		expect(page.schema.map(({ uid }) => uid)).toEqual(['title', 'url', 'seo', 'blocks']);
	});
});
