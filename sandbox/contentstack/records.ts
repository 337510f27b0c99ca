import type { Fields } from './state';

/** Whether a value is a plain object: neither null nor an array. */
export function isRecord(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The array that this is, or the array of this alone. Nothing gives an empty one. */
export function asArray(value: unknown): unknown[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : [value];
}

/** The strings in a value that is a string or a list of strings; anything else is left out. */
export function strings(value: unknown): string[] {
	return asArray(value).filter((item): item is string => typeof item === 'string');
}
