import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import * as download from './download.operation';
import * as exportToLocation from './exportToLocation.operation';
import * as getDownloadUrl from './getDownloadUrl.operation';
import * as getAll from './getAll.operation';

export { download, exportToLocation, getDownloadUrl, getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['file'] } },
		options: [
			{
				name: 'Download',
				value: 'download',
				action: 'Download file',
				description: 'Download a file as binary data; the bytes stream',
			},
			{
				name: 'Export to Location',
				value: 'exportToLocation',
				action: 'Export file to location',
				description:
					'Copy the media of an asset to an export location, such as the storage behind a CDN',
			},
			{
				name: 'Get Download URL',
				value: 'getDownloadUrl',
				action: 'Get download URL of file',
				description:
					'Get an address of a file that works for a short time: use it at once and do not store it',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many files',
				description: 'Get the files of an asset',
			},
		],
		default: 'getAll',
	},
	{ ...assetLocator, displayOptions: { show: { resource: ['file'] } } },
	...download.description,
	...exportToLocation.description,
	...getDownloadUrl.description,
	...getAll.description,
];
