import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { inTurn } from '../../media/inTurn';
import { setUpView, type FieldPlan } from '../../media/metadataSetup';
import { listOf } from '../given';
import type { ItemOperation } from '../operation';

const show = { resource: ['metadata'], operation: ['createView'] };

/** The types that iconik names in its own error texts. */
const FIELD_TYPES = [
	{ name: 'Boolean', value: 'boolean' },
	{ name: 'Date', value: 'date' },
	{ name: 'Date and Time', value: 'datetime' },
	{ name: 'Drop-Down', value: 'drop_down' },
	{ name: 'Email', value: 'email' },
	{ name: 'Number', value: 'float' },
	{ name: 'String', value: 'string' },
	{ name: 'String (Exact)', value: 'string_exact', description: 'Found only as a whole' },
	{ name: 'Tag Cloud', value: 'tag_cloud' },
	{ name: 'Text', value: 'text', description: 'Several lines' },
	{ name: 'URL', value: 'url' },
	{ name: 'Whole Number', value: 'integer' },
];

export const description: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'viewName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Contentstack',
		description: 'A view with this name is used when there is one',
		displayOptions: { show },
	},
	{
		displayName: 'Description',
		name: 'viewDescription',
		type: 'string',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Fields',
		name: 'viewFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Field',
		default: {},
		description: 'Fields that exist are used as they are',
		displayOptions: { show },
		options: [
			{
				displayName: 'Fields',
				name: 'fields',
				values: [
					{
						displayName: 'Label',
						name: 'label',
						type: 'string',
						default: '',
						description: 'What people read; the name when empty',
					},
					{
						displayName: 'List',
						name: 'multi',
						type: 'boolean',
						default: false,
						description: 'Whether the field holds several values',
					},
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. RightsExpiry',
						description: 'Without blanks; cannot be changed later',
					},
					{
						displayName: 'Options',
						name: 'options',
						type: 'string',
						default: '',
						placeholder: 'e.g. de=Germany, fr=France',
						description: 'With commas between them, each a value or a value with a label',
						displayOptions: { show: { type: ['drop_down'] } },
					},
					{
						displayName: 'Required',
						name: 'required',
						type: 'boolean',
						default: false,
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: FIELD_TYPES,
						default: 'string',
					},
				],
			},
		],
	},
];

interface TypedField {
	name?: string;
	label?: string;
	type?: string;
	multi?: boolean;
	required?: boolean;
	options?: string;
}

export const execute: ItemOperation = async function (iconik, index) {
	const refuse = (message: string, advice: string) =>
		new NodeOperationError(this.getNode(), message, { itemIndex: index, description: advice });
	const name = String(this.getNodeParameter('viewName', index) ?? '').trim();
	if (name === '') throw refuse('The name of the view is missing', 'Enter one.');
	const typed = this.getNodeParameter('viewFields', index, {}) as { fields?: TypedField[] };
	const fields = (typed.fields ?? []).map(toPlan);
	if (fields.length === 0) throw refuse('The view has no fields', 'Add at least one field.');
	for (const { name: field, field_type, options } of fields) {
		if (!/^\S+$/.test(field))
			throw refuse(
				`"${field}" cannot be the name of a field`,
				'It must not be empty or hold blanks.',
			);
		if (fields.filter((other) => other.name === field).length > 1)
			throw refuse(`The field "${field}" is there twice`, 'Leave one of them out.');
		if (field_type === 'drop_down' && options.length === 0)
			throw refuse(`The drop-down "${field}" has no options`, 'Enter the values that it offers.');
	}
	const viewDescription = String(this.getNodeParameter('viewDescription', index, '') ?? '').trim();
	const plan = { name, description: viewDescription, fields };
	// Items and executions at the same time would make the same fields twice.
	const turn = `metadata ${iconik.origin} ${iconik.appId}`;
	const made = await inTurn(turn, async () => await setUpView(iconik, plan));
	return { ...made } as unknown as IDataObject;
};

function toPlan({
	name = '',
	label,
	type = 'string',
	multi,
	required,
	options,
}: TypedField): FieldPlan {
	return {
		name: name.trim(),
		label: label?.trim() || name.trim(),
		field_type: type,
		multi: multi === true || type === 'tag_cloud',
		required: required === true,
		options: listOf(type === 'drop_down' ? options : []).map((option) => {
			const [value = '', ...words] = option.split('=');
			return { value: value.trim(), label: words.join('=').trim() || value.trim() };
		}),
	};
}
