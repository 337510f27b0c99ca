import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation';
import * as createOrUpdate from './createOrUpdate.operation';
import * as getAll from './getAll.operation';

export { create, createOrUpdate, getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['project'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create project',
				description: 'Make a project with its collection, where iconik has projects',
			},
			{
				name: 'Create or Update',
				value: 'createOrUpdate',
				action: 'Create or update project',
				description: 'Make a collection that of a project, or rename the project that it has',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many projects',
				description: 'Get a list of projects, where iconik has them',
			},
		],
		default: 'getAll',
	},
	...create.description,
	...createOrUpdate.description,
	...getAll.description,
];
