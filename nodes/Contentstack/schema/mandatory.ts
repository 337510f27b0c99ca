import { isRecord } from './compounds';
import { type ContentType, type Field, kindOf } from './contentType';
import type { Misfit } from './prepare';

/**
 * The mandatory fields that a new entry would lack, also those inside the groups and blocks that it has. Fields with a default value
 * are the service's to fill.
 */
export function missingFields(contentType: ContentType, values: Record<string, unknown>): Misfit[] {
	return missingIn(contentType.schema, values, '');
}

/** The mandatory fields that these changes would empty, also inside the groups and blocks that they hold. */
export function emptiedFields(
	contentType: ContentType,
	changes: Record<string, unknown>,
): Misfit[] {
	const changed = contentType.schema.filter(({ uid }) => uid in changes);
	return missingIn(changed, changes, '');
}

function missingIn(schema: Field[], values: Record<string, unknown>, path: string): Misfit[] {
	return schema.flatMap((field) => {
		const value = values[field.uid];
		const at = path + field.uid;
		if (isLacking(field, value))
			return [{ field: `${field.display_name} (${at})`, reason: 'is mandatory and has no value' }];
		if (kindOf(field) !== 'group' && kindOf(field) !== 'blocks') return [];
		return Array.isArray(value)
			? value.flatMap((item, index) => missingInItem(field, item, `${at}.${index + 1}.`))
			: missingInItem(field, value, `${at}.`);
	});
}

function missingInItem(field: Field, item: unknown, path: string): Misfit[] {
	if (!isRecord(item) || Object.keys(item).length === 0) return [];
	if (kindOf(field) === 'group') return missingIn(field.schema ?? [], item, path);
	return (field.blocks ?? []).flatMap(({ uid, schema = [] }) => {
		const inner = item[uid];
		return isRecord(inner) ? missingIn(schema, inner, `${path}${uid}.`) : [];
	});
}

function isLacking(field: Field, value: unknown): boolean {
	if (!field.mandatory || kindOf(field) === 'boolean') return false;
	if ((field.field_metadata?.default_value ?? '') !== '') return false;
	return (
		value === undefined ||
		value === null ||
		value === '' ||
		(Array.isArray(value) && value.length === 0)
	);
}
