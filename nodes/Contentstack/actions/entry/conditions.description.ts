import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

/** Conditions that people put together from the fields of the content type. */
export const conditionFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		placeholder: 'Add Condition',
		typeOptions: { multipleValues: true },
		default: {},
		description: 'Which entries to read, all when there is none',
		displayOptions: { show },
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					{
						displayName: 'Field Name or ID',
						name: 'field',
						type: 'options',
						description:
							'The field to look at, also inside groups and blocks. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
						typeOptions: {
							loadOptionsMethod: 'getFilterFields',
							loadOptionsDependsOn: ['contentType.value'],
						},
						default: '',
					},
					{
						displayName: 'Operator',
						name: 'operator',
						type: 'options',
						options: [
							{ name: 'Contains', value: 'contains' },
							{ name: 'Does Not Equal', value: 'notEquals' },
							{ name: 'Does Not Exist', value: 'notExists' },
							{ name: 'Ends With', value: 'endsWith' },
							{ name: 'Equals', value: 'equals' },
							{ name: 'Exists', value: 'exists' },
							{ name: 'Greater or Equal', value: 'greaterOrEqual' },
							{ name: 'Greater Than', value: 'greater' },
							{ name: 'Is None Of', value: 'notIn' },
							{ name: 'Is One Of', value: 'in' },
							{ name: 'Less or Equal', value: 'lessOrEqual' },
							{ name: 'Less Than', value: 'less' },
							{ name: 'Matches Regular Expression', value: 'matches' },
							{ name: 'Starts With', value: 'startsWith' },
						],
						default: 'equals',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description:
							'What to compare with. For Is One Of and Is None Of: several with commas between. For a reference: the UID of an entry.',
						displayOptions: { hide: { operator: ['exists', 'notExists'] } },
					},
				],
			},
		],
	},
	{
		displayName: 'Must Match',
		name: 'combine',
		type: 'options',
		options: [
			{ name: 'All Conditions', value: 'and' },
			{ name: 'Any Condition', value: 'or' },
		],
		default: 'and',
		description: 'Whether an entry must meet all conditions or at least one',
		displayOptions: { show },
	},
];
