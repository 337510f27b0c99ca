import { isNotFound } from '../transport/failure';
import type { Stack } from '../transport/stack';

/** What is read of a field in a content type's schema. */
export interface Field {
	uid: string;
	display_name: string;
	data_type: string;
	mandatory?: boolean;
	unique?: boolean;
	multiple?: boolean;
	non_localizable?: boolean;
	extension_uid?: string;
	enum?: { choices?: Array<{ value: string | number; key?: string }> };
	field_metadata?: {
		allow_json_rte?: boolean;
		default_value?: unknown;
		description?: string;
		hide_time?: boolean;
		/** Of a reference: whether it takes several entries. */
		ref_multiple?: boolean;
	};
	/** Bounds of a number. */
	min?: number;
	max?: number;
	/** Bounds of a date. */
	startDate?: string;
	endDate?: string;
	/** Regular expression that a text must match. */
	format?: string;
	/** Of a group, and of a global field when the schema was read with it inline. */
	schema?: Field[];
	blocks?: Array<{ uid: string; title: string; schema?: Field[] }>;
	reference_to?: string | string[];
	/** Of a taxonomy field: whose terms it takes. */
	taxonomies?: Array<{ taxonomy_uid: string }>;
}

export interface ContentType {
	uid: string;
	title: string;
	schema: Field[];
	options?: { is_page?: boolean; title?: string };
}

export type Kind =
	| 'text'
	| 'select'
	| 'number'
	| 'boolean'
	| 'date'
	| 'file'
	| 'link'
	| 'reference'
	| 'richText'
	| 'json'
	| 'group'
	| 'blocks'
	| 'taxonomy';

/** Every entry can have tags although no schema lists them. */
const TAGS: Field = { uid: 'tags', display_name: 'Tags', data_type: 'text', multiple: true };

/** The fields of a content type that can be written. */
export function writableFields({ schema }: ContentType): Field[] {
	return schema.some(({ uid }) => uid === 'tags') ? schema : [...schema, TAGS];
}

/** What sort of value a field takes. Unknown data types count as JSON: passed on as they are. */
export function kindOf(field: Field): Kind {
	if (field.enum && (field.data_type === 'text' || field.data_type === 'number')) return 'select';
	switch (field.data_type) {
		case 'text':
		case 'number':
		case 'boolean':
		case 'file':
		case 'link':
		case 'reference':
		case 'blocks':
		case 'taxonomy':
			return field.data_type;
		case 'isodate':
			return 'date';
		case 'group':
			return 'group';
		case 'global_field':
			return field.schema ? 'group' : 'json';
		default:
			return field.field_metadata?.allow_json_rte ? 'richText' : 'json';
	}
}

/** Whether the field's value is a list of values of its kind. References, blocks and taxonomies are lists in themselves. */
export function isList(field: Field): boolean {
	const kind = kindOf(field);
	return field.multiple === true && !['reference', 'blocks', 'taxonomy'].includes(kind);
}

/** The content type with the schemas of its global fields inline, read once. */
export async function readContentType(stack: Stack, uid: string): Promise<ContentType> {
	const answer = await attemptContentType(stack, uid);
	if (answer.ok) return answer.body.content_type;
	throw stack.errorFor(answer.failure);
}

/** The same for callers that go on without a content type that does not exist. */
export async function findContentType(stack: Stack, uid: string): Promise<ContentType | undefined> {
	const answer = await attemptContentType(stack, uid);
	if (answer.ok) return answer.body.content_type;
	if (isNotFound(answer.failure)) return undefined;
	throw stack.errorFor(answer.failure);
}

async function attemptContentType(stack: Stack, uid: string) {
	return await stack.once(
		`content type ${uid}`,
		async () =>
			await stack.attempt<{ content_type: ContentType }>({
				method: 'GET',
				path: `/content_types/${encodeURIComponent(uid)}`,
				qs: { include_global_field_schema: true },
			}),
	);
}
