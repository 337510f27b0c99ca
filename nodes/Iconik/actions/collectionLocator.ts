import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

/** Picks one collection: from a list, by its ID, or by the address of its page in iconik. */
export const collectionLocator: INodeProperties = {
	displayName: 'Collection',
	name: 'collectionId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchCollections', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 8ae20508-c715-11ec-972a-32f3401f5ebb',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://app.iconik.io/collection/8ae20508-c715-11ec-972a-32f3401f5ebb',
			extractValue: { type: 'regex', regex: '^https?://[^/]+/collection/([0-9a-zA-Z-]+)' },
		},
	],
};

/** A collection that may be left empty, such as the one to put something into. */
export const parentLocator = (description: string): INodeProperties => ({
	...collectionLocator,
	displayName: 'Parent Collection',
	name: 'parentId',
	required: false,
	description,
});

/** The ID of the picked collection; `''` when an optional one is left empty. */
export function locatedId(this: IExecuteFunctions, name: string, itemIndex: number): string {
	const value: unknown = this.getNodeParameter(name, itemIndex, '', { extractValue: true });
	return typeof value === 'string' ? value.trim() : '';
}

export function collectionIdOf(this: IExecuteFunctions, itemIndex: number): string {
	const id = locatedId.call(this, 'collectionId', itemIndex);
	if (id !== '') return id;
	throw new NodeOperationError(this.getNode(), 'The collection ID is missing', {
		itemIndex,
		description: 'Pick a collection, or check the expression that gives the ID for this item.',
	});
}
