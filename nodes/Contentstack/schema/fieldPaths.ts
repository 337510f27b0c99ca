import { isRecord, parsedJson } from './compounds';
import { type Field, isList, kindOf } from './contentType';
import type { Misfit } from './prepare';

/**
 * Values named by a path, like `usage_rights.status`, put into the groups that they belong to. What the groups themselves say of the
 * same field is replaced. A path can name a field in groups only: an item of a list has no name.
 */
export function withPathsResolved(
	fields: Field[],
	raw: Record<string, unknown>,
): { values: Record<string, unknown>; misfits: Misfit[] } {
	const isPath = (key: string) => key.includes('.') && !fields.some(({ uid }) => uid === key);
	const entries = Object.entries(raw).filter(([, value]) => value !== undefined);
	const values = Object.fromEntries(entries.filter(([key]) => !isPath(key)));
	const misfits: Misfit[] = [];
	for (const [path, value] of entries.filter(([key]) => isPath(key))) {
		const reason = put(fields, values, path.split('.'), value);
		if (reason !== undefined) misfits.push({ field: path, reason });
	}
	return { values, misfits };
}

function put(
	fields: Field[],
	target: Record<string, unknown>,
	[uid = '', ...rest]: string[],
	value: unknown,
): string | undefined {
	const field = fields.find((candidate) => candidate.uid === uid);
	if (!field) return `does not exist: there is no field "${uid}"`;
	if (rest.length === 0) {
		target[uid] = value;
		return undefined;
	}
	if (isList(field) || kindOf(field) === 'blocks')
		return `cannot be reached by a path, because ${field.display_name} is a list: give the whole list`;
	if (kindOf(field) !== 'group') return `does not exist: ${field.display_name} holds no fields`;
	const present = parsedJson(target[uid] ?? {});
	const group = isRecord(present) ? { ...present } : {};
	target[uid] = group;
	return put(field.schema ?? [], group, rest, value);
}
