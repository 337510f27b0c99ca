import { type ContentType, type Field, writableFields } from './contentType';

/** A field and where it is: `usage_rights.status`, `blocks.hero.headline`. */
export interface PlacedField {
	path: string;
	/** The names on the way: `Usage Rights → Status`. */
	label: string;
	field: Field;
}

/** All fields of a content type, also those inside groups, global fields and blocks, in the order in which people see them. */
export function placedFields(contentType: ContentType): PlacedField[] {
	return placedIn(writableFields(contentType), '', '');
}

/** The field at a path, if the content type has it. */
export function fieldAt(contentType: ContentType, path: string): Field | undefined {
	return placedFields(contentType).find((placed) => placed.path === path)?.field;
}

function placedIn(schema: Field[], path: string, label: string): PlacedField[] {
	return schema.flatMap((field) => {
		const at = path + field.uid;
		const name = label + field.display_name;
		return [
			{ path: at, label: name, field },
			...placedIn(field.schema ?? [], `${at}.`, `${name} → `),
			...(field.blocks ?? []).flatMap((block) =>
				placedIn(block.schema ?? [], `${at}.${block.uid}.`, `${name} → ${block.title} → `),
			),
		];
	});
}
