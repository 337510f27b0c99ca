import {
	NodeOperationError,
	type IDataObject,
	type IDisplayOptions,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { toFieldValues, type FieldValues, type Mode } from '../../media/metadataInput';
import { fieldsOfView, readView } from '../../media/metadataModel';
import type { IconikClient } from '../../transport/client';
import type { MetadataView } from '../../types';

type Show = NonNullable<IDisplayOptions['show']>;

export const viewField = (show: Show): INodeProperties => ({
	displayName: 'Metadata View Name or ID',
	name: 'metadataView',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getViews' },
	default: '',
	required: true,
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	displayOptions: { show },
});

/** The values to write, with how they meet what is there. */
export const valueFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{
				name: 'Append',
				value: 'append',
				description: 'Add the values to those that are there; for fields that hold a list',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Take these values away and leave the others',
			},
			{
				name: 'Overwrite',
				value: 'overwrite',
				description: 'Replace what is there; fields that are not given stay as they are',
			},
		],
		default: 'overwrite',
		displayOptions: { show },
	},
	{
		displayName: 'Data Mode',
		name: 'dataMode',
		type: 'options',
		options: [
			{
				name: 'Map Fields',
				value: 'mapFields',
				description: 'Fill in each field, or take over fields of the item with the same name',
			},
			{ name: 'JSON', value: 'json', description: 'Give all values as one JSON object' },
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
			'A field left empty stays untouched. An expression that gives null or an empty text clears its field.',
		typeOptions: {
			loadOptionsDependsOn: ['metadataView'],
			resourceMapper: {
				resourceMapperMethod: 'getMetadataFields',
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
		placeholder: 'e.g. { "Campaign": "Spring", "Tags": ["harbour", "dawn"] }',
		description: 'A key that is left out stays untouched; null clears the field',
		displayOptions: { show: { ...show, dataMode: ['json'] } },
	},
];

export interface Wanted {
	view: MetadataView;
	values: FieldValues;
	mode: Mode;
}

/** What one item wants written, checked against the view as it is now. */
export async function wantedValues(
	this: IExecuteFunctions,
	iconik: IconikClient,
	index: number,
): Promise<Wanted> {
	const node = this.getNode();
	const view = await readView(iconik, node, this.getNodeParameter('metadataView', index) as string);
	const mode = this.getNodeParameter('mode', index) as Mode;
	const refuse = (message: string, description: string): never => {
		throw new NodeOperationError(node, message, { itemIndex: index, description });
	};
	const given = givenValues.call(this, view, index, refuse);
	const values = toFieldValues(view, given, mode, refuse);
	if (Object.keys(values).length === 0)
		refuse('There is nothing to write', 'Fill in at least one field of the view.');
	return { view, values, mode };
}

function givenValues(
	this: IExecuteFunctions,
	view: MetadataView,
	index: number,
	refuse: (message: string, description: string) => never,
): Record<string, unknown> {
	if (this.getNodeParameter('dataMode', index) === 'json') {
		const given: unknown = this.getNodeParameter('fieldsJson', index, '{}');
		const json: unknown = typeof given === 'string' ? parsed(given) : given;
		if (isRecord(json)) return json;
		return refuse(
			'Fields (JSON) is not a valid JSON object',
			'It must be one object with the names of fields as keys, like {"Campaign": "Spring"}.',
		);
	}
	if (this.getNodeParameter('fields.mappingMode', index, 'defineBelow') === 'autoMapInputData') {
		const names = new Set(fieldsOfView(view).map(({ name }) => name));
		const { json } = this.getInputData()[index] ?? { json: {} };
		return Object.fromEntries(Object.entries(json).filter(([key]) => names.has(key)));
	}
	const values = (this.getNodeParameter('fields.value', index, {}) ?? {}) as IDataObject;
	const typed = (this.getNode().parameters.fields as { value?: unknown } | undefined)?.value;
	// The editor stores a field that nobody filled as null or an empty text; only an expression can mean to clear one.
	const isLeftEmpty = (name: string) =>
		isRecord(typed) && (typed[name] === null || typed[name] === '');
	return Object.fromEntries(Object.entries(values).filter(([name]) => !isLeftEmpty(name)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
