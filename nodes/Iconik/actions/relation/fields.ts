import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import { givenText } from '../given';

/** Relation types are addressed by name. */
export const relationTypeField: INodeProperties = {
	displayName: 'Relation Type Name or ID',
	name: 'relationType',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getRelationTypes' },
	default: '',
	required: true,
	description:
		'How the first asset is related to the second one. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	displayOptions: { show: { resource: ['relation'], operation: ['create', 'delete'] } },
};

export const relatedLocator: INodeProperties = {
	...assetLocator,
	displayName: 'Related Asset',
	name: 'relatedAssetId',
	displayOptions: { show: { resource: ['relation'], operation: ['create', 'delete'] } },
};

/** The name of the chosen relation type. */
export function relationTypeOf(this: IExecuteFunctions, itemIndex: number): string {
	const type = givenText.call(this, 'relationType', itemIndex);
	if (type !== '') return type;
	throw new NodeOperationError(this.getNode(), 'The relation type is missing', {
		itemIndex,
		description: 'Choose how the two assets are related.',
	});
}
