import type { INodeProperties } from 'n8n-workflow';
import { eventFields } from './event.fields';

const webhookFields: INodeProperties[] = [
	{
		displayName: 'Event Type',
		name: 'eventType',
		type: 'string',
		default: 'assets',
		required: true,
		placeholder: 'e.g. assets',
		description: 'The kind of object, for example "assets" or "collections". iconik may know more.',
		displayOptions: { show: { event: ['webhookEvent'] } },
	},
	{
		displayName: 'Realm',
		name: 'realm',
		type: 'string',
		default: '',
		placeholder: 'e.g. metadata',
		description:
			'What of the object changes, for example "entity", "contents", "acls", "metadata" or "shares". Empty sets no condition.',
		displayOptions: { show: { event: ['webhookEvent'] } },
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'string',
		default: '',
		placeholder: 'e.g. update',
		description:
			'How it changes, for example "create", "update", "delete", "purge" or "restore". Empty sets no condition.',
		displayOptions: { show: { event: ['webhookEvent'] } },
	},
	{
		displayName: 'Object ID',
		name: 'objectId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2c5bfe1a-f149-11eb-a843-0a580a3db916',
		description: 'Only events of this one object',
		displayOptions: { show: { event: ['webhookEvent'] } },
	},
	{
		displayName: 'Query',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: 'e.g. data.status="CLOSED" AND data.size>0',
		description: 'A condition on the event itself, in the webhook query language of iconik',
		displayOptions: { show: { event: ['webhookEvent'] } },
	},
];

/** Whoever presses the button for an automation is not known to be who made the change. */
const BY_AUTOMATION = [
	'addedToCollection',
	'assetOnline',
	'metadataValueSet',
	'proxyReady',
	'reviewApproved',
	'reviewRejected',
	'reviewRequested',
	'reviewStatusChanged',
	'subtitleAdded',
	'versionAdded',
];

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description:
		'What the asset must be like for a run to start. Where iconik cannot be asked, the event passes.',
	options: [
		{
			displayName: 'Collection Names or IDs',
			name: 'collectionIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getCollections' },
			default: [],
			description:
				'Only assets in one of these collections, or below them. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Media Types',
			name: 'mediaTypes',
			type: 'multiOptions',
			options: [
				{ name: 'Audio', value: 'audio' },
				{ name: 'Image', value: 'image' },
				{ name: 'Video', value: 'video' },
			],
			default: [],
		},
		{
			displayName: 'Metadata Field',
			name: 'metadataField',
			type: 'string',
			default: '',
			placeholder: 'e.g. Campaign',
			description: 'The name of a metadata field that must hold the value below',
		},
		{
			displayName: 'Metadata Value',
			name: 'metadataValue',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spring',
			description: 'Empty: any value will do',
		},
		{
			displayName: 'User Names or IDs',
			name: 'users',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getUsers' },
			default: [],
			description:
				'Only what one of these people does. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			displayOptions: { hide: { '/event': BY_AUTOMATION } },
		},
	],
};

/** All parameters of the trigger below its event. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Approved', value: 'APPROVED' },
			{ name: 'Mixed', value: 'MIXED' },
			{ name: 'Not Reviewed', value: 'N/A' },
			{ name: 'Rejected', value: 'NOT_APPROVED' },
			{ name: 'Requested', value: 'REQUESTED' },
		],
		default: ['APPROVED'],
		required: true,
		description: 'To which statuses a review must change. iconik itself does the filtering.',
		displayOptions: { show: { event: ['reviewStatusChanged'] } },
	},
	{
		displayName: 'Context',
		name: 'context',
		type: 'options',
		options: [
			{ name: 'Asset', value: 'ASSET', description: 'In the menu of an asset' },
			{ name: 'Collection', value: 'COLLECTION', description: 'In the menu of a collection' },
			{ name: 'Selection', value: 'BULK', description: 'In the menu of a selection of many' },
		],
		default: 'ASSET',
		description: 'Where the button is in iconik',
		displayOptions: { show: { event: ['customAction'] } },
	},
	...eventFields,
	...webhookFields,
	{
		displayName: 'Name in Iconik',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Send to Contentstack',
		description: 'What people see in iconik; the name of the workflow when empty',
	},
	filters,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Enrich',
				name: 'enrich',
				type: 'boolean',
				default: false,
				description:
					'Whether to read each asset as it is now into the field "asset" of its item: title, status, latest version, collections, kind of media',
			},
			{
				displayName: 'Ignore Own Changes',
				name: 'ignoreOwnChanges',
				type: 'boolean',
				default: false,
				description:
					'Whether to skip events caused by the user of the auth token, for example by another workflow',
				displayOptions: { hide: { '/event': BY_AUTOMATION } },
			},
			{
				displayName: 'Window (Seconds)',
				name: 'window',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 1 },
				default: 0,
				description:
					'Events that come within this time start one run together, with one item for each asset: a bulk change of 500 assets then does not start 500 runs. From 0.5 to 10; 0 starts a run for each event. iconik waits for its answer as long.',
				displayOptions: { hide: { '/event': ['customAction'] } },
			},
		],
	},
];
