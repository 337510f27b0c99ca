import type { IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import type { Asset } from '../types';
import { newestFirst } from './versions';

/** The address of one asset in the API. */
export const assetPath = (assetId: string) =>
	`/API/assets/v1/assets/${encodeURIComponent(assetId)}/` as const;

/** The asset as it is now, with the collections that it is in. Read by ID, so the search index's lag does not touch it. */
export async function readAsset(
	iconik: IconikClient,
	assetId: string,
): Promise<Asset & IDataObject> {
	return await iconik.request<Asset & IDataObject>({
		path: assetPath(assetId),
		query: { include_collections: true },
	});
}

/** The facts of an asset that a workflow asks for most, with its latest version. */
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
