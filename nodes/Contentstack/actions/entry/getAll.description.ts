import type { INodeProperties } from 'n8n-workflow';
import { limitFields, simplifyField } from '../limitFields';
import { conditionFields } from './conditions.description';
import { readLocaleField } from './entryData.fields';

const show = { resource: ['entry'], operation: ['getAll'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	...conditionFields(show),
	{
		displayName: 'Query (JSON)',
		name: 'query',
		type: 'json',
		default: '{}',
		description:
			'Which entries, in Contentstack\'s query language, like {"iconik_state": "held"}. Holds together with the conditions above.',
		displayOptions: { show },
	},
	readLocaleField(show, 'Language to read'),
	simplifyField(show),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Branch Name or ID',
				name: 'branch',
				type: 'options',
				description:
					'Branch to read instead of the one of the credential. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: { loadOptionsMethod: 'getBranches' },
				default: '',
			},
			{
				displayName: 'Fall Back',
				name: 'includeFallback',
				type: 'boolean',
				default: true,
				description:
					'Whether entries without a version of their own in the language come out in the language that they fall back to. Otherwise they are left out.',
			},
			{
				displayName: 'Field Names or IDs',
				name: 'fields',
				type: 'multiOptions',
				description:
					'Fields to return, all when none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: {
					loadOptionsMethod: 'getTopFields',
					loadOptionsDependsOn: ['contentType.value'],
				},
				default: [],
			},
			{
				displayName: 'Include Publish Details',
				name: 'includePublishDetails',
				type: 'boolean',
				default: true,
				description: 'Whether to say where each entry is live, with version and time',
			},
			{
				displayName: 'Include Schema',
				name: 'includeSchema',
				type: 'boolean',
				default: true,
				description: 'Whether each entry comes with the schema of its content type',
			},
			{
				displayName: 'Include Workflow Stage',
				name: 'includeWorkflow',
				type: 'boolean',
				default: true,
				description: 'Whether each entry comes with its workflow stage',
			},
			{
				displayName: 'Referenced Entries Names or IDs',
				name: 'includeReferences',
				type: 'multiOptions',
				description:
					'Reference fields whose entries come out whole in place of their UIDs. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: {
					loadOptionsMethod: 'getReferenceFields',
					loadOptionsDependsOn: ['contentType.value'],
				},
				default: [],
			},
			{
				displayName: 'Sort By Name or ID',
				name: 'sortBy',
				type: 'options',
				description:
					'Field to sort by. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: {
					loadOptionsMethod: 'getSortFields',
					loadOptionsDependsOn: ['contentType.value'],
				},
				default: '',
			},
			{
				displayName: 'Sort Direction',
				name: 'sortDirection',
				type: 'options',
				options: [
					{ name: 'Ascending', value: 'asc' },
					{ name: 'Descending', value: 'desc' },
				],
				default: 'asc',
			},
		],
	},
];
