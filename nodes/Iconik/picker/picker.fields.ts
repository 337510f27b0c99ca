import type { INodeProperties } from 'n8n-workflow';
import { rightsFields } from '../actions/asset/rights.fields';
import { APP_HOSTS, STORAGE_HOSTS } from './hosts';

const accessFields: INodeProperties[] = [
	{
		displayName: 'Access Name',
		name: 'accessName',
		type: 'string',
		default: 'contentstack',
		required: true,
		description:
			'The key that opens the picker is made from this name and the auth token of the credential. Another name makes another key, and those given out before end at once.',
	},
	{
		displayName: 'App Hosts',
		name: 'appHosts',
		type: 'multiOptions',
		options: APP_HOSTS,
		default: [...APP_HOSTS.map(({ value }) => value)],
		description:
			'Where the picker may be shown: the regions in which your editors use Contentstack',
	},
	{
		displayName: 'Other App Hosts',
		name: 'otherAppHosts',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://cms.example.com',
		description: 'Further addresses at which the picker may be shown, with commas between them',
	},
];

const scopeFields: INodeProperties[] = [
	{
		displayName: 'Collection Names or IDs',
		name: 'collectionIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getCollections' },
		default: [],
		description:
			'Only media in these collections can be seen and picked; the whole library when none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Include Subcollections',
		name: 'withSubcollections',
		type: 'boolean',
		default: true,
		description: 'Whether media in the collections below the chosen ones can be picked, too',
	},
	{
		displayName: 'Approved Only',
		name: 'approvedOnly',
		type: 'boolean',
		default: true,
		description: 'Whether only media with an approved version can be seen and picked',
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
		description: 'Only these can be seen and picked; all types when none is chosen',
	},
	{
		displayName: 'When Not Usable',
		name: 'notUsable',
		type: 'options',
		options: [
			{
				name: 'Forbid',
				value: 'forbid',
				description: 'It can be seen with the reason, but not picked',
			},
			{ name: 'Warn', value: 'warn', description: 'It can be picked after a warning' },
		],
		default: 'forbid',
		description:
			'What editors may do with media that is blocked, not approved, or whose usage rights have ended, not begun or are not recorded',
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Caption Languages',
			name: 'captionLanguages',
			type: 'string',
			default: '',
			placeholder: 'e.g. en, de',
			description:
				'Languages that editors can filter by, with commas between them. iconik cannot search by captions, so this filter asks it about each asset that is looked through.',
		},
		{
			displayName: 'Page Size',
			name: 'pageSize',
			type: 'number',
			typeOptions: { minValue: 10, maxValue: 100 },
			default: 40,
			description: 'How much media one request brings',
		},
		{
			displayName: 'Pictures',
			name: 'pictures',
			type: 'options',
			options: [
				{
					name: 'Direct',
					value: 'direct',
					description: "The browser loads them from iconik's storage, by addresses that soon end",
				},
				{
					name: 'Through N8n',
					value: 'throughN8n',
					description: 'N8n fetches them and puts them into its answers, which take longer',
				},
			],
			default: 'direct',
			description:
				'How the pictures of the grid come to the browser. Previews always load directly.',
		},
		{
			displayName: 'Storage Hosts',
			name: 'storageHosts',
			type: 'string',
			default: STORAGE_HOSTS,
			description:
				'Where iconik keeps pictures and previews, with commas between them. The page may load them from there and nowhere else. Narrow it down to the buckets of your iconik.',
		},
	],
};

/** All parameters of the picker's trigger. */
export const fields: INodeProperties[] = [
	...accessFields,
	...scopeFields,
	...rightsFields(),
	options,
];
