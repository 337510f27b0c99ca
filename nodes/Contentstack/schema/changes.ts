import { changedKeys, isSame } from '../../../lib/comparison';
import { comparable } from './comparable';
import { isRecord } from './compounds';
import { type ContentType, type Field, kindOf, writableFields } from './contentType';
import { writable } from './writable';

/**
 * The top-level fields of an entry that must be written for it to say what is wanted, with the whole value that each then needs:
 * Contentstack replaces a field that is sent, so what the wanted value leaves out of a group is carried over from the current one.
 * @param wanted prepared values; what it does not name stays untouched, at any depth
 */
export function changesOf(
	contentType: ContentType,
	current: Record<string, unknown>,
	wanted: Record<string, unknown>,
): Record<string, unknown> {
	const fields = writableFields(contentType).filter(({ uid }) => uid in wanted);
	const target = byUid(fields, (field) => completed(field, current[field.uid], wanted[field.uid]));
	const changed = changedKeys(
		byUid(fields, (field) => comparable(field, current[field.uid])),
		byUid(fields, (field) => comparable(field, target[field.uid])),
	);
	return Object.fromEntries(changed.map((uid) => [uid, target[uid]]));
}

function byUid(fields: Field[], value: (field: Field) => unknown): Record<string, unknown> {
	return Object.fromEntries(fields.map((field) => [field.uid, value(field)]));
}

/** The wanted value with everything that it leaves open taken from the current one. */
function completed(field: Field, current: unknown, wanted: unknown): unknown {
	// The service may keep a cleared switch as `false`.
	if (kindOf(field) === 'boolean' && wanted === null && current === false) return current;
	const kind = kindOf(field);
	if (kind !== 'group' && kind !== 'blocks') return wanted;
	if (Array.isArray(wanted))
		return completedList(field, Array.isArray(current) ? current : [], wanted);
	return completedItem(field, current, wanted);
}

/**
 * Items of a list have no key. One that says the same as a current item is that item, wherever it stands now; any other takes the
 * identity (`_metadata.uid`) of the item at its place, unless that one is still wanted elsewhere.
 */
function completedList(field: Field, current: unknown[], wanted: unknown[]): unknown[] {
	const left = new Set(current.keys());
	const matches = wanted.map((item, index) => {
		const match = [index, ...left].find(
			(at) => left.has(at) && isCovered(field, current[at], item),
		);
		if (match !== undefined) left.delete(match);
		return match;
	});
	return wanted.map((item, index) => {
		const match = matches[index];
		if (match !== undefined) return completedItem(field, current[match], item);
		return left.delete(index) ? withIdentity(field, current[index], item) : item;
	});
}

function isCovered(field: Field, current: unknown, wanted: unknown): boolean {
	if (!isRecord(current)) return false;
	return isSame(
		comparable(field, current),
		comparable(field, completedItem(field, current, wanted)),
	);
}

function completedItem(field: Field, current: unknown, wanted: unknown): unknown {
	if (!isRecord(current) || !isRecord(wanted)) return wanted;
	if (isCleared(wanted)) return wanted;
	if (kindOf(field) === 'group') return completedGroup(field.schema ?? [], current, wanted);
	return eachBlock(field, wanted, (schema, name, inner) =>
		isRecord(current[name]) ? completedGroup(schema, current[name], inner) : inner,
	);
}

/** `{}` clears a group. */
function isCleared(wanted: Record<string, unknown>): boolean {
	return Object.keys(wanted).length === 0;
}

function completedGroup(
	schema: Field[],
	current: Record<string, unknown>,
	wanted: Record<string, unknown>,
): Record<string, unknown> {
	const known = schema.filter(({ uid }) => uid in current || uid in wanted);
	const group = byUid(known, (field) =>
		field.uid in wanted
			? completed(field, current[field.uid], wanted[field.uid])
			: writable(field, current[field.uid]),
	);
	return current._metadata === undefined ? group : { ...group, _metadata: current._metadata };
}

function withIdentity(field: Field, current: unknown, wanted: unknown): unknown {
	if (!isRecord(current) || !isRecord(wanted)) return wanted;
	const marked = (from: unknown, inner: Record<string, unknown>) =>
		isRecord(from) && from._metadata !== undefined
			? { ...inner, _metadata: from._metadata }
			: inner;
	if (kindOf(field) === 'group') return marked(current, wanted);
	return eachBlock(field, wanted, (_schema, name, inner) => marked(current[name], inner));
}

function eachBlock(
	field: Field,
	item: Record<string, unknown>,
	change: (schema: Field[], name: string, inner: Record<string, unknown>) => unknown,
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(item).map(([name, inner]) => {
			const schema = field.blocks?.find(({ uid }) => uid === name)?.schema ?? [];
			return [name, isRecord(inner) ? change(schema, name, inner) : inner];
		}),
	);
}
