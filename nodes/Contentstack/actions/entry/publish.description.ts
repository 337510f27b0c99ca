import type { INodeProperties } from 'n8n-workflow';
import { whenDraftFoundField } from '../draftFields';

const show = { resource: ['entry'], operation: ['publish'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Version',
		name: 'version',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'The exact version to publish, 0 for the latest saved one',
		hint: 'After Create or Update take {{ $json.version }}: what somebody saves meanwhile does not go out',
		displayOptions: { show },
	},
	{
		displayName: 'Publish To',
		name: 'publishTo',
		type: 'options',
		options: [
			{
				name: 'Environments',
				value: 'environments',
				description: 'The environments that are chosen below',
			},
			{
				name: 'Where It Is Live Now',
				value: 'whereLive',
				description:
					'The environments and languages that show an older version; none when it is not live',
			},
		],
		default: 'environments',
		displayOptions: { show },
	},
	{
		displayName: 'Environment Names or IDs',
		name: 'environments',
		type: 'multiOptions',
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		typeOptions: { loadOptionsMethod: 'getEnvironments' },
		default: [],
		displayOptions: { show: { ...show, publishTo: ['environments'] } },
	},
	{
		displayName: 'Locale Names or IDs',
		name: 'locales',
		type: 'multiOptions',
		description:
			'Languages to publish; none for the master language, or for those that are live. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocales' },
		default: [],
		displayOptions: { show },
	},
	whenDraftFoundField(show),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Allow Older Version',
				name: 'allowOlderVersion',
				type: 'boolean',
				default: false,
				description: 'Whether to go back to a version that is older than the live one',
			},
			{
				displayName: 'Fields Not Worth Publishing',
				name: 'fieldsNotWorthPublishing',
				type: 'string',
				default: 'iconik_usage',
				description:
					'UIDs of fields, with commas between. A version that differs from the live one in nothing else counts as live already, and as nobody’s draft. Without this option it is iconik_usage; empty publishes every version.',
			},
			{
				displayName: 'Own Author',
				name: 'ownAuthor',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.updated_by }}',
				description:
					'UID of the user whose saves are not a draft of somebody else. By default updated_by of an item from Create or Update, else whoever created the entry.',
			},
			{
				displayName: 'Scheduled At',
				name: 'scheduledAt',
				type: 'dateTime',
				default: '',
				description: 'When to go live; at once when empty',
			},
			{
				displayName: 'Wait Until Live',
				name: 'waitUntilLive',
				type: 'boolean',
				default: false,
				description: 'Whether to wait up to a minute until the version is live everywhere',
			},
		],
	},
];
