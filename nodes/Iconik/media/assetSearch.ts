import type { IDataObject } from 'n8n-workflow';
import type { Call, IconikClient } from '../transport/client';
import { bySearchAfter, type Listed } from '../transport/paging';
import { LAST_CHANGED_FIRST } from '../transport/searchTerms';
import type { SearchDocument } from '../types';

/** iconik gives no more hits in one answer. */
export const LARGEST_PAGE = 1000;

/** The fields of a hit that a workflow asks for most. */
export const SIMPLE_FIELDS = [
	'id',
	'title',
	'type',
	'status',
	'media_type',
	'duration_milliseconds',
	'approval_status',
	'in_collections',
	'date_created',
	'date_modified',
];

export type Hit = SearchDocument & IDataObject;

export interface AssetSearch {
	/** In Lucene's language; all assets when absent. */
	query?: string;
	/** Conditions that must all hold. */
	terms: IDataObject[];
	/** Must end with a unique field, or deep paging could skip or repeat. */
	sort?: IDataObject[];
	/** Only these fields; all when absent. */
	fields?: readonly string[];
	/** Only the metadata of this view. */
	viewId?: string;
	/** Goes on behind the hit with these sort values. */
	after?: unknown[];
}

/** The assets that the search index finds, however many there are. */
export function findAssets(
	iconik: IconikClient,
	search: AssetSearch,
	{ limit = Infinity, perPage = LARGEST_PAGE }: { limit?: number; perPage?: number } = {},
): AsyncGenerator<Hit> {
	const page = Math.min(limit, perPage);
	return bySearchAfter<Hit>(iconik, searchCall(search), { perPage: page, limit });
}

/** How many assets there are of each value of some fields. */
export async function countAssets(
	iconik: IconikClient,
	search: AssetSearch,
	facets: readonly string[],
): Promise<IDataObject[]> {
	const call = searchCall({ ...search, fields: ['id'] });
	const { facets: found } = await iconik.request<Listed<Hit> & Facets>({
		...call,
		query: { ...call.query, page: 1, per_page: 1 },
		body: { ...call.body, facets: [...facets] },
	});
	return facets.flatMap((facet) =>
		(found?.[facet]?.buckets ?? []).map(({ key, doc_count }) => ({
			facet,
			value: key,
			count: doc_count,
		})),
	);
}

interface Facets {
	facets?: Record<
		string,
		{ buckets?: Array<{ key: string | number | boolean; doc_count: number }> }
	> | null;
}

function searchCall({ query, terms, sort, fields, viewId, after }: AssetSearch): Call {
	return {
		method: 'POST',
		path: '/API/search/v1/search/',
		query: { save_search_history: false, generate_signed_url: false },
		body: {
			doc_types: ['assets'],
			...(query && { query }),
			filter: { operator: 'AND', terms },
			sort: sort ?? LAST_CHANGED_FIRST,
			...(fields && { include_fields: [...fields] }),
			...(viewId && { metadata_view_id: viewId }),
			...(after && { search_after: after as IDataObject[] }),
		},
		repeatable: true,
	};
}

/** The hit without what belongs to the search and not to the asset. */
export function withoutSearchMarks(hit: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(hit).filter(([key]) => !key.startsWith('_')));
}
