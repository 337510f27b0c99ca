import { isRecord } from '../records';
import type { Branch, FieldSchema } from '../state';

const DATA_TYPES = [
	'text',
	'number',
	'boolean',
	'isodate',
	'file',
	'link',
	'reference',
	'json',
	'group',
	'global_field',
	'blocks',
	'taxonomy',
];
const RESERVED = [
	'uid',
	'locale',
	'created_at',
	'created_by',
	'updated_at',
	'updated_by',
	'publish_details',
];
const MAX_FIELDS = 500;

/**
 * The schema of a content type or global field, with what is wrong put into `errors`. A content type needs its title field,
 * which is mandatory whatever was sent; whether it is unique is the sender's choice.
 */
export function checkedSchema(
	sent: unknown,
	needsTitle: boolean,
	branch: Branch,
	errors: Record<string, string[]>,
): FieldSchema[] {
	if (!Array.isArray(sent) || sent.length === 0) {
		errors.schema = ['is required.'];
		return [];
	}
	const fields = sent as FieldSchema[];
	const faults = fieldFaults(fields, branch, '');
	if (needsTitle && !fields.some((field) => isRecord(field) && field.uid === 'title'))
		faults.push('title is required.');
	if (fields.length > MAX_FIELDS) faults.push(`has more than ${MAX_FIELDS} fields.`);
	if (faults.length > 0) errors.schema = faults;
	return fields.map((field) =>
		field.uid === 'title' ? { ...field, mandatory: true, multiple: false } : field,
	);
}

function fieldFaults(fields: readonly FieldSchema[], branch: Branch, prefix: string): string[] {
	const seen = new Set<string>();
	return fields.flatMap((field) => {
		if (!isRecord(field) || typeof field.uid !== 'string') return [`${prefix}field has no uid.`];
		const path = prefix + field.uid;
		if (seen.has(field.uid)) return [`${path} is not unique.`];
		seen.add(field.uid);
		if (RESERVED.includes(field.uid)) return [`${path} is a reserved uid.`];
		if (!/^[a-zA-Z0-9_]+$/.test(field.uid)) return [`${path} is not a valid uid.`];
		if (!DATA_TYPES.includes(field.data_type)) return [`${path} has an unknown data type.`];
		if (field.extension_uid !== undefined && !branch.extensions.has(field.extension_uid))
			return [`${path} has an extension_uid that is not valid.`];
		const blocks = (field.blocks ?? []).flatMap(({ uid, schema }) =>
			fieldFaults(schema ?? [], branch, `${path}.${uid}.`),
		);
		return [...fieldFaults(field.schema ?? [], branch, `${path}.`), ...blocks];
	});
}
