import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import * as download from './download.operation';
import * as getDownloadUrl from './getDownloadUrl.operation';
import * as getAll from './getAll.operation';
import * as makePrivate from './makePrivate.operation';
import * as makePublic from './makePublic.operation';

export { download, getDownloadUrl, getAll, makePrivate, makePublic };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['proxy'] } },
		options: [
			{
				name: 'Download',
				value: 'download',
				action: 'Download proxy',
				description: 'Download a proxy as binary data; the bytes stream',
			},
			{
				name: 'Get Download URL',
				value: 'getDownloadUrl',
				action: 'Get download URL of proxy',
				description:
					'Get an address of a proxy that works for a short time: use it at once and do not store it',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many proxies',
				description: 'Get the proxies of an asset',
			},
			{
				name: 'Make Private',
				value: 'makePrivate',
				action: 'Make proxy private',
				description:
					'Take back the public address of a proxy: wherever it was used, it stops to work',
			},
			{
				name: 'Make Public',
				value: 'makePublic',
				action: 'Make proxy public',
				description: 'Give a proxy a lasting address that anyone may open without signing in',
			},
		],
		default: 'getAll',
	},
	{ ...assetLocator, displayOptions: { show: { resource: ['proxy'] } } },
	...download.description,
	...getDownloadUrl.description,
	...getAll.description,
	...makePrivate.description,
	...makePublic.description,
];
