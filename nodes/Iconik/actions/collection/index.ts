import type { INodeProperties } from 'n8n-workflow';
import { collectionLocator } from '../collectionLocator';
import * as addObjects from './addObjects.operation';
import * as create from './create.operation';
import * as createOrUpdate from './createOrUpdate.operation';
import * as remove from './delete.operation';
import * as get from './get.operation';
import * as getContents from './getContents.operation';
import * as getAll from './getAll.operation';
import * as grantAccess from './grantAccess.operation';
import * as removeObjects from './removeObjects.operation';
import * as update from './update.operation';

export {
	addObjects,
	create,
	createOrUpdate,
	remove,
	get,
	getContents,
	getAll,
	grantAccess,
	removeObjects,
	update,
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['collection'] } },
		options: [
			{
				name: 'Add Objects',
				value: 'addObjects',
				action: 'Add objects to collection',
				description:
					'Put assets or collections into a collection; what is in it already is left alone',
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create collection',
				description: 'Make a collection',
			},
			{
				name: 'Create or Update',
				value: 'createOrUpdate',
				action: 'Create or update tree of collections',
				description:
					'Make a whole tree of collections from an outline, or put right what differs. Found by external ID, so running it again makes nothing twice.',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete collection',
				description: 'Put a collection into the delete queue of iconik; the assets in it stay',
			},
			{ name: 'Get', value: 'get', action: 'Get collection', description: 'Get one collection' },
			{
				name: 'Get Contents',
				value: 'getContents',
				action: 'Get contents of collection',
				description:
					'Get the assets and collections in a collection, on request with all that is below',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many collections',
				description: 'Get a list of collections',
			},
			{
				name: 'Grant Access',
				value: 'grantAccess',
				action: 'Grant access to collections',
				description:
					'Let groups or users see or change collections; nobody loses what they have, and what is there already is not written again',
			},
			{
				name: 'Remove Objects',
				value: 'removeObjects',
				action: 'Remove objects from collection',
				description: 'Take assets or collections out of a collection; they themselves stay',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update collection',
				description: 'Change the title, place or settings of a collection',
			},
		],
		default: 'getAll',
	},
	{
		...collectionLocator,
		displayOptions: {
			show: {
				resource: ['collection'],
				operation: ['addObjects', 'delete', 'get', 'getContents', 'removeObjects', 'update'],
			},
		},
	},
	...addObjects.description,
	...create.description,
	...createOrUpdate.description,
	...remove.description,
	...get.description,
	...getContents.description,
	...getAll.description,
	...grantAccess.description,
	...removeObjects.description,
	...update.description,
];
