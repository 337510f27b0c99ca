import type { MediaFile } from '../model';
import { compareValues } from '../paging';
import type { Tenant } from '../tenant';
import { matchesFilter, type Filter } from './criteria';
import type { IndexDocument } from './documents';
import { parseLucene, valuesAt } from './lucene';

export interface Criteria {
	doc_types?: string[];
	query?: string;
	filter?: Filter;
	facets?: string[];
	facets_filters?: Array<{ name: string; value_in?: string[] }>;
	sort?: Array<{ name: string; order?: string }>;
	include_fields?: string[];
	exclude_fields?: string[];
	search_fields?: string[];
	metadata_view_id?: string | null;
	search_after?: unknown[] | null;
}

/** What a query without a field name looks into. */
const SEARCH_FIELDS = ['title', 'description', 'segment_text', 'files.name', 'metadata'];
const FACET_SIZE = 50;

interface SearchResult {
	objects: Array<Record<string, unknown>>;
	facets: Record<string, { buckets: Array<{ key: unknown; doc_count: number }> }>;
}

export function runSearch(
	tenant: Tenant,
	criteria: Criteria,
	{ signKeyframes, signProxies }: { signKeyframes: boolean; signProxies: boolean },
): SearchResult {
	const hits = matching(tenant, criteria);
	const narrowed = hits.filter((document) =>
		(criteria.facets_filters ?? []).every(
			({ name, value_in = [] }) =>
				value_in.length === 0 ||
				valuesAt(document, name).some((value) => value_in.includes(String(value))),
		),
	);
	const sort = criteria.sort ?? [];
	const ordered = narrowed
		.map((document) => ({ document, keys: sortKeys(document, sort) }))
		.sort((a, b) => compareKeys(a.keys, b.keys, sort));
	const after = criteria.search_after;
	const shown = after ? ordered.filter(({ keys }) => compareKeys(keys, after, sort) > 0) : ordered;
	const facets = criteria.facets ?? [];
	return {
		objects: shown.map(({ document, keys }) => {
			const signed = withUrls(tenant, document, signKeyframes, signProxies);
			return { ...selected(tenant, signed, criteria), _sort: keys };
		}),
		facets: Object.fromEntries(facets.map((name) => [name, { buckets: buckets(hits, name) }])),
	};
}

function matching({ index }: Tenant, criteria: Criteria): IndexDocument[] {
	const { doc_types = ['assets', 'collections'], query, filter } = criteria;
	const test = query?.trim()
		? parseLucene(query, criteria.search_fields ?? SEARCH_FIELDS)
		: undefined;
	return doc_types
		.flatMap((type) => index.all(type))
		.filter((document) => !test || test(document))
		.filter((document) => !filter || matchesFilter(filter, document));
}

/** Dates sort as milliseconds, as the real `_sort` shows them. Without a sort, hits keep the order of their ids. */
function sortKeys(document: IndexDocument, sort: Array<{ name: string }>): unknown[] {
	if (sort.length === 0) return [document.id];
	return sort.map(({ name }) => {
		const [value] = valuesAt(document, name);
		const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
		return isDate ? Date.parse(value) : (value ?? null);
	});
}

function compareKeys(a: unknown[], b: unknown[], sort: Array<{ order?: string }>): number {
	for (const [position, value] of a.entries()) {
		const difference = compareValues(value, b[position]);
		if (difference !== 0) return sort[position]?.order === 'desc' ? -difference : difference;
	}
	return 0;
}

function buckets(
	documents: IndexDocument[],
	name: string,
): Array<{ key: unknown; doc_count: number }> {
	const counts = new Map<unknown, number>();
	for (const document of documents)
		for (const value of new Set(valuesAt(document, name)))
			counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts]
		.map(([key, doc_count]) => ({ key, doc_count }))
		.sort((a, b) => b.doc_count - a.doc_count)
		.slice(0, FACET_SIZE);
}

function withUrls(
	{ store, urls }: Tenant,
	document: IndexDocument,
	keyframes: boolean,
	proxies: boolean,
): IndexDocument {
	const sign = (list: unknown): unknown[] =>
		((list as Array<{ id: string }> | undefined) ?? []).map((one) => {
			const file: MediaFile | undefined = store.media.get(one.id);
			return file?.status === 'CLOSED' ? { ...one, url: urls.of(file) } : one;
		});
	return {
		...document,
		...(keyframes && document.keyframes ? { keyframes: sign(document.keyframes) } : {}),
		...(proxies && document.proxies ? { proxies: sign(document.proxies) } : {}),
	};
}

/** The fields that were asked for; id and type always come along. */
function selected(
	{ store }: Tenant,
	document: IndexDocument,
	{ include_fields, exclude_fields = [], metadata_view_id }: Criteria,
): Record<string, unknown> {
	const view = metadata_view_id ? store.views.get(metadata_view_id) : undefined;
	const metadata = document.metadata as Record<string, unknown> | undefined;
	const inView = view && new Set(view.view_fields.map(({ name }) => name));
	const cut = inView && metadata ? pick(metadata, (name) => inView.has(name)) : metadata;
	const always = ['id', 'object_type', 'title'];
	const tops = include_fields?.map((name) => name.split('.')[0]);
	return pick(
		{ ...document, ...(cut ? { metadata: cut } : {}) },
		(name) =>
			always.includes(name) || ((!tops || tops.includes(name)) && !exclude_fields.includes(name)),
	);
}

function pick(
	object: Record<string, unknown>,
	isWanted: (name: string) => boolean,
): Record<string, unknown> {
	return Object.fromEntries(Object.entries(object).filter(([name]) => isWanted(name)));
}
