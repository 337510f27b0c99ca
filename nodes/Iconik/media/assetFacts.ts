import type { IDataObject } from 'n8n-workflow';
import type { Asset } from '../types';
import { newestFirst } from './versions';

/** The facts of an asset that most workflows need. */
export function assetFacts(asset: Asset & IDataObject): IDataObject {
	const latest = newestFirst(asset.versions)[0];
	return {
		id: asset.id,
		title: asset.title ?? '',
		type: asset.type ?? 'ASSET',
		status: asset.status ?? 'ACTIVE',
		is_blocked: asset.is_blocked === true,
		external_id: asset.external_id ?? null,
		latest_version_id: latest?.id ?? null,
		latest_version_number: latest?.version_number ?? null,
		in_collections: asset.in_collections ?? [],
		date_modified: asset.date_modified ?? null,
	};
}
