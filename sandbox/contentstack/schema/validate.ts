import { asArray, isRecord } from '../records';
import type { ContentType, FieldSchema, Fields } from '../state';
import { valueFault, type Known } from './values';

/** The fields of a group, a global field or a block. */
export type InnerFields = (field: {
	schema?: FieldSchema[];
	reference_to?: unknown;
}) => FieldSchema[];

/** Messages by field path, in the form of the API's `errors`. */
export type Faults = Record<string, string[]>;

/** Looks up the schema of a global field where the field only names it. */
export function innerFields(globalFields: Map<string, ContentType>): InnerFields {
	return ({ schema, reference_to }) => {
		const named = typeof reference_to === 'string' ? globalFields.get(reference_to) : undefined;
		return schema ?? named?.schema ?? [];
	};
}

/** What is wrong with the values of these fields: missing, of the wrong type, outside the choices, pointing at nothing. */
export function faultsOf(
	schema: readonly FieldSchema[],
	values: Fields,
	inner: InnerFields,
	known: Known,
	prefix = '',
): Faults {
	const faults: Faults = {};
	for (const field of schema) {
		const path = prefix + field.uid;
		const value = values[field.uid];
		if (isBlank(value)) {
			if (field.mandatory) faults[path] = ['is a required field.'];
			continue;
		}
		Object.assign(faults, fieldFaults(field, value, path, inner, known));
	}
	return faults;
}

function fieldFaults(
	field: FieldSchema,
	value: unknown,
	path: string,
	inner: InnerFields,
	known: Known,
): Faults {
	const isList = isListField(field);
	if (isList && !Array.isArray(value)) return { [path]: ['is not a valid array.'] };
	if (!isList && Array.isArray(value) && field.data_type !== 'json')
		return { [path]: ['does not accept more than one value.'] };
	const items = isList ? asArray(value) : [value];
	const faults: Faults = {};
	for (const [index, item] of items.entries()) {
		const itemPath = isList ? `${path}.${index}` : path;
		if (field.data_type === 'blocks') {
			Object.assign(faults, blockFaults(field, item, itemPath, inner, known));
		} else if (holdsFields(field)) {
			if (!isRecord(item)) faults[itemPath] = ['is not a valid object.'];
			else Object.assign(faults, faultsOf(inner(field), item, inner, known, `${itemPath}.`));
		} else {
			const fault = valueFault(field, item, known);
			if (fault) faults[path] = [fault];
		}
	}
	return faults;
}

function blockFaults(
	field: FieldSchema,
	item: unknown,
	path: string,
	inner: InnerFields,
	known: Known,
): Faults {
	const [name, value] =
		Object.entries(isRecord(item) ? item : {}).filter(([key]) => key !== '_metadata')[0] ?? [];
	const block = field.blocks?.find(({ uid }) => uid === name);
	if (!block || !isRecord(value)) return { [path]: ['is not a valid block.'] };
	return faultsOf(inner(block), value, inner, known, `${path}.${block.uid}.`);
}

/** Fields whose value is a list whatever `multiple` says. */
export function isListField(field: FieldSchema): boolean {
	return (
		['blocks', 'reference', 'taxonomy'].includes(field.data_type) ||
		(field.multiple === true && field.data_type !== 'json')
	);
}

export function holdsFields(field: FieldSchema): boolean {
	return field.data_type === 'group' || field.data_type === 'global_field';
}

export function isBlank(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		value === '' ||
		(Array.isArray(value) && value.length === 0)
	);
}
