import { isRecord } from '../records';
import type { FieldSchema, Fields } from '../state';
import { newItemUid } from '../uids';
import { holdsFields, isListField, type InnerFields } from './validate';

/** Changes one value that holds no other fields. `undefined` drops it from a list. */
export type Change = (field: FieldSchema, value: unknown) => unknown;

/** The values of these fields with every innermost value changed, groups and blocks walked through. */
export function mapValues(
	schema: readonly FieldSchema[],
	values: Fields,
	inner: InnerFields,
	change: Change,
): Fields {
	const result: Fields = { ...values };
	for (const field of schema) {
		const value = values[field.uid];
		if (value === undefined || value === null) continue;
		const one = (item: unknown) => mapItem(field, item, inner, change);
		result[field.uid] =
			isListField(field) && Array.isArray(value)
				? value.map(one).filter((item) => item !== undefined)
				: (one(value) ?? null);
	}
	return result;
}

function mapItem(field: FieldSchema, item: unknown, inner: InnerFields, change: Change): unknown {
	if (field.data_type === 'blocks' && isRecord(item)) {
		return Object.fromEntries(
			Object.entries(item).map(([name, value]) => {
				const block = field.blocks?.find(({ uid }) => uid === name);
				return block && isRecord(value)
					? [name, mapValues(inner(block), value, inner, change)]
					: [name, value];
			}),
		);
	}
	if (holdsFields(field) && isRecord(item)) return mapValues(inner(field), item, inner, change);
	return change(field, item);
}

/** Gives every item of a repeating group and every block its `_metadata.uid`, and keeps those that are there. */
export function withItemUids(
	schema: readonly FieldSchema[],
	values: Fields,
	inner: InnerFields,
): Fields {
	const result: Fields = { ...values };
	for (const field of schema) {
		const value = values[field.uid];
		if (field.data_type === 'blocks' && Array.isArray(value)) {
			result[field.uid] = value.map((item: unknown) => blockWithUid(field, item, inner));
		} else if (holdsFields(field) && Array.isArray(value)) {
			result[field.uid] = value.map((item: unknown) =>
				isRecord(item) ? marked(withItemUids(inner(field), item, inner)) : item,
			);
		} else if (holdsFields(field) && isRecord(value)) {
			result[field.uid] = withItemUids(inner(field), value, inner);
		}
	}
	return result;
}

function blockWithUid(field: FieldSchema, item: unknown, inner: InnerFields): unknown {
	if (!isRecord(item)) return item;
	return Object.fromEntries(
		Object.entries(item).map(([name, value]) => {
			const block = field.blocks?.find(({ uid }) => uid === name);
			return block && isRecord(value)
				? [name, marked(withItemUids(inner(block), value, inner))]
				: [name, value];
		}),
	);
}

function marked(item: Fields): Fields {
	const metadata = isRecord(item._metadata) ? item._metadata : {};
	return { ...item, _metadata: { ...metadata, uid: metadata.uid ?? newItemUid() } };
}

/** Whether any value of these fields satisfies a test. */
export function someValue(
	schema: readonly FieldSchema[],
	values: Fields,
	inner: InnerFields,
	test: (field: FieldSchema, value: unknown) => boolean,
): boolean {
	let found = false;
	mapValues(schema, values, inner, (field, value) => {
		found ||= test(field, value);
		return value;
	});
	return found;
}
