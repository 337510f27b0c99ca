import type { INodeProperties } from 'n8n-workflow';
import * as addItems from './addItems.operation';
import * as create from './create.operation';
import * as del from './delete.operation';
import * as deploy from './deploy.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import { releaseLocator } from './releaseLocator';
import * as removeItems from './removeItems.operation';

export { addItems, create, del, deploy, get, getAll, removeItems };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['release'] } },
		options: [
			{
				name: 'Add Items',
				value: 'addItems',
				description: 'Put the entries and assets of all items into a release',
				action: 'Add items to a release',
			},
			{
				name: 'Create',
				value: 'create',
				description: 'Make an empty release, or take the one of this name',
				action: 'Create a release',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Delete a release. What it holds stays. This cannot be undone.',
				action: 'Delete a release',
			},
			{
				name: 'Deploy',
				value: 'deploy',
				description: 'Make all that a release holds visible on the chosen environments',
				action: 'Deploy a release',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Read a release with what it holds',
				action: 'Get a release',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the releases of the stack',
				action: 'Get many releases',
			},
			{
				name: 'Remove Items',
				value: 'removeItems',
				description: 'Take the entries and assets of all items out of a release',
				action: 'Remove items from a release',
			},
		],
		default: 'getAll',
	},
	releaseLocator(['addItems', 'delete', 'deploy', 'get', 'removeItems']),
	...addItems.description,
	...create.description,
	...deploy.description,
	...get.description,
	...getAll.description,
	...removeItems.description,
];
