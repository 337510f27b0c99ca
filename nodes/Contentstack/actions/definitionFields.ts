import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

/** The fields by which a content type or global field is made. */
export const createFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'UID',
		name: 'uid',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. landing_page',
		description: 'Small letters, digits and underscores. It cannot be changed later.',
		displayOptions: { show },
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		description: 'Name that editors see',
		displayOptions: { show },
	},
	{
		displayName: 'Schema (JSON)',
		name: 'schema',
		type: 'json',
		default:
			'[{ "uid": "title", "display_name": "Title", "data_type": "text", "mandatory": true, "unique": true }]',
		required: true,
		description: 'List of fields, as Contentstack describes them',
		displayOptions: { show },
	},
];

/** The fields by which one is changed. */
export const updateFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Fields',
		name: 'schemaChange',
		type: 'options',
		options: [
			{
				name: 'Add Missing',
				value: 'add',
				description: 'The fields of the schema below that are not there yet are added',
			},
			{ name: 'Leave', value: 'leave', description: 'Only title, description and options change' },
			{
				name: 'Replace All',
				value: 'replace',
				description:
					'Fields that the schema below lacks are deleted, with what entries hold in them',
			},
		],
		default: 'add',
		description: 'What happens to the fields',
		displayOptions: { show },
	},
	{
		displayName: 'Schema (JSON)',
		name: 'schema',
		type: 'json',
		default: '[]',
		description: 'List of fields, as Contentstack describes them',
		displayOptions: { show: { ...show, schemaChange: ['add', 'replace'] } },
	},
];

const descriptionOption: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description: 'What it is for',
};
const titleOption: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	description: 'Name that editors see',
};

/** What a content type can say about itself besides its fields. */
export const optionsOption: INodeProperties = {
	displayName: 'Options (JSON)',
	name: 'options',
	type: 'json',
	default: '{}',
	description: 'How its entries behave, like {"is_page": true, "url_pattern": "/:title"}',
};

/** The collection of what may be said or not. */
export const moreFields = (show: Show, special: INodeProperties[] = []): INodeProperties => ({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	displayOptions: { show },
	options: [
		descriptionOption,
		...special,
		...(show.operation?.includes('update') ? [titleOption] : []),
	],
});
