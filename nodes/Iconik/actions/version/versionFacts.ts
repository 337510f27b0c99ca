import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Asset, AssetVersion } from '../../types';
import { newestFirst } from '../../media/versions';

/** The facts of a version that a workflow asks for most. */
export function versionFacts(asset: Asset, version: AssetVersion): IDataObject {
	return {
		asset_id: asset.id,
		version_id: version.id,
		version_number: version.version_number ?? null,
		status: version.status ?? 'ACTIVE',
		is_latest: newestFirst(asset.versions)[0]?.id === version.id,
		is_online: version.is_online ?? null,
		date_created: version.date_created ?? null,
	};
}

export const waitField = (description: string, defaultSeconds: number): INodeProperties => ({
	displayName: 'Longest Wait in Seconds',
	name: 'waitSeconds',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: defaultSeconds,
	description,
});
