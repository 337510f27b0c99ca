import type { INodeProperties } from 'n8n-workflow';

/** The parameters that belong to single events. */
export const eventFields: INodeProperties[] = [
	{
		displayName: 'Form Name or ID',
		name: 'form',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getViewsOrNone' },
		default: '',
		description:
			'A metadata view that iconik shows as a form when the button is pressed; the answers come as "metadata". Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { event: ['customAction'] } },
	},
	{
		displayName: 'Collection Names or IDs',
		name: 'collections',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getCollections' },
		default: [],
		required: true,
		description:
			'The collections that are watched. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { event: ['addedToCollection'] } },
	},
	{
		displayName: 'Include Sub-Collections',
		name: 'includeSubcollections',
		type: 'boolean',
		default: true,
		description: 'Whether to also watch the collections below the chosen ones',
		displayOptions: { show: { event: ['addedToCollection'] } },
	},
	{
		displayName: 'Only the First Version',
		name: 'onlyFirstVersion',
		type: 'boolean',
		default: false,
		description: 'Whether to leave out later versions of an asset that is online already',
		displayOptions: { show: { event: ['assetOnline'] } },
	},
	{
		displayName: 'Metadata View Names or IDs',
		name: 'metadataViews',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getViews' },
		default: [],
		description:
			'The views that hold the fields; when metadata changed, their values as they are now come along. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { event: ['metadataChanged', 'metadataValueSet'] } },
	},
	{
		displayName: 'Field Names or IDs',
		name: 'metadataFields',
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: 'getFieldsOfViews',
			loadOptionsDependsOn: ['metadataViews'],
		},
		default: [],
		description:
			'Only changes of one of these fields; of any field of the views when empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { event: ['metadataChanged'] } },
	},
	{
		displayName: 'Field Name or ID',
		name: 'field',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getFieldsOfViews',
			loadOptionsDependsOn: ['metadataViews'],
		},
		default: '',
		required: true,
		description:
			'The field that must be given the value. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { event: ['metadataValueSet'] } },
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Ready for web',
		description: 'The value as iconik stores it, which may differ from the label that people see',
		displayOptions: { show: { event: ['metadataValueSet'] } },
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. en',
		description: 'Only subtitles in this language; in any when empty',
		displayOptions: { show: { event: ['subtitleAdded'] } },
	},
	{
		displayName: 'Kind',
		name: 'captionKind',
		type: 'options',
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Closed Captions', value: 'closedCaptions' },
			{ name: 'Subtitles', value: 'subtitles' },
		],
		default: 'any',
		description: 'Which of the two must be added',
		displayOptions: { show: { event: ['subtitleAdded'] } },
	},
];
