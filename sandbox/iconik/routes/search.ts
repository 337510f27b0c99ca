import { z } from 'zod';
import { badRequest, found, noContent, ok, omit, type Answer } from '../answers';
import type { Api, Call } from '../api';
import { newId } from '../ids';
import type { Wire } from '../model';
import { flag, page } from '../paging';
import { runSearch, type Criteria } from '../search/runSearch';
import { filterSchema } from '../search/criteria';
import { nonEmpty, oneOf, text, uuid } from '../schemas';

const docTypes = z.array(
	oneOf('assets', 'collections', 'segments', 'saved_searches', 'saved_search_groups'),
);
export const criteria = z.object({
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
	historyRoutes(api);
	api.on('POST', 'search', '/v1/search/suggest/', 'can_search', (call) => {
		const { query, field_name, doc_types } = call.read(suggest);
		const values = (doc_types ?? ['assets', 'collections'])
			.flatMap((type) => call.tenant.index.all(type))
			.flatMap((document) => document[field_name] ?? [])
			.map(String)
			.filter((value) => value.toLowerCase().startsWith(query.toLowerCase()));
		return ok({ objects: [...new Set(values)].slice(0, 10).map((value) => ({ value })) });
	});
}

function search(call: Call, wanted: Criteria): Answer {
	const answer = answerSearch(call, wanted);
	if (flag(call, 'save_search_history', true)) {
		const { store } = call.tenant;
		const id = newId();
		const search = { id, user_id: call.user.id, criteria: wanted, date_created: store.now() };
		store.searchHistory.set(id, search);
	}
	return answer;
}

/** What the calling user has searched for, latest first. */
function historyRoutes(api: Api): void {
	const path = '/v1/search/history';
	const one = `${path}/:search_history_id/`;
	const own = ({ tenant, user }: Call): Wire[] =>
		[...tenant.store.searchHistory.values()].filter(({ user_id }) => user_id === user.id);
	const past = (call: Call): Wire => {
		const known = own(call).find(({ id }) => id === call.params.search_history_id);
		return found(known, 'Search history');
	};
	api.on('GET', 'search', `${path}/`, 'can_read_search_history', (call) =>
		page(
			call,
			own(call)
				.reverse()
				.map((search) => omit(search, 'user_id')),
		),
	);
	api.on('GET', 'search', one, 'can_read_search_history', (call) =>
		answerSearch(call, past(call).criteria as Criteria),
	);
	api.on('DELETE', 'search', one, 'can_delete_search_history', (call) => {
		call.tenant.store.searchHistory.delete(past(call).id);
		return noContent();
	});
}

/** Only the query string pages; `page` and `per_page` in the body do nothing. */
export function answerSearch(
	call: Call,
	wanted: Criteria,
	extra: Record<string, unknown> = {},
): Answer {
	if (wanted.search_after && (wanted.sort ?? []).length === 0)
		throw badRequest({ search_after: 'Needs a sort.' });
	const result = runSearch(call.tenant, wanted, {
		signKeyframes: flag(call, 'generate_signed_url', true),
		signProxies: flag(call, 'generate_signed_proxy_url'),
	});
	return page(call, result.objects, { extra: { facets: result.facets, ...extra } });
}
