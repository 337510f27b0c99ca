import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import * as get from './get.operation';
import * as getMediaPackage from './getMediaPackage.operation';
import * as search from './search.operation';

export { get, getMediaPackage, search };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['asset'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get asset',
				description: 'Get the facts of one asset',
			},
			{
				name: 'Get Media Package',
				value: 'getMediaPackage',
				action: 'Get media package',
				description:
					'Get all that a page needs of an asset at one version: approval, usage rights, metadata, poster, captions, preview and delivery link. Makes a share link or a proxy public where that is chosen and missing.',
			},
			{
				name: 'Search',
				value: 'search',
				action: 'Search assets',
				description: 'Find assets by text and filters',
			},
		],
		default: 'getMediaPackage',
	},
	{
		...assetLocator,
		displayOptions: { show: { resource: ['asset'], operation: ['get', 'getMediaPackage'] } },
	},
	...get.description,
	...getMediaPackage.description,
	...search.description,
];
