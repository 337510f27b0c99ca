import { isRecord } from '../records';
import { holdsFields, type InnerFields } from '../schema/validate';
import type { FieldSchema, Fields } from '../state';

/** What a JSON RTE document has in it: an entry or an asset, by the attributes of its node. */
export interface Embedded {
	kind: 'entry' | 'asset';
	uid: string;
	contentType: string;
}

/**
 * The entries and assets in the JSON RTE fields, by the path of the field: what `include_embedded_items[]=BASE` adds under
 * `_embedded_items` ("JSON Rich Text Editor" in the API documentation). What cannot be resolved is left out.
 */
export function embeddedItems(
	schema: readonly FieldSchema[],
	values: Fields,
	inner: InnerFields,
	resolve: (embedded: Embedded) => Fields | undefined,
): Record<string, Fields[]> {
	const found: Record<string, Fields[]> = {};
	for (const { path, document } of documents(schema, values, inner)) {
		const items = embeddedIn(document).flatMap((embedded) => {
			const item = resolve(embedded);
			return item ? [{ ...item, _content_type_uid: embedded.contentType }] : [];
		});
		if (items.length > 0) found[path] = [...(found[path] ?? []), ...items];
	}
	return found;
}

/** The entries and assets that the nodes of a document name, in its order. */
export function embeddedIn(document: unknown): Embedded[] {
	if (!isRecord(document)) return [];
	const attributes = isRecord(document.attrs) ? document.attrs : {};
	const own: Embedded[] =
		typeof attributes['entry-uid'] === 'string'
			? [
					{
						kind: 'entry',
						uid: attributes['entry-uid'],
						contentType: String(attributes['content-type-uid']),
					},
				]
			: typeof attributes['asset-uid'] === 'string'
				? [{ kind: 'asset', uid: attributes['asset-uid'], contentType: 'sys_assets' }]
				: [];
	const children = Array.isArray(document.children) ? document.children : [];
	return [...own, ...children.flatMap(embeddedIn)];
}

function* documents(
	schema: readonly FieldSchema[],
	values: Fields,
	inner: InnerFields,
	prefix = '',
): Generator<{ path: string; document: unknown }> {
	for (const field of schema) {
		const path = prefix + field.uid;
		for (const item of [values[field.uid]].flat()) {
			if (field.data_type === 'json' && field.field_metadata?.allow_json_rte === true)
				yield { path, document: item };
			else if (!isRecord(item)) continue;
			else if (holdsFields(field)) yield* documents(inner(field), item, inner, `${path}.`);
			else
				for (const block of field.blocks ?? []) {
					const value = item[block.uid];
					if (isRecord(value))
						yield* documents(inner(block), value, inner, `${path}.${block.uid}.`);
				}
		}
	}
}
