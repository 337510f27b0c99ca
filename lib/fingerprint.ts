import { createHash } from 'crypto';

/**
 * JSON with object keys in alphabetical order and absent (`undefined`) keys left out, so that equal content gives equal text.
 * Dates become ISO strings, as in `JSON.stringify`.
 */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) =>
		isRecord(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
			: inner,
	);
}

/**
 * SHA-256 (64 hex digits) over the canonical JSON of what would be written. Equal fingerprint, no write:
 * that is what stops loops, echoes and duplicate work.
 */
export function fingerprint(value: unknown): string {
	return createHash('sha256')
		.update(canonicalJson(value) ?? 'undefined')
		.digest('hex');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
