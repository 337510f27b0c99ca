import { compact, omit, Refusal } from '../answers';
import { newId } from '../ids';
import type { Asset, Version } from '../model';
import { versionBodies, versionBody } from '../search/documents';
import type { Store } from '../store';
import type { Cause, Tenant } from '../tenant';
import { addHistory } from './history';

export type NewAsset = Partial<Omit<Asset, 'versions'>> & { title: string };

/** How long a promotion works in the background. */
const PROMOTION_MS = 800;

/** The asset as GET shows it: without duration, media type, thumbnails and review status. */
export function assetBody(
	store: Store,
	asset: Asset,
	withCollections = false,
): Record<string, unknown> {
	return {
		...compact(omit(asset, 'versions', 'media_type', 'duration_milliseconds')),
		...nullables(asset),
		face_recognition_status: 'N/A',
		has_unconfirmed_persons: false,
		favoured: false,
		versions: versionBodies(asset),
		...(withCollections ? { in_collections: store.collectionsOf(asset.id) } : {}),
	};
}

/** These are nullable in the API and come back as null when they are not set. */
function nullables(asset: Asset): Record<string, unknown> {
	const {
		category,
		custom_keyframe,
		custom_poster,
		external_id,
		external_link,
		site_name,
		warning,
	} = asset;
	return {
		category,
		custom_keyframe,
		custom_poster,
		external_id,
		external_link,
		site_name,
		warning,
	};
}

export function storeAsset(store: Store, fields: NewAsset, by: string): Asset {
	const now = fields.date_created ?? store.now();
	const asset: Asset = {
		id: newId(),
		type: 'ASSET',
		status: 'ACTIVE',
		archive_status: 'NOT_ARCHIVED',
		analyze_status: 'N/A',
		category: null,
		external_id: null,
		external_link: null,
		warning: null,
		site_name: null,
		custom_keyframe: null,
		custom_poster: null,
		is_blocked: false,
		is_online: false,
		date_created: now,
		date_modified: now,
		date_imported: now,
		created_by_user: by,
		updated_by_user: by,
		person_ids: [],
		...fields,
		versions: [],
	};
	store.assets.set(asset.id, asset);
	return asset;
}

/** Creates an asset with its first version. */
export function createAsset(tenant: Tenant, fields: NewAsset, cause: Cause): Asset {
	const asset = storeAsset(tenant.store, fields, cause.userId);
	tenant.store.addVersion(asset, cause.userId);
	changed(tenant, asset, 'create', cause);
	return asset;
}

export function updateAsset(
	tenant: Tenant,
	asset: Asset,
	fields: Partial<Omit<Asset, 'id' | 'versions'>>,
	cause: Cause,
): void {
	Object.assign(asset, fields);
	changed(tenant, asset, 'update', cause);
}

/** Puts an asset into the delete queue. It can be restored until it is purged. */
export function deleteAsset(tenant: Tenant, asset: Asset, cause: Cause): void {
	Object.assign(asset, {
		status: 'DELETED',
		date_deleted: tenant.store.now(),
		deleted_by_user: cause.userId,
	});
	addHistory(tenant, asset.id, cause, { operation_type: 'DELETE' });
	changed(tenant, asset, 'delete', cause);
}

export function restoreAsset(tenant: Tenant, asset: Asset, cause: Cause): void {
	asset.status = 'ACTIVE';
	delete asset.date_deleted;
	delete asset.deleted_by_user;
	addHistory(tenant, asset.id, cause, { operation_type: 'RESTORE' });
	changed(tenant, asset, 'restore', cause);
}

export function purgeAsset(tenant: Tenant, asset: Asset, cause: Cause): void {
	const { store } = tenant;
	store.assets.delete(asset.id);
	store.memberships = store.memberships.filter(({ object_id }) => object_id !== asset.id);
	for (const records of [store.media, store.formats, store.subtitles])
		for (const [id, record] of records) if (record.asset_id === asset.id) records.delete(id);
	changed(tenant, asset, 'purge', cause);
}

export function addVersion(tenant: Tenant, asset: Asset, cause: Cause): Version {
	const version = tenant.store.addVersion(asset, cause.userId);
	addHistory(tenant, asset.id, cause, { operation_type: 'VERSION_CREATE', version_id: version.id });
	versionChanged(tenant, asset, version, 'create', cause);
	return version;
}

/** In the background, an old version becomes the latest: it takes the next number. */
export function promoteVersion(tenant: Tenant, asset: Asset, version: Version, cause: Cause): void {
	tenant.simulator.clock.after(PROMOTION_MS, () => {
		const highest = Math.max(...asset.versions.map(({ version_number }) => version_number));
		version.version_number = highest + 1;
		addHistory(tenant, asset.id, cause, {
			operation_type: 'VERSION_PROMOTE',
			version_id: version.id,
		});
		versionChanged(tenant, asset, version, 'update', cause);
	});
}

export function deleteVersion(tenant: Tenant, asset: Asset, version: Version, cause: Cause): void {
	if (tenant.store.activeVersions(asset).length < 2)
		throw new Refusal(403, ['The only version of an asset can not be deleted']);
	version.status = 'DELETED';
	addHistory(tenant, asset.id, cause, { operation_type: 'VERSION_DELETE', version_id: version.id });
	versionChanged(tenant, asset, version, 'delete', cause);
}

/** The media of a version can be used: the original, or its proxies as well. */
export function versionOnline(
	{ automations }: Tenant,
	asset: Asset,
	version: Version,
	isTranscoded: boolean,
	cause: Cause,
): void {
	automations.notice(
		{
			type: 'ASSET_ONLINE',
			objectType: 'assets',
			objectId: asset.id,
			versionId: version.id,
			isFirstVersion: asset.versions[0]?.id === version.id,
			isTranscoded,
		},
		cause,
	);
}

function versionChanged(
	tenant: Tenant,
	asset: Asset,
	version: Version,
	operation: string,
	cause: Cause,
): void {
	tenant.hub.publish(
		{
			event_type: 'assets',
			realm: 'versions',
			operation,
			object_id: version.id,
			within: asset.id,
			data: { ...versionBody(version), object_id: asset.id, object_type: 'assets' },
		},
		cause,
	);
	changed(tenant, asset, 'update', cause);
}

function changed(tenant: Tenant, asset: Asset, operation: string, cause: Cause): void {
	const { store, index, hub } = tenant;
	asset.date_modified = store.now();
	asset.updated_by_user = cause.userId;
	index.touch(asset.id);
	hub.publish(
		{
			event_type: 'assets',
			realm: 'entity',
			operation,
			object_id: asset.id,
			data: assetBody(store, asset),
		},
		cause,
	);
}
