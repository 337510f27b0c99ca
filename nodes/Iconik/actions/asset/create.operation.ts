import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { assetFacts } from '../../media/asset';
import type { Asset } from '../../types';
import { collectionLocator, locatedId } from '../collectionLocator';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { assetSettings, assetTypeField, toAssetBody, type AssetSettings } from './assetFields';

const show = { resource: ['asset'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
	},
	{ ...assetTypeField, displayOptions: { show } },
	{
		...collectionLocator,
		required: false,
		description: 'Where to put the asset; may be empty',
		displayOptions: { show },
	},
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Apply Access Rights of Collection',
				name: 'applyCollectionAcls',
				type: 'boolean',
				default: true,
				description: 'Whether those who may see the collection may see the asset',
			},
			...assetSettings,
		],
	},
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const title = String(this.getNodeParameter('title', index) ?? '').trim();
	if (title === '')
		throw new NodeOperationError(this.getNode(), 'The title is missing', {
			itemIndex: index,
			description: 'iconik makes no asset without a title. Check the expression for this item.',
		});
	const collectionId = locatedId.call(this, 'collectionId', index);
	const { applyCollectionAcls = true, ...settings } = this.getNodeParameter(
		'settings',
		index,
		{},
	) as AssetSettings & { applyCollectionAcls?: boolean };
	const made = await iconik.request<Asset & IDataObject>({
		method: 'POST',
		path: '/API/assets/v1/assets/',
		query: collectionId
			? { assign_to_collection: true, apply_collection_acls: applyCollectionAcls }
			: {},
		body: {
			...toAssetBody({ ...settings, title }),
			type: this.getNodeParameter('assetType', index) as string,
			...(collectionId && { collection_id: collectionId }),
		},
	});
	const asset = { ...made, ...(collectionId && { in_collections: [collectionId] }) };
	return this.getNodeParameter('simplify', index) === false ? asset : assetFacts(asset);
};
