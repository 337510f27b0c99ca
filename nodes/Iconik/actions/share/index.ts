import type { INodeProperties } from 'n8n-workflow';
import { sharedFields } from './fields';
import * as createLink from './createLink.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';
import * as update from './update.operation';

export { createLink, remove, getAll, update };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['share'] } },
		options: [
			{
				name: 'Create Link',
				value: 'createLink',
				action: 'Create share link',
				description:
					'Make a link by which anyone who has it sees an asset or collection, until it ends',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete share',
				description: 'Delete a share: its link stops to work at once',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many shares',
				description: 'Get the shares of an asset or collection, with whether they have ended',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update share',
				description: 'Change the end, title or rights of a share',
			},
		],
		default: 'createLink',
	},
	...sharedFields,
	...createLink.description,
	...remove.description,
	...getAll.description,
	...update.description,
];
