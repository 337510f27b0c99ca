import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import { objectFields } from '../objectFields';
import * as createView from './createView.operation';
import * as get from './get.operation';
import * as getViews from './getViews.operation';
import * as update from './update.operation';
import * as updateMany from './updateMany.operation';

export { createView, get, getViews, update, updateMany };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['metadata'] } },
		options: [
			{
				name: 'Create View',
				value: 'createView',
				action: 'Create metadata view',
				description:
					'Make a view with its fields. What exists already is used and not changed, except that missing fields are added to the view.',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get metadata',
				description: 'Get the metadata of an asset or collection in one view',
			},
			{
				name: 'Get Views',
				value: 'getViews',
				action: 'Get metadata views',
				description: 'Get all metadata views with their fields',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update metadata',
				description: 'Write metadata of an asset or collection. Only what differs is written.',
			},
			{
				name: 'Update Many Assets',
				value: 'updateMany',
				action: 'Update metadata of many assets',
				description:
					'Write metadata of all items together, up to 500 assets with one call. iconik writes them in the background.',
			},
		],
		default: 'getViews',
	},
	...objectFields({ resource: ['metadata'], operation: ['get', 'update'] }, { isOptional: false }),
	{
		...assetLocator,
		displayOptions: { show: { resource: ['metadata'], operation: ['updateMany'] } },
	},
	...createView.description,
	...get.description,
	...update.description,
	...updateMany.description,
];
