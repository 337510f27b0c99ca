import type { INodeProperties } from 'n8n-workflow';
import * as createOrUpdate from './createOrUpdate.operation';

export { createOrUpdate };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['asset'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'createOrUpdate',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
				action: 'Create or update an asset',
			},
		],
		default: 'createOrUpdate',
	},
	...createOrUpdate.description,
];
