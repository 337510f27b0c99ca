import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { escaped, oneOf } from '../../transport/searchTerms';
import { listOf } from '../given';

/** Conditions on metadata fields, each of which is picked from a view. */
export const metadataConditions: INodeProperties = {
	displayName: 'Metadata Conditions',
	name: 'metadataConditions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	description: 'All of them must hold',
	options: [
		{
			displayName: 'Conditions',
			name: 'conditions',
			values: [
				{
					displayName: 'Belonging to View Name or ID',
					name: 'metadataView',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getViewsOrNone' },
					default: '',
					description:
						'Where to look for the field; all fields when none is chosen. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'Field Name or ID',
					name: 'field',
					type: 'options',
					typeOptions: {
						loadOptionsMethod: 'getConditionFields',
						loadOptionsDependsOn: ['&metadataView'],
					},
					default: '',
					description:
						'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{
					displayName: 'Operator',
					name: 'condition',
					type: 'options',
					options: [
						{ name: 'Contains Words', value: 'contains' },
						{ name: 'Has a Value', value: 'exists' },
						{ name: 'Has No Value', value: 'missing' },
						{ name: 'Is Any Of', value: 'oneOf' },
						{ name: 'Is Between', value: 'between' },
					],
					default: 'oneOf',
				},
				{
					displayName: 'Range From',
					name: 'from',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2027-01-01',
					description: 'Smallest value: a date or a number. Empty for no bound.',
					displayOptions: { show: { condition: ['between'] } },
				},
				{
					displayName: 'Range To',
					name: 'to',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2027-12-31',
					description: 'Largest value: a date or a number. Empty for no bound.',
					displayOptions: { show: { condition: ['between'] } },
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description:
						'What to compare with; for Is Any Of several values with commas between them',
					displayOptions: { show: { condition: ['contains', 'oneOf'] } },
				},
			],
		},
	],
};

export interface MetadataCondition {
	field: string;
	condition: 'oneOf' | 'contains' | 'exists' | 'missing' | 'between';
	value?: string;
	from?: string;
	to?: string;
}

/** A condition as iconik's search takes it; nothing while it has no field or nothing to compare with. */
export function metadataTerms(condition: MetadataCondition): IDataObject[] {
	if (!condition.field) return [];
	const name = `metadata.${condition.field}`;
	switch (condition.condition) {
		case 'exists':
			return [{ name, exists: true }];
		case 'missing':
			return [{ name, missing: true }];
		case 'contains':
			return condition.value?.trim() ? [{ name, value: escaped(condition.value) }] : [];
		case 'between': {
			const { from, to } = condition;
			return from || to
				? [{ name, range: { ...(from && { min: from }), ...(to && { max: to }) } }]
				: [];
		}
		default: {
			const values = listOf(condition.value);
			return values.length > 0 ? [oneOf(name, values)] : [];
		}
	}
}
