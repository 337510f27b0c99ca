import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import { relatedLocator, relationTypeField } from './fields';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';

export { create, remove, getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['relation'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create relation',
				description: 'Relate an asset to another one; one that is there already stays as it is',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete relation',
				description: 'Delete the relation between two assets. The assets stay.',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many relations',
				description: 'Get the assets that an asset is related to',
			},
		],
		default: 'create',
	},
	{ ...assetLocator, displayOptions: { show: { resource: ['relation'] } } },
	relationTypeField,
	relatedLocator,
	...create.description,
	...getAll.description,
];
