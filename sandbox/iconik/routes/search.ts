import { z } from 'zod';
import { badRequest, compact, created, found, noContent, ok, type Answer } from '../answers';
import type { Api, Call } from '../api';
import { newId } from '../ids';
import type { Wire } from '../model';
import { csv, flag, page } from '../paging';
import { runSearch, type Criteria } from '../search/runSearch';
import { filterSchema } from '../search/criteria';
import { nonEmpty, oneOf, text, uuid } from '../schemas';

const docTypes = z.array(
	oneOf('assets', 'collections', 'segments', 'saved_searches', 'saved_search_groups'),
);
const criteria = z.object({
	doc_types: docTypes.optional(),
	query: text.optional(),
	filter: filterSchema.optional(),
	facets: z.array(text).optional(),
	facets_filters: z
		.array(z.object({ name: nonEmpty, value_in: z.array(text).optional() }))
		.optional(),
	sort: z.array(z.object({ name: nonEmpty, order: text.optional() })).optional(),
	include_fields: z.array(text).optional(),
	exclude_fields: z.array(text).optional(),
	search_fields: z.array(text).optional(),
	metadata_view_id: uuid.nullish(),
	search_after: z.array(z.unknown()).nullish(),
});
const savedSearch = z.object({ name: nonEmpty, criteria, group_id: uuid.nullish() });
const suggest = z.object({
	query: text,
	field_name: nonEmpty,
	doc_types: docTypes.optional(),
	metadata_view_id: uuid.nullish(),
});

export function searchRoutes(api: Api): void {
	api.on('POST', 'search', '/v1/search/', 'can_search', (call) =>
		search(call, call.read(criteria)),
	);
	api.on('POST', 'search', '/v1/search/suggest/', 'can_search', (call) => {
		const { query, field_name, doc_types } = call.read(suggest);
		const values = (doc_types ?? ['assets', 'collections'])
			.flatMap((type) => call.tenant.index.all(type))
			.flatMap((document) => document[field_name] ?? [])
			.map(String)
			.filter((value) => value.toLowerCase().startsWith(query.toLowerCase()));
		return ok({ objects: [...new Set(values)].slice(0, 10).map((value) => ({ value })) });
	});
	savedRoutes(api);
}

/** Only the query string pages; `page` and `per_page` in the body do nothing. */
function search(call: Call, wanted: Criteria, extra: Record<string, unknown> = {}): Answer {
	if (wanted.search_after && (wanted.sort ?? []).length === 0)
		throw badRequest({ search_after: 'Needs a sort.' });
	const result = runSearch(call.tenant, wanted, {
		signKeyframes: flag(call, 'generate_signed_url', true),
		signProxies: flag(call, 'generate_signed_proxy_url'),
	});
	return page(call, result.objects, { extra: { facets: result.facets, ...extra } });
}

function savedRoutes(api: Api): void {
	const path = '/v1/search/saved';
	const savedOf = ({ tenant, params }: Call): Wire =>
		found(tenant.store.savedSearches.get(params.search_id ?? ''), 'Saved search');
	api.on('GET', 'search', `${path}/`, 'can_read_saved_searches', (call) => {
		const ids = csv(call, 'ids');
		const wanted = call.query.query?.toLowerCase();
		const saved = [...call.tenant.store.savedSearches.values()]
			.filter(({ id }) => !ids || ids.includes(id))
			.filter(({ name }) => !wanted || String(name).toLowerCase().includes(wanted))
			.map((one) => ({ ...one, criteria: JSON.stringify(one.criteria) }));
		return page(call, saved);
	});
	api.on('POST', 'search', `${path}/`, 'can_write_saved_searches', (call) => {
		const { store } = call.tenant;
		const now = store.now();
		const sent = compact(call.read(savedSearch));
		const made = {
			...sent,
			id: newId(),
			permissions: ['read'],
			date_created: now,
			date_modified: now,
		};
		store.savedSearches.set(made.id, made);
		return created(made);
	});
	api.on('GET', 'search', `${path}/:search_id/`, 'can_read_saved_searches', (call) => {
		const saved = savedOf(call);
		const head = { id: saved.id, name: saved.name, search_criteria_document: saved };
		if (!flag(call, 'include_results', true)) return ok({ ...head, objects: [] });
		return search(call, saved.criteria as Criteria, head);
	});
	api.on('DELETE', 'search', `${path}/:search_id/`, 'can_delete_saved_searches', (call) => {
		call.tenant.store.savedSearches.delete(savedOf(call).id);
		return noContent();
	});
}
