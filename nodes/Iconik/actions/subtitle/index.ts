import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import { optionalVersion } from '../versionLocator';
import * as downloadWebvtt from './downloadWebvtt.operation';
import * as getAll from './getAll.operation';
import * as upload from './upload.operation';

export { downloadWebvtt, getAll, upload };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['subtitle'] } },
		options: [
			{
				name: 'Download WebVTT',
				value: 'downloadWebvtt',
				action: 'Download subtitle as webvtt',
				description: 'Get the captions of an asset in one language, as a file or as text',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many subtitles',
				description: 'Get the captions of an asset, without their text',
			},
			{
				name: 'Upload',
				value: 'upload',
				action: 'Upload subtitle',
				description:
					'Put captions in one language to an asset. Captions of the same language and kind are replaced.',
			},
		],
		default: 'getAll',
	},
	{ ...assetLocator, displayOptions: { show: { resource: ['subtitle'] } } },
	{ ...optionalVersion, displayOptions: { show: { resource: ['subtitle'] } } },
	...downloadWebvtt.description,
	...getAll.description,
	...upload.description,
];
