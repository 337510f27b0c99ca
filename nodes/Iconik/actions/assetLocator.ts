import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

/** Picks one asset: from a list, by its ID, or by the address of its page in iconik. */
export const assetLocator: INodeProperties = {
	displayName: 'Asset',
	name: 'assetId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchAssets', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 2c5bfe1a-f149-11eb-a843-0a580a3db916',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://app.iconik.io/asset/2c5bfe1a-f149-11eb-a843-0a580a3db916',
			extractValue: { type: 'regex', regex: '^https?://[^/]+/asset/([0-9a-zA-Z-]+)' },
		},
	],
};

/** The ID of the picked asset. */
export function assetIdOf(this: IExecuteFunctions, itemIndex: number): string {
	const value: unknown = this.getNodeParameter('assetId', itemIndex, '', { extractValue: true });
	const id = typeof value === 'string' ? value.trim() : '';
	if (id !== '') return id;
	throw new NodeOperationError(this.getNode(), 'The asset ID is missing', {
		itemIndex,
		description: 'Pick an asset, or check the expression that gives the ID for this item.',
	});
}
