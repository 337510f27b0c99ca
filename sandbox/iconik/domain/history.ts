import { compact } from '../answers';
import { newId } from '../ids';
import type { Wire } from '../model';
import type { Cause, Tenant } from '../tenant';

export const operationTypes = [
	'EXPORT',
	'TRANSCODE',
	'ANALYZE',
	'ADD_FORMAT',
	'DELETE_FORMAT',
	'RESTORE_FORMAT',
	'DELETE_FILESET',
	'DELETE_FILE',
	'RESTORE_FILESET',
	'MODIFY_FILESET',
	'APPROVE',
	'REJECT',
	'DOWNLOAD',
	'METADATA',
	'CUSTOM',
	'TRANSCRIPTION',
	'VERSION_CREATE',
	'VERSION_DELETE',
	'VERSION_UPDATE',
	'VERSION_PROMOTE',
	'RESTORE',
	'RESTORE_FROM_GLACIER',
	'ARCHIVE',
	'RESTORE_ARCHIVE',
	'DELETE',
	'TRANSFER',
	'UNLINK_SUBCLIP',
	'FACE_RECOGNITION',
] as const;

export interface HistoryEntry {
	operation_type: (typeof operationTypes)[number];
	operation_description?: string | null;
	version_id?: string;
	job_id?: string | null;
	share_id?: string | null;
	share_user_id?: string | null;
}

/** Adds a line to what happened to an asset. */
export function addHistory(
	{ store }: Tenant,
	assetId: string,
	cause: Cause,
	entry: HistoryEntry,
): Wire {
	const now = store.now();
	const record = compact({
		id: newId(),
		asset_id: assetId,
		version_id: store.versionIdFor('assets', assetId),
		user_id: cause.userId,
		system_domain_id: store.systemDomainId,
		date_created: now,
		date_modified: now,
		...entry,
	}) as Wire;
	store.history.set(record.id, record);
	return record;
}
