import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import {
	type Field,
	isList,
	type Kind,
	kindOf,
	readContentType,
	writableFields,
} from '../schema/contentType';
import { chosenContentType, openForEditor } from './editor';

/** The fields of the chosen content type, without the one that entries are matched on: it has its own input. */
export async function getEntryFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const uid = chosenContentType(this);
	const operation = this.getCurrentNodeParameter('operation');
	const matchField =
		operation === 'createOrUpdate' ? this.getCurrentNodeParameter('matchField') : undefined;
	const contentType = await readContentType(await openForEditor.call(this), uid);
	return {
		fields: writableFields(contentType)
			.filter((field) => field.uid !== matchField)
			.flatMap((field) => [toMapperField(field), ...groupFields(field)]),
	};
}

/**
 * The fields inside a group, by their paths. They are there to be added, and not shown at first: the group itself is.
 * @param group a group, however deep
 */
function groupFields(group: Field, path = '', label = ''): ResourceMapperField[] {
	if (kindOf(group) !== 'group' || isList(group)) return [];
	const at = `${path}${group.uid}.`;
	const name = `${label}${group.display_name} → `;
	return (group.schema ?? []).flatMap((field) => {
		const inner = toMapperField(field);
		return [
			{ ...inner, id: at + field.uid, displayName: name + inner.displayName, removed: true },
			...groupFields(field, at, name),
		];
	});
}

/** The input for each kind, and what to say beside the name where the name alone does not tell what goes in. */
const INPUTS: Record<Kind, { type: ResourceMapperField['type']; note?: string }> = {
	text: { type: 'string' },
	select: { type: 'options' },
	number: { type: 'number' },
	boolean: { type: 'boolean' },
	date: { type: 'dateTime' },
	file: { type: 'string', note: 'Asset UID' },
	// A URL, or both in an object.
	link: { type: undefined, note: 'URL, or Title and Href' },
	// A UID, an entry or a list.
	reference: { type: undefined, note: 'Entries' },
	// Text, HTML or a document.
	richText: { type: undefined, note: 'Text, HTML or JSON RTE' },
	// An object or a list: n8n's types know one or the other.
	json: { type: undefined, note: 'JSON' },
	group: { type: 'object', note: 'Object' },
	blocks: { type: 'array', note: 'List of Blocks' },
	taxonomy: { type: undefined, note: 'Terms' },
};

function toMapperField(field: Field): ResourceMapperField {
	const { type, note } = inputOf(field);
	return {
		id: field.uid,
		displayName: note ? `${field.display_name} (${note})` : field.display_name,
		// A record that exists needs no field at all, so none may be forced upon the user.
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		...(type && { type }),
		...(type === 'options' && {
			options: (field.enum?.choices ?? []).map(({ value, key }) => ({
				name: String(key ?? value),
				value,
			})),
		}),
	};
}

function inputOf(field: Field): { type: ResourceMapperField['type']; note?: string } {
	const input = INPUTS[kindOf(field)];
	if (isList(field)) {
		const note = { text: 'List', group: 'List of Objects', file: 'List of Asset UIDs' };
		return { type: 'array', note: note[kindOf(field) as keyof typeof note] ?? 'List' };
	}
	// n8n would move a bare day into the workflow's time zone.
	if (kindOf(field) === 'date' && field.field_metadata?.hide_time)
		return { type: 'string', note: 'YYYY-MM-DD' };
	return input;
}
