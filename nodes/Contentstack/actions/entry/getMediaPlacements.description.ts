import type { INodeProperties } from 'n8n-workflow';
import { entryLocator } from './locators';

const show = { resource: ['entry'], operation: ['getMediaPlacements'] };
const locator = entryLocator(['getMediaPlacements']);

export const description: INodeProperties[] = [
	{
		displayName: 'Look At',
		name: 'lookAt',
		type: 'options',
		options: [
			{
				name: 'All Entries of the Content Type',
				value: 'all',
				description: 'Reads all of them, in all chosen languages',
			},
			{
				name: 'One Entry for Each Item',
				value: 'entry',
				description: 'Entries of many items are read together',
			},
		],
		default: 'entry',
		displayOptions: { show },
	},
	{ ...locator, displayOptions: { show: { ...show, lookAt: ['entry'] } } },
	{
		displayName: 'Media Content Type Names or IDs',
		name: 'mediaContentTypes',
		type: 'multiOptions',
		description:
			'The content types whose entries carry media. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getContentTypes' },
		default: ['iconik_media'],
		displayOptions: { show },
	},
	{
		displayName: 'Asset ID Fields',
		name: 'assetIdFields',
		type: 'string',
		default: 'iconik_asset_id,iconik_asset_ids,iconik_media',
		description:
			'UIDs or paths of the fields that hold asset IDs or the value of a picker, with commas between. They are looked for in entries and in media entries, at any depth.',
		displayOptions: { show },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Include Unresolved',
				name: 'includeUnresolved',
				type: 'boolean',
				default: false,
				description:
					'Whether to give rows without an asset ID for media entries that are gone or hold none',
			},
			{
				displayName: 'Locale Names or IDs',
				name: 'locales',
				type: 'multiOptions',
				description:
					'Languages whose own versions are looked at, all when none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: { loadOptionsMethod: 'getLocales' },
				default: [],
			},
			{
				displayName: 'Only Live',
				name: 'onlyLive',
				type: 'boolean',
				default: false,
				description: 'Whether to leave out what is live nowhere',
			},
		],
	},
];
