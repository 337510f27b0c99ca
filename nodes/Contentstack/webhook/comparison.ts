import { isEmpty, isSame } from '../../../lib/comparison';
import { isRecord } from '../schema/compounds';

/**
 * Whether one of the fields differs between two versions of an entry.
 * @param fields UIDs, or paths such as `usage_rights.status`
 */
export function hasChanged(
	before: Record<string, unknown>,
	after: Record<string, unknown>,
	fields: readonly string[],
): boolean {
	return fields.some((path) => !isSame(reduced(at(before, path)), reduced(at(after, path))));
}

function at(entry: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), entry);
}

/** Assets and references down to what they point at, without the service's own marks: those change by themselves. */
function reduced(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reduced);
	if (!isRecord(value)) return value;
	if ('uid' in value && ('filename' in value || '_content_type_uid' in value)) return value.uid;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key, inner]) => key !== '_metadata' && !isEmpty(inner))
			.map(([key, inner]) => [key, reduced(inner)]),
	);
}
