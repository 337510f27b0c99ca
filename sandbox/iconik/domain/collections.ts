import { newId } from '../ids';
import type { Collection, Membership } from '../model';
import { collectionBody } from '../search/documents';
import type { Store } from '../store';
import type { Cause, Tenant } from '../tenant';

export type NewCollection = Partial<Collection> & { title: string };

export function storeCollection(store: Store, fields: NewCollection, by: string): Collection {
	const now = fields.date_created ?? store.now();
	const collection: Collection = {
		id: newId(),
		parent_id: null,
		external_id: null,
		category: null,
		storage_id: null,
		custom_keyframe: null,
		custom_poster: null,
		keyframe_asset_ids: [],
		custom_order_status: 'DISABLED',
		status: 'ACTIVE',
		is_root: !fields.parent_id,
		date_created: now,
		date_modified: now,
		created_by_user: by,
		...fields,
	};
	store.collections.set(collection.id, collection);
	if (collection.parent_id) join(store, collection.parent_id, 'collections', collection.id);
	return collection;
}

export function createCollection(tenant: Tenant, fields: NewCollection, cause: Cause): Collection {
	const collection = storeCollection(tenant.store, fields, cause.userId);
	collectionChanged(tenant, collection, 'create', cause);
	return collection;
}

/** The membership, whether it was there already or is new. */
export function join(
	store: Store,
	collectionId: string,
	objectType: Membership['object_type'],
	objectId: string,
): Membership {
	const known = store.memberships.find(
		(place) => place.collection_id === collectionId && place.object_id === objectId,
	);
	if (known) return known;
	const place: Membership = {
		collection_id: collectionId,
		object_id: objectId,
		object_type: objectType,
		date_created: store.now(),
	};
	store.memberships.push(place);
	return place;
}

export function addToCollection(
	tenant: Tenant,
	collectionId: string,
	objectType: Membership['object_type'],
	objectId: string,
	cause: Cause,
): Membership {
	const place = join(tenant.store, collectionId, objectType, objectId);
	contentsChanged(tenant, place, 'create', cause);
	return place;
}

export function removeFromCollection(tenant: Tenant, place: Membership, cause: Cause): void {
	const { store } = tenant;
	store.memberships = store.memberships.filter((other) => other !== place);
	contentsChanged(tenant, place, 'delete', cause);
}

export function collectionChanged(
	tenant: Tenant,
	collection: Collection,
	operation: string,
	cause: Cause,
): void {
	collection.date_modified = tenant.store.now();
	tenant.index.touch(collection.id);
	tenant.hub.publish(
		{
			event_type: 'collections',
			realm: 'entity',
			operation,
			object_id: collection.id,
			data: collectionBody(tenant.store, collection),
		},
		cause,
	);
}

function contentsChanged(
	{ index, hub, automations, store }: Tenant,
	place: Membership,
	operation: 'create' | 'delete',
	cause: Cause,
): void {
	index.touch(place.object_id);
	hub.publish(
		{
			event_type: 'collections',
			realm: 'contents',
			operation,
			// The id of the link itself, which no call of the API shows.
			object_id: newId(),
			within: place.collection_id,
			data: { ...place },
		},
		cause,
	);
	automations.notice(
		{
			type:
				operation === 'create' ? 'OBJECT_ADDED_TO_COLLECTION' : 'OBJECT_REMOVED_FROM_COLLECTION',
			objectType: place.object_type,
			objectId: place.object_id,
			collectionId: place.collection_id,
			collectionAncestors: store.ancestorsOf(place.collection_id),
		},
		cause,
	);
}
