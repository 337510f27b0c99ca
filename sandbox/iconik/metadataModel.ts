export interface FieldValue {
	value: string | number | boolean;
}

export type MetadataValues = Record<string, { field_values: FieldValue[]; date_created: string }>;

/** The values of one object (at one version, for assets). */
export interface MetadataRecord {
	object_id: string;
	object_type: string;
	version_id?: string;
	values: MetadataValues;
	date_created: string;
	date_modified: string;
}

export interface MetadataField {
	name: string;
	label: string;
	field_type: string;
	description?: string;
	options: Array<{ label: string; value: string }>;
	multi: boolean;
	required: boolean;
	read_only: boolean;
	auto_set: boolean;
	hide_if_not_set: boolean;
	use_as_facet: boolean;
	sortable: boolean;
	representative: boolean;
	is_block_field: boolean;
	is_warning_field: boolean;
	min_value?: number;
	max_value?: number;
	external_id?: string;
	source_url: string | null;
	date_created: string;
	date_modified: string;
}

export interface ViewField {
	name: string;
	label?: string | null;
	required?: boolean | null;
	read_only?: boolean | null;
	auto_set?: boolean | null;
	hide_if_not_set?: boolean | null;
	options?: Array<{ label?: string; value?: string }>;
	source_url?: string | null;
}

export interface MetadataView {
	id: string;
	name: string;
	description: string | null;
	view_fields: ViewField[];
	date_created: string;
	date_modified: string;
}
