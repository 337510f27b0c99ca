import type { FieldSchema } from '../state';

/** Schema elements as the content type builder makes them. */
export function field(
	uid: string,
	displayName: string,
	dataType: string,
	more: Partial<FieldSchema> = {},
): FieldSchema {
	return {
		uid,
		display_name: displayName,
		data_type: dataType,
		mandatory: false,
		unique: false,
		multiple: false,
		non_localizable: false,
		...more,
	};
}

export function title(unique = true): FieldSchema {
	return field('title', 'Title', 'text', {
		mandatory: true,
		unique,
		field_metadata: { _default: true, version: 3 },
	});
}

export function url(): FieldSchema {
	return field('url', 'URL', 'text', { field_metadata: { _default: true, version: 3 } });
}

export function text(uid: string, name: string, more: Partial<FieldSchema> = {}): FieldSchema {
	return field(uid, name, 'text', {
		field_metadata: { description: '', default_value: '' },
		...more,
	});
}

export function multiline(uid: string, name: string): FieldSchema {
	return text(uid, name, {
		field_metadata: { description: '', default_value: '', multiline: true },
	});
}

export function choice(uid: string, name: string, values: string[]): FieldSchema {
	return text(uid, name, {
		display_type: 'dropdown',
		enum: { advanced: false, choices: values.map((value) => ({ value })) },
	});
}

export function reference(uid: string, name: string, to: string[], several = true): FieldSchema {
	return field(uid, name, 'reference', {
		reference_to: to,
		field_metadata: { ref_multiple: several, ref_multiple_content_types: true },
	});
}

export function richText(uid: string, name: string): FieldSchema {
	return field(uid, name, 'json', {
		field_metadata: { allow_json_rte: true, embed_entry: true, description: '', default_value: '' },
		reference_to: ['sys_assets'],
	});
}
