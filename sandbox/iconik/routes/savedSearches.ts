import { z } from 'zod';
import { accepted, compact, created, found, noContent, ok } from '../answers';
import type { Api, Call } from '../api';
import { addToCollection } from '../domain/collections';
import { createJob, updateJob } from '../domain/jobs';
import { newId } from '../ids';
import type { Wire } from '../model';
import { csv, flag, page, sorted } from '../paging';
import { nonEmpty, uuid } from '../schemas';
import { runSearch, type Criteria } from '../search/runSearch';
import { answerSearch, criteria } from './search';

const savedSearch = z.object({ name: nonEmpty, criteria, group_id: uuid.nullish() });

/** Saved searches: listed, run, changed, turned into collections. */
export function savedSearchRoutes(api: Api): void {
	const path = '/v1/search/saved';
	const one = `${path}/:search_id`;
	const read = 'can_read_saved_searches';
	const write = 'can_write_saved_searches';

	api.on('GET', 'search', `${path}/`, read, (call) => {
		const ids = csv(call, 'ids');
		const { group_id, query } = call.query;
		const saved = [...call.tenant.store.savedSearches.values()]
			.filter(({ id }) => !ids || ids.includes(id))
			.filter((search) => !group_id || search.group_id === group_id)
			.filter(({ name }) => !query || String(name).toLowerCase().includes(query.toLowerCase()))
			.map((search) => ({ ...search, criteria: JSON.stringify(search.criteria) }));
		return page(call, sorted(saved, call.query.sort));
	});
	api.on('POST', 'search', `${path}/`, write, (call) => {
		const { store } = call.tenant;
		const now = store.now();
		const sent = compact(call.read(savedSearch));
		if (sent.group_id) found(store.savedSearchGroups.get(sent.group_id), 'Saved search group');
		const dates = { date_created: now, date_modified: now };
		const made = { ...sent, ...dates, id: newId(), permissions: ['read'] };
		store.savedSearches.set(made.id, made);
		return created(made);
	});
	api.on('GET', 'search', `${one}/`, read, (call) => {
		const saved = savedOf(call);
		const head = { id: saved.id, name: saved.name, search_criteria_document: saved };
		if (!flag(call, 'include_results', true)) return ok({ ...head, objects: [] });
		return answerSearch(call, saved.criteria as Criteria, head);
	});
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'search', `${one}/`, write, (call) => {
			const sent = call.read(method === 'PUT' ? savedSearch : savedSearch.partial());
			const date_modified = call.tenant.store.now();
			const saved = Object.assign(savedOf(call), compact(sent), { date_modified });
			return answerSearch(call, saved.criteria as Criteria);
		});
	api.on('DELETE', 'search', `${one}/`, 'can_delete_saved_searches', (call) => {
		call.tenant.store.savedSearches.delete(savedOf(call).id);
		return noContent();
	});
	const convert = 'can_read_saved_searches can_create_collections can_write_collections';
	api.on('POST', 'search', `${one}/convert_to_collection/`, convert, (call) => {
		const { collection_id } = call.read(z.object({ collection_id: uuid }));
		const { tenant, cause } = call;
		found(tenant.store.collections.get(collection_id), 'Collection');
		const wanted = savedOf(call).criteria as Criteria;
		const hits = runSearch(tenant, wanted, { signKeyframes: false, signProxies: false }).objects;
		for (const { id, object_type } of hits)
			if (object_type === 'assets' || object_type === 'collections')
				addToCollection(tenant, collection_id, object_type, String(id), cause);
		const job = createJob(tenant, cause, {
			title: 'Convert saved search',
			type: 'CONVERT_SAVED_SEARCH_TO_COLLECTION',
			object_type: 'collections',
			object_id: collection_id,
		});
		updateJob(tenant, job, { status: 'FINISHED' });
		return accepted({ job_id: job.id });
	});
	groupRoutes(api, path);
}

function groupRoutes(api: Api, path: string): void {
	const one = `${path}/group/:group_id`;
	const write = 'can_write_saved_search_groups';
	const group = z.object({ name: nonEmpty });
	const groupOf = ({ tenant, params }: Call): Wire =>
		found(tenant.store.savedSearchGroups.get(params.group_id ?? ''), 'Saved search group');

	api.on('GET', 'search', `${path}/groups/`, 'can_read_saved_searches', (call) => {
		const ids = csv(call, 'ids');
		const groups = [...call.tenant.store.savedSearchGroups.values()];
		return page(
			call,
			groups.filter(({ id }) => !ids || ids.includes(id)),
		);
	});
	api.on('POST', 'search', `${path}/group/`, write, (call) => {
		const { store } = call.tenant;
		const now = store.now();
		const made = {
			...call.read(group),
			id: newId(),
			user_id: call.user.id,
			system_domain_id: store.systemDomainId,
			date_created: now,
			date_modified: now,
		};
		store.savedSearchGroups.set(made.id, made);
		return created(made);
	});
	api.on('GET', 'search', `${one}/`, 'can_read_saved_searches', (call) => ok(groupOf(call)));
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'search', `${one}/`, write, (call) => {
			const date_modified = call.tenant.store.now();
			return ok(Object.assign(groupOf(call), call.read(group), { date_modified }));
		});
	api.on('DELETE', 'search', `${one}/`, 'can_delete_saved_search_groups', (call) => {
		const { id } = groupOf(call);
		call.tenant.store.savedSearchGroups.delete(id);
		for (const saved of call.tenant.store.savedSearches.values())
			if (saved.group_id === id) delete saved.group_id;
		return noContent();
	});
	api.on('POST', 'search', `${one}/search/:search_id/`, 'can_write_saved_searches', (call) => {
		savedOf(call).group_id = groupOf(call).id;
		return ok();
	});
	api.on('DELETE', 'search', `${one}/search/:search_id/`, 'can_write_saved_searches', (call) => {
		delete savedOf(call).group_id;
		return ok();
	});
}

function savedOf({ tenant, params }: Call): Wire {
	return found(tenant.store.savedSearches.get(params.search_id ?? ''), 'Saved search');
}
