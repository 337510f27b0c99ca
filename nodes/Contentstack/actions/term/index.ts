import type { INodeProperties } from 'n8n-workflow';
import { uidLocator } from '../uidLocator';
import * as create from './create.operation';
import * as getAll from './getAll.operation';

export { create, getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['term'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Add a term to a taxonomy',
				action: 'Create a term',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the terms of a taxonomy',
				action: 'Get many terms',
			},
		],
		default: 'getAll',
	},
	uidLocator({
		name: 'taxonomy',
		displayName: 'Taxonomy',
		show: { resource: ['term'], operation: ['create', 'getAll'] },
		search: 'searchTaxonomies',
		placeholder: 'e.g. rights',
	}),
	...create.description,
	...getAll.description,
];
