import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from './assetLocator';
import * as createOrUpdate from './createOrUpdate.operation';
import * as del from './delete.operation';
import * as download from './download.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as getReferences from './getReferences.operation';
import * as publish from './publish.operation';
import * as replaceFile from './replaceFile.operation';
import * as unpublish from './unpublish.operation';
import * as update from './update.operation';
import * as upload from './upload.operation';

export {
	createOrUpdate,
	del,
	download,
	get,
	getAll,
	getReferences,
	publish,
	replaceFile,
	unpublish,
	update,
	upload,
};

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
			{
				name: 'Delete',
				value: 'delete',
				description:
					'Delete an asset with all its versions. Entries that use it lose it. This cannot be undone here.',
				action: 'Delete an asset',
			},
			{
				name: 'Download',
				value: 'download',
				description: 'Fetch the file of an asset as binary data',
				action: 'Download an asset',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Read what one asset says about itself',
				action: 'Get an asset',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the assets that a query finds',
				action: 'Get many assets',
			},
			{
				name: 'Get References',
				value: 'getReferences',
				description: 'Read which entries use an asset',
				action: 'Get references to an asset',
			},
			{
				name: 'Publish',
				value: 'publish',
				description: 'Make a version visible on the chosen environments',
				action: 'Publish an asset',
			},
			{
				name: 'Replace File',
				value: 'replaceFile',
				description:
					'Put another file into an asset. Its UID stays, its address changes. One that Create or Update keeps is better replaced there.',
				action: 'Replace the file of an asset',
			},
			{
				name: 'Unpublish',
				value: 'unpublish',
				description: 'Take an asset down from where it is live',
				action: 'Unpublish an asset',
			},
			{
				name: 'Update',
				value: 'update',
				description: 'Change the title, description, tags or folder of an asset',
				action: 'Update an asset',
			},
			{
				name: 'Upload',
				value: 'upload',
				description:
					'Make a new asset of a file, each time anew. To find it again later use Create or Update.',
				action: 'Upload an asset',
			},
		],
		default: 'createOrUpdate',
	},
	assetLocator([
		'delete',
		'download',
		'get',
		'getReferences',
		'publish',
		'replaceFile',
		'unpublish',
		'update',
	]),
	...createOrUpdate.description,
	...download.description,
	...get.description,
	...getAll.description,
	...getReferences.description,
	...publish.description,
	...replaceFile.description,
	...unpublish.description,
	...update.description,
	...upload.description,
];
