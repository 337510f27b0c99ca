import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

/** The fields that choose where one thing goes live, when, and whether to wait. */
export const publishTargetFields = (show: Show): INodeProperties[] => [
	environmentsField(show),
	{
		displayName: 'Locale Names or IDs',
		name: 'locales',
		type: 'multiOptions',
		description:
			'Languages in which it goes live, none for the master language. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocales' },
		default: [],
		displayOptions: { show },
	},
	whenField(show),
];

/** The same for what brings its own language. */
export const ownLocaleTargetFields = (show: Show): INodeProperties[] => [
	environmentsField(show),
	{
		displayName: 'Locale Names or IDs',
		name: 'locales',
		type: 'multiOptions',
		description:
			'Languages that are meant, none for that of each entry. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocales' },
		default: [],
		displayOptions: { show },
	},
	whenField(show),
];

/**
 * The same for taking one thing down, where none means all.
 * @param more further options, in front of the others
 */
export const unpublishTargetFields = (
	show: Show,
	more: INodeProperties[] = [],
): INodeProperties[] => [
	{
		displayName: 'Environment Names or IDs',
		name: 'environments',
		type: 'multiOptions',
		description:
			'Where to take it down, none for everywhere. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getEnvironments' },
		default: [],
		displayOptions: { show },
	},
	{
		displayName: 'Locale Names or IDs',
		name: 'locales',
		type: 'multiOptions',
		description:
			'Languages to take down, none for all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocales' },
		default: [],
		displayOptions: { show },
	},
	whenField(show, more),
];

const environmentsField = (show: Show): INodeProperties => ({
	displayName: 'Environment Names or IDs',
	name: 'environments',
	type: 'multiOptions',
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	typeOptions: { loadOptionsMethod: 'getEnvironments' },
	default: [],
	displayOptions: { show },
});

/** When it is to happen, and whether to wait. */
const whenField = (show: Show, more: INodeProperties[] = []): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show },
	options: [
		...more,
		{
			displayName: 'Scheduled At',
			name: 'scheduledAt',
			type: 'dateTime',
			default: '',
			description: 'When it is to happen; at once when empty',
		},
		{
			displayName: 'Wait Until Done',
			name: 'waitUntilDone',
			type: 'boolean',
			default: false,
			description: 'Whether to wait up to a minute until it has happened everywhere',
		},
	],
});
