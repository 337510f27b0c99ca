import type { INodeProperties } from 'n8n-workflow';
import * as createOrUpdate from './createOrUpdate.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import { contentTypeLocator, entryLocator } from './locators';
import * as publish from './publish.operation';
import * as unpublish from './unpublish.operation';

export { createOrUpdate, get, getAll, publish, unpublish };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['entry'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'createOrUpdate',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
				action: 'Create or update an entry',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Read one entry by its UID',
				action: 'Get an entry',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the entries that a query finds',
				action: 'Get many entries',
			},
			{
				name: 'Publish',
				value: 'publish',
				description: 'Make a version visible on the chosen environments',
				action: 'Publish an entry',
			},
			{
				name: 'Unpublish',
				value: 'unpublish',
				description: 'Take an entry down from where it is live',
				action: 'Unpublish an entry',
			},
		],
		default: 'createOrUpdate',
	},
	contentTypeLocator('entry', ['createOrUpdate', 'get', 'getAll', 'publish', 'unpublish']),
	entryLocator(['get', 'publish', 'unpublish']),
	...createOrUpdate.description,
	...get.description,
	...getAll.description,
	...publish.description,
	...unpublish.description,
];
