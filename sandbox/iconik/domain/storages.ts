import type { Asset } from '../model';
import type { Cause, Tenant } from '../tenant';
import { updateAsset } from './assets';
import { addHistory } from './history';

/** The originals of an asset go to another storage. */
export function transferAsset(tenant: Tenant, asset: Asset, storageId: string, cause: Cause): void {
	for (const file of tenant.store.media.values())
		if (file.asset_id === asset.id && file.kind === 'original') file.storage_id = storageId;
	addHistory(tenant, asset.id, cause, { operation_type: 'TRANSFER' });
	notice(tenant, 'TRANSFER_TO_STORAGE', asset, storageId, cause);
}

/** Into the archive: the asset is listed, but its media are offline. */
export function archiveAsset(
	tenant: Tenant,
	asset: Asset,
	storageId: string | undefined,
	cause: Cause,
): void {
	updateAsset(tenant, asset, { archive_status: 'ARCHIVED', is_online: false }, cause);
	addHistory(tenant, asset.id, cause, { operation_type: 'ARCHIVE' });
	notice(tenant, 'ARCHIVE', asset, storageId, cause);
}

export function unarchiveAsset(
	tenant: Tenant,
	asset: Asset,
	storageId: string | undefined,
	cause: Cause,
): void {
	updateAsset(tenant, asset, { archive_status: 'NOT_ARCHIVED', is_online: true }, cause);
	addHistory(tenant, asset.id, cause, { operation_type: 'RESTORE_ARCHIVE' });
	notice(tenant, 'RESTORE', asset, storageId, cause);
}

function notice(
	{ automations }: Tenant,
	type: string,
	asset: Asset,
	storageId: string | undefined,
	cause: Cause,
): void {
	automations.notice({ type, objectType: 'assets', objectId: asset.id, storageId }, cause);
}
