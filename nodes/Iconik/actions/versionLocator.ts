import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

/** Picks one version of the asset: from a list, or by its ID. Versions have no page of their own in iconik. */
export const versionLocator: INodeProperties = {
	displayName: 'Version',
	name: 'versionId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchVersions' },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 2c5c5ae0-f149-11eb-a843-0a580a3db916',
		},
	],
};

/** The same where the latest version is meant when nothing is picked. */
export const optionalVersion: INodeProperties = {
	...versionLocator,
	required: false,
	description: 'The latest version when empty',
};

/** The ID of the picked version; `''` when an optional one is left empty. */
export function optionalVersionId(this: IExecuteFunctions, itemIndex: number): string {
	const value: unknown = this.getNodeParameter('versionId', itemIndex, '', { extractValue: true });
	return typeof value === 'string' ? value.trim() : '';
}

export function versionIdOf(this: IExecuteFunctions, itemIndex: number): string {
	const id = optionalVersionId.call(this, itemIndex);
	if (id !== '') return id;
	throw new NodeOperationError(this.getNode(), 'The version ID is missing', {
		itemIndex,
		description: 'Pick a version, or check the expression that gives the ID for this item.',
	});
}
