import { type Field, kindOf } from './contentType';
import { isRecord } from './compounds';

/**
 * A value as Contentstack reads it back, in the form in which it can be written again: assets and references are read as whole
 * objects but written as UIDs.
 */
export function writable(field: Field, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((item: unknown) => writableItem(field, item));
	return writableItem(field, value);
}

function writableItem(field: Field, value: unknown): unknown {
	if (!isRecord(value)) return value;
	switch (kindOf(field)) {
		case 'file':
			return value.uid ?? value;
		case 'reference':
			return { uid: value.uid, _content_type_uid: value._content_type_uid };
		case 'group':
			return writableGroup(field.schema ?? [], value);
		case 'blocks':
			return Object.fromEntries(
				Object.entries(value).map(([uid, inner]) => {
					const block = field.blocks?.find((candidate) => candidate.uid === uid);
					return [uid, isRecord(inner) ? writableGroup(block?.schema ?? [], inner) : inner];
				}),
			);
		default:
			return value;
	}
}

function writableGroup(schema: Field[], group: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(group).map(([uid, inner]) => {
			const field = schema.find((candidate) => candidate.uid === uid);
			return [uid, field ? writable(field, inner) : inner];
		}),
	);
}
