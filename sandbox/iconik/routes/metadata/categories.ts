import { z } from 'zod';
import { compact, created, found, noContent, ok, omit, Refusal } from '../../answers';
import type { Api, Call } from '../../api';
import { nonEmpty, uuids } from '../../schemas';
import { expandedView } from './definitions';

const category = z.object({ name: nonEmpty, label: nonEmpty, view_ids: uuids.optional() });

/** Which views belong to which category of objects. */
export function categoryRoutes(api: Api): void {
	for (const type of ['assets', 'collections', 'segments']) addRoutes(api, type);
}

function addRoutes(api: Api, type: string): void {
	const path = `/v1/${type}/categories`;
	const key = ({ params }: Call, name = params.name): string => `${type}/${name}`;
	const categoryOf = (call: Call) =>
		found(call.tenant.store.categories.get(key(call)), 'Metadata category');
	const shown = ({ tenant }: Call, one: Record<string, unknown>, withViews = false) => ({
		...omit(one, 'id'),
		...(withViews
			? {
					views: (one.view_ids as string[]).flatMap((id) => {
						const known = tenant.store.views.get(id);
						return known ? [expandedView(tenant.store, known)] : [];
					}),
				}
			: {}),
	});
	api.on('GET', 'metadata', `${path}/`, 'can_read_metadata_categories', (call) =>
		ok({
			objects: [...call.tenant.store.categories.values()]
				.filter(({ object_type }) => object_type === type)
				.map((one) => shown(call, one)),
		}),
	);
	api.on('POST', 'metadata', `${path}/`, 'can_write_metadata_categories', (call) => {
		const { store } = call.tenant;
		const sent = call.read(category);
		const id = key(call, sent.name);
		if (store.categories.has(id)) throw new Refusal(409, ['Category already exists']);
		const now = store.now();
		const dates = { date_created: now, date_modified: now };
		const made = { view_ids: [], ...sent, ...dates, id, object_type: type };
		store.categories.set(id, made);
		return created(shown(call, made));
	});
	api.on('GET', 'metadata', `${path}/:name/`, 'can_read_metadata_categories', (call) =>
		ok(shown(call, categoryOf(call))),
	);
	api.on('GET', 'metadata', `${path}/:name/views/`, 'can_read_metadata_categories', (call) =>
		ok(shown(call, categoryOf(call), true)),
	);
	api.on('PUT', 'metadata', `${path}/:name/`, 'can_write_metadata_categories', (call) =>
		ok(shown(call, Object.assign(categoryOf(call), compact(call.read(category))))),
	);
	api.on('DELETE', 'metadata', `${path}/:name/`, 'can_delete_metadata_categories', (call) => {
		call.tenant.store.categories.delete(categoryOf(call).id);
		return noContent();
	});
}
