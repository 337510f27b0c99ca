import { type Field, kindOf } from './contentType';
import type { Report } from './prepare';
import { prepareReferences, prepareTerms } from './pointers';
import { toDocument, withNodeUids } from './richText';
import { named } from './scalars';

type Prepare = (field: Field, value: unknown, report: Report) => unknown;

/**
 * A link, reference, document, group or list of blocks in the form that a write takes; `undefined` for the kinds that are single values.
 * JSON text is taken as what it says.
 */
export function prepareCompound(
	field: Field,
	value: unknown,
	report: Report,
	prepare: Prepare,
): unknown {
	const parsed = parsedJson(value);
	switch (kindOf(field)) {
		case 'link':
			return prepareLink(parsed, report);
		case 'reference':
			return field.extension_uid ? parsed : prepareReferences(field, parsed, report);
		case 'richText':
			return prepareDocument(value, parsed, report);
		case 'json':
			return parsed;
		case 'group':
			return prepareGroup(field.schema ?? [], parsed, report, prepare);
		case 'blocks':
			return prepareBlocks(field, parsed, report, prepare);
		case 'taxonomy':
			return prepareTerms(field, parsed, report);
		default:
			return undefined;
	}
}

/** The value that a JSON text of an object or list stands for; anything else as it is. */
export function parsedJson(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function prepareLink(value: unknown, report: Report): unknown {
	if (value === '') return null;
	if (typeof value === 'string') return { title: value, href: value };
	// Default values of the content type say `url` where entries say `href`.
	const href = isRecord(value) ? (value.href ?? value.url) : undefined;
	if (isRecord(value) && typeof href === 'string') return { title: value.title ?? href, href };
	report(`expects a URL or an object with title and href, got ${named(value)}`);
	return value;
}

function prepareDocument(value: unknown, parsed: unknown, report: Report): unknown {
	if (value === '') return null;
	if (isRecord(parsed) && parsed.type === 'doc') return withNodeUids(parsed);
	if (typeof value === 'string') return toDocument(value);
	report(
		`expects text, HTML or a JSON rich text document (an object of type "doc"), got ${named(value)}`,
	);
	return value;
}

function prepareGroup(schema: Field[], value: unknown, report: Report, prepare: Prepare): unknown {
	if (value === '') return {};
	if (!isRecord(value)) {
		report(`expects an object, got ${named(value)}`);
		return value;
	}
	const prepared: Record<string, unknown> = {};
	for (const [uid, inner] of Object.entries(value)) {
		if (inner === undefined) continue;
		const field = schema.find((candidate) => candidate.uid === uid);
		if (uid === '_metadata') prepared[uid] = inner;
		else if (!field) report('does not exist in this group', uid);
		else
			prepared[uid] = prepare(field, inner, (reason, path) =>
				report(reason, [uid, path].filter(Boolean).join('.')),
			);
	}
	return prepared;
}

function prepareBlocks(field: Field, value: unknown, report: Report, prepare: Prepare): unknown {
	if (value === '') return [];
	const list = Array.isArray(value) ? value : [value];
	return list.map((item: unknown, index) => {
		const at = String(index + 1);
		const [name, ...others] = isRecord(item)
			? Object.keys(item).filter((key) => key !== '_metadata')
			: [];
		const block = field.blocks?.find(({ uid }) => uid === name);
		if (!isRecord(item) || name === undefined || others.length > 0 || !block) {
			const offered = field.blocks?.map(({ uid }) => uid).join(', ') ?? '';
			report(`expects an object with one block of: ${offered}; got ${named(item)}`, at);
			return item;
		}
		// The schema of a global field that a block refers to may not have come along.
		if (!block.schema) return { [name]: item[name] };
		const inner = prepareGroup(
			block.schema,
			item[name],
			(reason, path) => report(reason, [at, name, path].filter(Boolean).join('.')),
			prepare,
		);
		return { [name]: inner };
	});
}
