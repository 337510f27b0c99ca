import type { IDataObject } from 'n8n-workflow';
import type { MetadataValues } from '../types';

/**
 * iconik's `metadata_values -> field -> field_values -> [{ value }]` made flat: one value as such, several as a list,
 * none as `null`. An object without any values in a view is a 404, here `undefined`.
 */
export function flatten(found: MetadataValues | undefined): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(found?.metadata_values ?? {}).map(([field, content]) => {
			const values = (content?.field_values ?? [])
				.map((entry) => entry?.value)
				.filter((value) => value !== undefined && value !== null && value !== '');
			return [field, values.length > 1 ? values : (values[0] ?? null)];
		}),
	);
}

/** The metadata of a search document, whose values are all lists, made flat in the same way. */
export function flattenLists(found: unknown): IDataObject {
	const fields = typeof found === 'object' && found !== null ? Object.entries(found) : [];
	return Object.fromEntries(
		fields.map(([field, content]) => {
			const values = (Array.isArray(content) ? content : [content]) as unknown[];
			return [field, values.length > 1 ? values : (values[0] ?? null)];
		}),
	) as IDataObject;
}

/** Only the chosen fields, each there even when it is empty; all fields when none is chosen. */
export function choose(
	metadata: Record<string, unknown>,
	fields: readonly string[],
): Record<string, unknown> {
	if (fields.length === 0) return metadata;
	return Object.fromEntries(fields.map((field) => [field, metadata[field] ?? null]));
}

/** A field's value as text: several values one after the other, `null` when there is none. */
export function asText(value: unknown): string | null {
	const list = asList(value);
	return list.length > 0 ? list.join(', ') : null;
}

/** A field's values as a list of texts. */
export function asList(value: unknown): string[] {
	if (value === undefined || value === null || value === '') return [];
	return (Array.isArray(value) ? value : [value]).map((entry) => String(entry));
}
