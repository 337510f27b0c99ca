import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import * as download from './download.operation';
import * as getDownloadUrl from './getDownloadUrl.operation';
import * as getAll from './getAll.operation';
import * as makePrivate from './makePrivate.operation';
import * as makePublic from './makePublic.operation';
import * as setPoster from './setPoster.operation';

export { download, getDownloadUrl, getAll, makePrivate, makePublic, setPoster };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['keyframe'] } },
		options: [
			{
				name: 'Download',
				value: 'download',
				action: 'Download keyframe',
				description: 'Download a keyframe as binary data; the bytes stream',
			},
			{
				name: 'Get Download URL',
				value: 'getDownloadUrl',
				action: 'Get download URL of keyframe',
				description:
					'Get an address of a keyframe that works for a short time: use it at once and do not store it',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many keyframes',
				description: 'Get the keyframes of an asset',
			},
			{
				name: 'Make Private',
				value: 'makePrivate',
				action: 'Make keyframe private',
				description:
					'Take back the public address of a keyframe: wherever it was used, it stops to work',
			},
			{
				name: 'Make Public',
				value: 'makePublic',
				action: 'Make keyframe public',
				description: 'Give a keyframe a lasting address that anyone may open without signing in',
			},
			{
				name: 'Set Poster',
				value: 'setPoster',
				action: 'Set poster',
				description: 'Choose the picture that stands for an asset',
			},
		],
		default: 'getAll',
	},
	{ ...assetLocator, displayOptions: { show: { resource: ['keyframe'] } } },
	...download.description,
	...getDownloadUrl.description,
	...getAll.description,
	...makePrivate.description,
	...makePublic.description,
	...setPoster.description,
];
