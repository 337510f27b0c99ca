import type { IDataObject } from 'n8n-workflow';
import type { SearchRequest } from '../../../lib/pickerProtocol';
import type { Call } from '../transport/client';
import { between, escaped, oneOf } from '../transport/searchTerms';
import { ITEM_FIELDS } from './item';
import {
	day,
	oneOfThese,
	optionalId,
	readCursor,
	text,
	wholeNumber,
	words,
	type Cursor,
} from './request';
import { inCollections, scopeFilter } from './scopeTerms';
import type { Serving } from './serving';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_WORDS = 10;

/** A search as the page asked for it, checked. */
export interface SearchWish {
	text: string;
	mediaTypes: string[];
	collection: string | undefined;
	approvedOnly: boolean;
	orientation: SearchRequest['orientation'];
	duration: { from?: number; to?: number };
	captions: string[];
	created: { from?: number; to?: number };
	sort: NonNullable<SearchRequest['sort']>;
	cursor: Cursor | undefined;
}

export function readWish(query: Record<string, unknown>): SearchWish {
	const until = day(query, 'createdTo');
	return {
		text: text(query, 'text').trim(),
		mediaTypes: words(query, 'mediaTypes'),
		collection: optionalId(query, 'collection'),
		approvedOnly: oneOfThese(query, 'approvedOnly', ['true']) !== undefined,
		orientation: oneOfThese(query, 'orientation', ['landscape', 'portrait', 'square']),
		duration: { from: wholeNumber(query, 'durationFrom'), to: wholeNumber(query, 'durationTo') },
		captions: words(query, 'captions'),
		created: {
			from: day(query, 'createdFrom'),
			to: until === undefined ? undefined : until + DAY_MS - 1000,
		},
		sort:
			oneOfThese(query, 'sort', [
				'newest',
				'oldest',
				'title',
				'longest',
				'shortest',
				'relevance',
			]) ?? 'newest',
		cursor: readCursor(query),
	};
}

/** The one call for a page of the grid: the scope, what the editor has narrowed it to, and only the fields that are shown. */
export function searchCall(
	{ setUp, viewId }: Serving,
	wish: SearchWish,
	cursor: Cursor | undefined,
): Call {
	const filter = scopeFilter(setUp.scope);
	const terms = [...(filter.terms ?? []), ...termsOf(wish)];
	const filters = [...(filter.filters ?? [])];
	if (wish.collection) filters.push(inCollections({ withSubcollections: true }, [wish.collection]));
	const order = ORDERS[wish.sort];
	return {
		method: 'POST',
		path: '/API/search/v1/search/',
		query: {
			page: cursor && 'page' in cursor ? cursor.page : 1,
			per_page: setUp.pageSize,
			save_search_history: false,
			generate_signed_url: true,
		},
		body: {
			doc_types: ['assets'],
			...(wish.text && { query: typed(wish.text) }),
			filter: { operator: 'AND', terms, ...(filters.length > 0 && { filters }) },
			include_fields: ['id', ...ITEM_FIELDS.filter((name) => viewId || name !== 'metadata')],
			...(order && { sort: [order, { name: 'id', order: 'asc' }] }),
			...(viewId && { metadata_view_id: viewId }),
			...(cursor && 'after' in cursor && { search_after: cursor.after as never }),
		},
		repeatable: true,
	};
}

/** The ID breaks ties, without which the next page could skip or repeat. Relevance is the order of a search without any. */
const ORDERS: Record<SearchWish['sort'], IDataObject | undefined> = {
	newest: { name: 'date_created', order: 'desc' },
	oldest: { name: 'date_created', order: 'asc' },
	title: { name: 'title', order: 'asc' },
	longest: { name: 'duration_milliseconds', order: 'desc' },
	shortest: { name: 'duration_milliseconds', order: 'asc' },
	relevance: undefined,
};

function termsOf({ mediaTypes, approvedOnly, duration, created }: SearchWish): IDataObject[] {
	const terms: IDataObject[] = [];
	if (mediaTypes.length > 0) terms.push(oneOf('media_type', mediaTypes));
	if (approvedOnly) terms.push(oneOf('approval_status', ['APPROVED']));
	if (duration.from !== undefined || duration.to !== undefined)
		terms.push({
			name: 'duration_milliseconds',
			range: {
				...(duration.from !== undefined && { min: String(duration.from) }),
				...(duration.to !== undefined && { max: String(duration.to) }),
			},
		});
	if (created.from !== undefined || created.to !== undefined)
		terms.push(between('date_created', created.from, created.to));
	return terms;
}

/**
 * What somebody is typing: each word may still go on. Words are letters and digits, so that a title with a dash in it is found by its
 * own text. All that means something in iconik's query language is escaped.
 */
function typed(words: string): string {
	return words
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter(Boolean)
		.slice(0, MOST_WORDS)
		.map((word) => `${escaped(plain(word))}*`)
		.join(' AND ');
}

/** In upper case these three are operators. */
function plain(word: string): string {
	return /^(AND|OR|NOT)$/.test(word) ? word.toLowerCase() : word;
}
