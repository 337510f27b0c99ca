import { giveAccess } from '../domain/access';
import { exportAsset } from '../domain/exports';
import { archiveAsset, transferAsset, unarchiveAsset } from '../domain/storages';
import { transcribe } from '../domain/transcription';
import { transcode } from '../domain/uploads';
import type { Asset } from '../model';
import type { Cause, Tenant } from '../tenant';

interface MediaTarget {
	tenant: Tenant;
	objectType: string;
	objectId: string;
	cause: Cause;
}

type Parameters = Record<string, unknown>;
type Run = (target: MediaTarget, parameters: Parameters) => void;

/** What automations do with the media of an asset, and with the rights on it. */
export const mediaActions: Record<string, Run> = {
	ARCHIVE: ({ tenant, cause, ...target }, { destination_storage_id }) =>
		archiveAsset(tenant, assetOf(tenant, target), String(destination_storage_id), cause),
	RESTORE: ({ tenant, cause, ...target }, { destination_storage_id }) =>
		unarchiveAsset(tenant, assetOf(tenant, target), String(destination_storage_id), cause),
	TRANSFER: ({ tenant, cause, ...target }, { destination_storage_id }) =>
		transferAsset(tenant, assetOf(tenant, target), String(destination_storage_id), cause),
	EXPORT: ({ tenant, cause, ...target }, { export_location_id, ...options }) => {
		const location = tenant.store.exportLocations.get(String(export_location_id));
		if (!location) throw new Error('The export location does not exist');
		exportAsset(tenant, assetOf(tenant, target), location, options, cause);
	},
	TRANSCODE: ({ tenant, cause, ...target }) => {
		const version = tenant.store.latestVersion(assetOf(tenant, target));
		const [original] = version ? tenant.store.mediaOf('original', version.id) : [];
		if (!original) throw new Error('The asset has no file');
		transcode(tenant, original, cause);
	},
	TRANSCRIBE: ({ tenant, cause, ...target }, { language }) => {
		const asset = assetOf(tenant, target);
		const version = tenant.store.latestVersion(asset);
		if (!version) throw new Error('The asset has no version');
		transcribe(tenant, asset, version, { language: String(language ?? 'en') }, cause);
	},
	UPDATE_ACL: ({ tenant, objectType, objectId }, { objects }) => {
		for (const { user_ids, group_ids, permissions, mode } of objects as Parameters[]) {
			const given = {
				users: (user_ids as string[] | null | undefined) ?? [],
				groups: (group_ids as string[] | null | undefined) ?? [],
				permissions: permissions as string[],
			};
			giveAccess(tenant.store, objectType, objectId, given, mode === 'APPEND');
		}
	},
};

function assetOf({ store }: Tenant, { objectId }: { objectId: string }): Asset {
	const asset = store.assets.get(objectId);
	if (!asset) throw new Error('The asset does not exist');
	return asset;
}
