import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation';
import * as getAll from './getAll.operation';

export { create, getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['folder'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Make a folder for assets',
				action: 'Create a folder',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the folders that assets are kept in',
				action: 'Get many folders',
			},
		],
		default: 'getAll',
	},
	...create.description,
	...getAll.description,
];
