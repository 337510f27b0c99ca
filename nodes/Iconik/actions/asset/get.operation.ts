import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Asset } from '../../types';
import { newestFirst } from '../../media/versions';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show: { resource: ['asset'], operation: ['get'] } },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const path = `/API/assets/v1/assets/${encodeURIComponent(assetIdOf.call(this, index))}/` as const;
	const asset = await iconik.request<Asset & IDataObject>({
		path,
		query: { include_collections: true },
	});
	if (this.getNodeParameter('simplify', index) === false) return asset;
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
};
