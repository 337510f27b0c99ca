import type { INodeProperties } from 'n8n-workflow';
import { when } from './mediaPackage.show';

/** Where pages get the media from, and what editors look at. */
export const linkFields: INodeProperties[] = [
	{
		displayName: 'Delivery',
		name: 'deliveryStrategy',
		type: 'options',
		options: [
			{
				name: 'CDN',
				value: 'cdn',
				description: 'The address of the exported file: base URL, export location and file name',
			},
			{
				name: 'Metadata Field',
				value: 'metadata',
				description: 'An address that someone keeps in a metadata field',
			},
			{ name: 'None', value: 'none' },
			{
				name: 'Public Proxy',
				value: 'public_proxy',
				description: 'The proxy of the version, made public where it is not: anyone may open it',
			},
			{
				name: 'Share Link',
				value: 'share',
				description: 'A page of iconik for looking at the asset: it ends after some time',
			},
		],
		default: 'none',
		description: 'Where pages get the media from',
		displayOptions: when(),
	},
	{
		displayName: 'CDN Base URL',
		name: 'cdnBaseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://cdn.example.com',
		displayOptions: when({ deliveryStrategy: ['cdn'] }),
	},
	{
		displayName: 'Export Location Name or ID',
		name: 'exportLocation',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getExportLocations' },
		default: '',
		description:
			'Where exports are put; its path comes after the base URL. None: the base URL alone. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: when({ deliveryStrategy: ['cdn'] }),
	},
	{
		displayName: 'File Name',
		name: 'fileTemplate',
		type: 'string',
		default: '{asset_id}/{version_id}.mp4',
		description:
			'The name under which the file is exported. In braces: asset_id, version_id, version_number, title, external_id.',
		displayOptions: when({ deliveryStrategy: ['cdn'] }),
	},
	{
		displayName: 'Delivery View Name or ID',
		name: 'deliveryView',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getViews' },
		default: '',
		required: true,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		displayOptions: when({ deliveryStrategy: ['metadata'] }),
	},
	{
		displayName: 'Delivery Field Name or ID',
		name: 'deliveryField',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getDeliveryFields',
			loadOptionsDependsOn: ['deliveryView'],
		},
		default: '',
		required: true,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		displayOptions: when({ deliveryStrategy: ['metadata'] }),
	},
	{
		displayName: 'Preview',
		name: 'previewStrategy',
		type: 'options',
		options: [
			{ name: 'None', value: 'none' },
			{
				name: 'Public Proxy',
				value: 'public_proxy',
				description: 'The proxy of the version, made public where it is not: anyone may open it',
			},
			{
				name: 'Share Link',
				value: 'share',
				description: 'A page of iconik for looking at the asset: it ends after some time',
			},
		],
		default: 'share',
		description: 'What editors look at before the media is live',
		displayOptions: when(),
	},
];
