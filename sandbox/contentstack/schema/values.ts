import { isRecord } from '../records';
import type { FieldSchema } from '../state';

/** What a value is checked against beyond its own form. */
export interface Known {
	asset: (uid: string) => boolean;
	entry: (uid: string, contentType: string) => boolean;
	term: (taxonomy: string, term: string) => boolean;
}

/** What is wrong with one value of a field that holds no other fields, or nothing. */
export function valueFault(field: FieldSchema, value: unknown, known: Known): string | undefined {
	if (field.enum?.choices) {
		const fits = field.enum.choices.some((choice) => choice.value === value);
		return fits ? undefined : `is not a valid enum value for ${field.uid}.`;
	}
	switch (field.data_type) {
		case 'text':
			return textFault(field, value);
		case 'number':
			return numberFault(field, value);
		case 'boolean':
			return typeof value === 'boolean' ? undefined : 'is not a valid boolean.';
		case 'isodate':
			return isDate(value) ? undefined : 'is not a valid date.';
		case 'file':
			if (typeof value !== 'string') return 'is not a valid asset uid.';
			return known.asset(value) ? undefined : 'is not a valid asset uid.';
		case 'link':
			return isRecord(value) ? undefined : 'is not a valid link.';
		case 'reference':
			return referenceFault(field, value, known);
		case 'taxonomy':
			return isRecord(value) && known.term(String(value.taxonomy_uid), String(value.term_uid))
				? undefined
				: 'is not a valid term.';
		case 'json':
			return jsonFault(field, value);
		default:
			return undefined;
	}
}

function textFault(field: FieldSchema, value: unknown): string | undefined {
	if (typeof value !== 'string') return 'is not a valid string.';
	if (!field.format || value === '') return undefined;
	return new RegExp(field.format).test(value) ? undefined : 'does not match the format.';
}

function numberFault({ min, max }: FieldSchema, value: unknown): string | undefined {
	if (typeof value !== 'number' || !Number.isFinite(value)) return 'is not a valid number.';
	if (typeof min === 'number' && value < min) return `must be at least ${min}.`;
	if (typeof max === 'number' && value > max) return `must be at most ${max}.`;
	return undefined;
}

function isDate(value: unknown): boolean {
	return (
		typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value))
	);
}

function referenceFault(field: FieldSchema, value: unknown, known: Known): string | undefined {
	const allowed = [field.reference_to ?? []].flat();
	// Fields made for a single content type took plain uids once, and still do.
	const uid = isRecord(value) ? value.uid : value;
	const type = isRecord(value) ? value._content_type_uid : allowed[0];
	if (typeof uid !== 'string' || typeof type !== 'string') return 'is not a valid reference.';
	if (!allowed.includes(type)) return `does not accept entries of ${type}.`;
	return known.entry(uid, type) ? undefined : 'refers to an entry that does not exist.';
}

function jsonFault(field: FieldSchema, value: unknown): string | undefined {
	if (field.field_metadata?.allow_json_rte !== true) return undefined;
	if (!isRecord(value) || value.type !== 'doc' || !Array.isArray(value.children))
		return 'is not a valid JSON RTE document.';
	const uids = elementUids(value);
	return new Set(uids).size === uids.length ? undefined : 'Duplicate UID';
}

function elementUids(node: unknown): unknown[] {
	if (!isRecord(node)) return [];
	const inner = Array.isArray(node.children) ? node.children.flatMap(elementUids) : [];
	return typeof node.uid === 'string' ? [node.uid, ...inner] : inner;
}
