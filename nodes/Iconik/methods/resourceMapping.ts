import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { isList } from '../media/metadataInput';
import { fieldsOfView, readView } from '../media/metadataModel';
import { connect } from '../transport/client';
import type { MetadataField } from '../types';

/** The fields of the chosen metadata view that can be written. */
export async function getMetadataFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const view = this.getCurrentNodeParameter('metadataView');
	if (typeof view !== 'string' || view === '' || view.startsWith('='))
		return { fields: [], emptyFieldsNotice: 'Choose a metadata view first' };
	const found = await readView(await connect(this), this.getNode(), view);
	const writable = fieldsOfView(found).filter(({ read_only }) => !read_only);
	return { fields: writable.map(toMapperField) };
}

/** The input for each type, and what to say beside the name where that alone does not tell what goes in. */
const INPUTS: Record<string, { type: ResourceMapperField['type']; note?: string }> = {
	integer: { type: 'number' },
	float: { type: 'number' },
	boolean: { type: 'boolean' },
	datetime: { type: 'dateTime' },
	// n8n would move a bare day into the workflow's time zone.
	date: { type: 'string', note: 'YYYY-MM-DD' },
	drop_down: { type: 'options' },
};

function toMapperField(field: MetadataField): ResourceMapperField {
	const { type, note } = inputOf(field);
	const name = field.label || field.name;
	return {
		id: field.name,
		displayName: note ? `${name} (${note})` : name,
		// An asset that has the field needs no value for it here, so none is forced upon the user.
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		...(type && { type }),
		...(type === 'options' && {
			options: (field.options ?? []).map(({ value, label }) => ({
				name: label || value || '',
				value: value ?? label ?? '',
			})),
		}),
	};
}

function inputOf(field: MetadataField): { type: ResourceMapperField['type']; note?: string } {
	// A list or a text with commas: n8n's types know one or the other.
	if (isList(field)) return { type: undefined, note: 'List, or Text with Commas' };
	const isOpen = field.field_type === 'drop_down' && !field.options?.length;
	return (!isOpen && INPUTS[field.field_type ?? '']) || { type: 'string' };
}
