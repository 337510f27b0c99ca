import type { Collection } from '../model';
import type { Cause, Tenant } from '../tenant';
import { addToCollection, createCollection } from './collections';

/** Copies a collection with all below it into another one: collections are made anew, assets are the same ones. */
export function copyCollection(
	tenant: Tenant,
	source: Collection,
	parentId: string,
	{ withKeyframes }: { withKeyframes: boolean },
	cause: Cause,
): Collection {
	const { store } = tenant;
	const places = store.memberships.filter(({ collection_id }) => collection_id === source.id);
	const { title, category, storage_id, keyframe_asset_ids } = source;
	const copy = createCollection(
		tenant,
		{
			title,
			category,
			storage_id,
			parent_id: parentId,
			keyframe_asset_ids: withKeyframes ? [...keyframe_asset_ids] : [],
		},
		cause,
	);
	for (const { object_type, object_id } of places) {
		const below = object_type === 'collections' ? store.collections.get(object_id) : undefined;
		if (below) copyCollection(tenant, below, copy.id, { withKeyframes }, cause);
		else if (object_type === 'assets') addToCollection(tenant, copy.id, 'assets', object_id, cause);
	}
	return copy;
}
