import type { INodeProperties } from 'n8n-workflow';
import { SHARE_TITLE } from '../../media/share';
import { linkFields } from './mediaPackage.links';
import { when, whenFacts } from './mediaPackage.show';
import { rightsFields } from './rights.fields';

const versionFields: INodeProperties[] = [
	{
		displayName: 'Version',
		name: 'versionPolicy',
		type: 'options',
		options: [
			{
				name: 'Latest',
				value: 'latest',
				description: 'The newest version, whether it is approved or not',
			},
			{
				name: 'Latest Approved',
				value: 'latestApproved',
				description: 'The newest version that is approved: an older one while a newer one waits',
			},
			{ name: 'Specific', value: 'specific', description: 'The version with a given ID' },
		],
		default: 'latestApproved',
		description: 'Which version of the asset the package describes',
		displayOptions: when(),
	},
	{
		displayName: 'Version ID',
		name: 'versionId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2c5c5ae0-f149-11eb-a843-0a580a3db916',
		displayOptions: when({ versionPolicy: ['specific'] }),
	},
];

const metadataFields: INodeProperties[] = [
	{
		displayName: 'Metadata View Names or IDs',
		name: 'metadataViews',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getViews' },
		default: [],
		description:
			'The views whose fields go into the package. Names work as well as IDs. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: whenFacts(),
	},
	{
		displayName: 'Metadata Field Names or IDs',
		name: 'metadataFields',
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: 'getFieldsOfViews',
			loadOptionsDependsOn: ['metadataViews'],
		},
		default: [],
		description:
			'Only these fields of the views; all of them when none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: whenFacts(),
	},
];

const fileFields: INodeProperties[] = [
	{
		displayName: 'Captions',
		name: 'captions',
		type: 'options',
		options: [
			{ name: 'List', value: 'list', description: 'Which languages there are' },
			{
				name: 'List with Text',
				value: 'text',
				description: 'The WebVTT text too, with one more call for each language',
			},
			{ name: 'None', value: 'none' },
		],
		default: 'list',
		displayOptions: when(),
	},
	{
		displayName: 'Caption Languages',
		name: 'captionLanguages',
		type: 'string',
		default: '',
		placeholder: 'e.g. en, de-DE',
		description: 'Language codes with commas between them; all languages when empty',
		displayOptions: when({ captions: ['list', 'text'] }),
	},
	{
		displayName: 'Poster',
		name: 'poster',
		type: 'boolean',
		default: true,
		description:
			'Whether to include the poster picture, else the first keyframe. Its address works for a short time only.',
		displayOptions: when(),
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: when(),
	options: [
		{
			displayName: 'Description Field',
			name: 'descriptionField',
			type: 'string',
			default: 'Description',
			description: 'The metadata field of the chosen views that describes the media',
		},
		{
			displayName: 'Make Missing Links',
			name: 'makeMissingLinks',
			type: 'boolean',
			default: true,
			description:
				'Whether a proxy is made public, or a share link made, where the link needs that. Off: nothing is written in iconik, and such a link has a strategy and no address yet.',
		},
		{
			displayName: 'On Deleted Asset',
			name: 'onDeletedAsset',
			type: 'options',
			options: [
				{
					name: 'Return Package',
					value: 'returnPackage',
					description: 'A package with status DELETED and the reason to hold it',
				},
				{ name: 'Stop', value: 'error', description: 'The item fails' },
			],
			default: 'returnPackage',
			description: 'What to do with an asset that was deleted in iconik',
		},
		{
			displayName: 'Share Link Ends After (Days)',
			name: 'shareDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1825 },
			default: 90,
			description: `How long a new share link lives. Links are reused, known by their title "${SHARE_TITLE}".`,
		},
		{
			displayName: 'Share Link Is Renewed Before (Days)',
			name: 'shareRenewDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 7,
			description: 'A share link that ends within so many days is replaced by a new one',
		},
	],
};

export const fields: INodeProperties[] = [
	...versionFields,
	...metadataFields,
	...rightsFields(whenFacts),
	...linkFields,
	...fileFields,
	options,
];
