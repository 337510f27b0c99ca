import type { Collection } from '../model';
import type { Cause, Tenant } from '../tenant';
import { collectionChanged } from './collections';

/** To the delete queue: it can come back. */
export function deleteCollection(tenant: Tenant, collection: Collection, cause: Cause): void {
	Object.assign(collection, {
		status: 'DELETED',
		date_deleted: tenant.store.now(),
		deleted_by_user: cause.userId,
	});
	collectionChanged(tenant, collection, 'delete', cause);
}

export function restoreCollection(tenant: Tenant, collection: Collection, cause: Cause): void {
	collection.status = 'ACTIVE';
	delete collection.date_deleted;
	delete collection.deleted_by_user;
	collectionChanged(tenant, collection, 'restore', cause);
}

/** For good. What was in it stays, but no longer in it. */
export function purgeCollection(tenant: Tenant, collection: Collection, cause: Cause): void {
	const { store } = tenant;
	store.collections.delete(collection.id);
	store.memberships = store.memberships.filter(
		({ collection_id, object_id }) =>
			collection_id !== collection.id && object_id !== collection.id,
	);
	collectionChanged(tenant, collection, 'purge', cause);
}
