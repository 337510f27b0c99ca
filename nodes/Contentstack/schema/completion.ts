import type { Field } from './contentType';

/** What it takes to make a content type hold all the expected fields. Paths name fields inside groups: `usage_rights.holder`. */
export interface Completion {
	/** The present schema with the missing fields at the end of it, or of their group. */
	schema: Field[];
	added: string[];
	alreadyThere: string[];
	/** There is a field with the name, but it takes another sort of value. It is left as it is. */
	conflicting: Array<{ field: string; expected: string; found: string }>;
}

/** Adds the missing fields to a schema and changes nothing else in it. */
export function completion(present: Field[], expected: Field[], path = ''): Completion {
	const result: Completion = { schema: [...present], added: [], alreadyThere: [], conflicting: [] };
	for (const field of expected) {
		const name = path + field.uid;
		const at = present.findIndex(({ uid }) => uid === field.uid);
		const current = present[at];
		if (!current) {
			result.schema.push(field);
			result.added.push(name);
		} else if (sortOf(current) !== sortOf(field)) {
			result.conflicting.push({ field: name, expected: sortOf(field), found: sortOf(current) });
		} else {
			result.alreadyThere.push(name);
			if (!field.schema) continue;
			const inner = completion(current.schema ?? [], field.schema, `${name}.`);
			if (inner.added.length > 0) result.schema[at] = { ...current, schema: inner.schema };
			result.added.push(...inner.added);
			result.alreadyThere.push(...inner.alreadyThere);
			result.conflicting.push(...inner.conflicting);
		}
	}
	return result;
}

function sortOf({ data_type, multiple }: Field): string {
	return multiple ? `several of ${data_type}` : data_type;
}
