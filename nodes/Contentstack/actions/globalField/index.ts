import type { INodeProperties } from 'n8n-workflow';
import { uidLocator } from '../uidLocator';
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
		displayOptions: { show: { resource: ['globalField'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Make a global field of a list of fields',
				action: 'Create a global field',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Read one global field with its fields',
				action: 'Get a global field',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the global fields of the stack with their fields',
				action: 'Get many global fields',
			},
			{
				name: 'Update',
				value: 'update',
				description:
					'Add or replace fields of a global field, or change its title and description. Replaced fields are lost with what they hold.',
				action: 'Update a global field',
			},
		],
		default: 'getAll',
	},
	uidLocator({
		name: 'globalField',
		displayName: 'Global Field',
		show: { resource: ['globalField'], operation: ['get', 'update'] },
		search: 'searchGlobalFields',
		placeholder: 'e.g. seo',
		url: {
			regex: 'https?://[^/]+/.*global-fields?/([a-z0-9_]+).*',
			placeholder: 'e.g. https://app.contentstack.com/#!/stack/blt…/global-fields/seo',
		},
	}),
	...create.description,
	...get.description,
	...getAll.description,
	...update.description,
];
