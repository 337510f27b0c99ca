import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { assetFacts, assetPath, readAsset } from '../../media/asset';
import type { Asset } from '../../types';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';
import {
	assetSettings,
	differingKeys,
	patchOf,
	toAssetBody,
	type AssetSettings,
} from './assetFields';

export const description: INodeProperties[] = [
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'An empty text clears its field. Only what differs is written.',
		displayOptions: { show: { resource: ['asset'], operation: ['update'] } },
		options: [
			...assetSettings,
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
			},
		],
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	const body = toAssetBody(this.getNodeParameter('updateFields', index, {}) as AssetSettings);
	if (Object.keys(body).length === 0)
		throw new NodeOperationError(this.getNode(), 'There is nothing to update', {
			itemIndex: index,
			description: 'Add at least one field under Update Fields.',
		});
	const asset = await readAsset(iconik, assetId);
	const changed = differingKeys(asset, body);
	if (changed.length === 0) return { ...assetFacts(asset), changed };
	const updated = await iconik.request<Asset & IDataObject>({
		method: 'PATCH',
		path: assetPath(assetId),
		body: patchOf(asset, body, changed),
	});
	return { ...assetFacts({ ...asset, ...updated }), changed };
};
