import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

/** The fields in which an entry's values are given: mapped one by one, or as JSON. */
export const dataFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Data to Send',
		name: 'dataMode',
		type: 'options',
		options: [
			{
				name: 'Map Each Field Below',
				value: 'mapFields',
				description: 'Set the value of each field of the content type',
			},
			{
				name: 'JSON',
				value: 'json',
				description: 'One object with the UIDs of fields as keys',
			},
		],
		default: 'mapFields',
		displayOptions: { show },
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description:
			'A field left empty stays untouched. An expression that gives null clears its field.',
		typeOptions: {
			loadOptionsDependsOn: ['contentType.value', 'matchField'],
			resourceMapper: {
				resourceMapperMethod: 'getEntryFields',
				mode: 'add',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				supportAutoMap: true,
				allowEmptyValues: true,
			},
		},
		displayOptions: { show: { ...show, dataMode: ['mapFields'] } },
	},
	{
		displayName: 'Fields (JSON)',
		name: 'fieldsJson',
		type: 'json',
		default: '{}',
		description:
			'A key that is left out stays untouched, null clears the field. A field in a group can be named by its path, like "usage_rights.status".',
		displayOptions: { show: { ...show, dataMode: ['json'] } },
	},
];

/** The language that is written. */
export const writeLocaleField = (show: Show): INodeProperties => ({
	displayName: 'Locale Name or ID',
	name: 'locale',
	type: 'options',
	description:
		'Language to write. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	hint: 'Any but the master language makes the entry a localized one, which no longer follows it',
	typeOptions: { loadOptionsMethod: 'getLocalesOrMaster' },
	default: '',
	displayOptions: { show },
});

/** The language that is meant. The hint says what for. */
export const readLocaleField = (show: Show, hint: string): INodeProperties => ({
	displayName: 'Locale Name or ID',
	name: 'locale',
	type: 'options',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	hint,
	typeOptions: { loadOptionsMethod: 'getLocalesOrMaster' },
	default: '',
	displayOptions: { show },
});
