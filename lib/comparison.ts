import { canonicalJson } from './fingerprint';

/**
 * The top-level keys of `desired` whose value differs from `current`.
 * `null`, an empty string, an empty list, an empty object and an absent key all count as "nothing there", so clearing what is clear
 * already is no change. Keys that only `current` has are not looked at: a sync writes only what its side owns.
 */
export function changedKeys(
	current: Record<string, unknown>,
	desired: Record<string, unknown>,
): string[] {
	return Object.keys(desired).filter(
		(key) => desired[key] !== undefined && !isSame(current[key], desired[key]),
	);
}

/** Whether two values hold the same content, whatever the order of their object keys. */
export function isSame(a: unknown, b: unknown): boolean {
	if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
	return canonicalJson(a) === canonicalJson(b);
}

/** Whether nothing is there: `undefined`, `null`, `""`, `[]` or `{}`. */
export function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (Array.isArray(value)) return value.length === 0;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
