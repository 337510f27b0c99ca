import type { INodeProperties } from 'n8n-workflow';
import { collectionLocator } from '../collectionLocator';
import { assetSettings, assetTypeField } from './assetFields';

const show = { resource: ['asset'], operation: ['createOrUpdate'] };
const byMetadata = { ...show, matchBy: ['metadata'] };

export const fields: INodeProperties[] = [
	{
		displayName: 'Match By',
		name: 'matchBy',
		type: 'options',
		options: [
			{ name: 'External ID', value: 'externalId' },
			{ name: 'Metadata Field', value: 'metadata' },
		],
		default: 'externalId',
		description: 'What the asset is known by. An asset that does not exist is made with it.',
		displayOptions: { show },
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. the UID of an entry',
		displayOptions: { show: { ...show, matchBy: ['externalId'] } },
	},
	{
		displayName: 'Metadata View Name or ID',
		name: 'metadataView',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getViews' },
		default: '',
		required: true,
		description:
			'View that holds the field. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: byMetadata },
	},
	{
		displayName: 'Metadata Field Name or ID',
		name: 'metadataField',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getFieldsOfMetadataView',
			loadOptionsDependsOn: ['metadataView'],
		},
		default: '',
		required: true,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		displayOptions: { show: byMetadata },
	},
	{
		displayName: 'Value',
		name: 'metadataValue',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: byMetadata },
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		description: 'Needed for a new asset. Empty leaves the title of an asset that exists.',
		displayOptions: { show },
	},
	{
		...assetTypeField,
		description: 'What kind of asset to make. An asset that exists keeps its kind.',
		displayOptions: { show },
	},
	{
		...collectionLocator,
		required: false,
		description: 'Where the asset shall be; it is added when it is not there. May be empty.',
		displayOptions: { show },
	},
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		description: 'An empty text clears its setting. Only what differs is written.',
		displayOptions: { show },
		options: [
			...assetSettings.filter(({ name }) => name !== 'externalId'),
			{
				displayName: 'When the Asset Is Deleted',
				name: 'whenDeleted',
				type: 'options',
				options: [
					{
						name: 'Make a New One',
						value: 'create',
						description: 'Leave it in the delete queue',
					},
					{
						name: 'Restore It',
						value: 'restore',
						description: 'Bring it back from the delete queue',
					},
				],
				default: 'restore',
			},
		],
	},
];
