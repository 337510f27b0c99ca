import type { INodeProperties } from 'n8n-workflow';
import { contentTypeLocator } from '../entry/locators';
import * as create from './create.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as update from './update.operation';

export { create, get, getAll, update };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['contentType'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Make a content type of a list of fields',
				action: 'Create a content type',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Read one content type with its fields',
				action: 'Get a content type',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the content types of the stack with their fields',
				action: 'Get many content types',
			},
			{
				name: 'Update',
				value: 'update',
				description:
					'Add or replace fields of a content type, or change its title and description. Replaced fields are lost with what they hold.',
				action: 'Update a content type',
			},
		],
		default: 'getAll',
	},
	contentTypeLocator('contentType', ['get', 'update']),
	...create.description,
	...get.description,
	...getAll.description,
	...update.description,
];
