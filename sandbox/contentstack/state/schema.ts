/** Values by field uid. */
export type Fields = Record<string, unknown>;

/** One element of a content type's `schema`. */
export interface FieldSchema {
	uid: string;
	display_name?: string;
	data_type: string;
	mandatory?: boolean;
	unique?: boolean;
	multiple?: boolean;
	non_localizable?: boolean;
	format?: string;
	min?: number | null;
	max?: number | null;
	enum?: { advanced?: boolean; choices?: Array<{ value: unknown; key?: string }> };
	reference_to?: string | string[];
	blocks?: Array<{
		uid: string;
		title?: string;
		schema?: FieldSchema[];
		reference_to?: string;
	}>;
	schema?: FieldSchema[];
	extension_uid?: string;
	taxonomies?: Array<{ taxonomy_uid: string }>;
	field_metadata?: Record<string, unknown>;
	[key: string]: unknown;
}

export interface ContentType {
	uid: string;
	title: string;
	description: string;
	schema: FieldSchema[];
	options: Record<string, unknown>;
	_version: number;
	created_at: string;
	updated_at: string;
	[key: string]: unknown;
}

/** Objects that the simulator keeps as they were sent, plus uid and times. */
export type Plain = Fields & { uid: string };
