import type { INodeProperties } from 'n8n-workflow';
import { limitFields, simplifyField } from '../limitFields';
import { metadataConditions } from './metadataConditions';
import { allFilters } from './searchFilters';
import { sortFields } from './searchOrder';

const show = { resource: ['asset'], operation: ['search'] };
const assets = { ...show, output: ['assets'] };

/** The fields of an index document, as iconik's specification and clients name them. */
const DOCUMENT_FIELDS = [
	['Ancestor Collections', 'ancestor_collections'],
	['Approval Status', 'approval_status'],
	['Archive Status', 'archive_status'],
	['Category', 'category'],
	['Collections', 'in_collections'],
	['Date Created', 'date_created'],
	['Date Modified', 'date_modified'],
	['Description', 'description'],
	['Duration', 'duration_milliseconds'],
	['External ID', 'external_id'],
	['External Link', 'external_link'],
	['Files', 'files'],
	['Is Blocked', 'is_blocked'],
	['Is Online', 'is_online'],
	['Keyframes', 'keyframes'],
	['Media Type', 'media_type'],
	['Metadata', 'metadata'],
	['Proxies', 'proxies'],
	['Relations', 'relations'],
	['Status', 'status'],
	['Title', 'title'],
	['Type', 'type'],
	['Versions', 'versions'],
	['Warning', 'warning'],
] as const;

export const fields: INodeProperties[] = [
	{
		displayName: 'Query',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: 'e.g. harbour AND metadata.Campaign:Spring',
		description: 'What to search for, in the words of the search field of iconik. Empty finds all.',
		displayOptions: { show },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'Assets',
				value: 'assets',
				description: 'An item for each asset that is found',
			},
			{
				name: 'Counts',
				value: 'counts',
				description: 'How many of the assets there are of each value of some fields',
			},
		],
		default: 'assets',
		displayOptions: { show },
	},
	{
		displayName: 'Count by Names or IDs',
		name: 'facets',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getFacets' },
		default: ['media_type', 'approval_status'],
		description:
			'The fields whose values are counted. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { ...show, output: ['counts'] } },
	},
	...limitFields(assets),
	simplifyField(assets),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: allFilters,
	},
	{ ...metadataConditions, displayOptions: { show } },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: assets },
		options: [
			{
				displayName: 'Fields to Return',
				name: 'fields',
				type: 'multiOptions',
				options: DOCUMENT_FIELDS.map(([name, value]) => ({ name, value })),
				default: [],
				description: 'Only these fields, whatever Simplify says; the ID always comes along',
			},
			{
				displayName: 'Metadata View Name or ID',
				name: 'metadataView',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getViewsOrNone' },
				default: '',
				description:
					'Returns the metadata of this view with each asset. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			...sortFields,
		],
	},
];
