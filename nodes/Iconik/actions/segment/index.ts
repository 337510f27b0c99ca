import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import * as createComment from './createComment.operation';
import * as createMarker from './createMarker.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';

export { createComment, createMarker, remove, getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['segment'] } },
		options: [
			{
				name: 'Create Comment',
				value: 'createComment',
				action: 'Create comment',
				description: 'Comment on an asset, or answer a comment, and notify people',
			},
			{
				name: 'Create Marker',
				value: 'createMarker',
				action: 'Create marker',
				description: 'Mark a time in an asset',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete segment',
				description: 'Delete a comment, marker or other segment of an asset for good',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many segments',
				description: 'Get the comments, markers and other segments of an asset',
			},
		],
		default: 'createComment',
	},
	{ ...assetLocator, displayOptions: { show: { resource: ['segment'] } } },
	...createComment.description,
	...createMarker.description,
	...remove.description,
	...getAll.description,
];
