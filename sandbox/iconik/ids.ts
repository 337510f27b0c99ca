import { createHash, randomBytes, randomUUID } from 'crypto';

/** The same name always gives the same id, so that tests can name what the seed holds. */
export function idOf(name: string): string {
	const hex = createHash('sha1').update(`iconik:${name}`).digest('hex');
	const parts = [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`1${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
	];
	return `${parts.join('-')}-${hex.slice(20, 32)}`;
}

export function newId(): string {
	return randomUUID();
}

/** 32 hex digits, as in the `request_id` of webhooks. */
export function newRequestId(): string {
	return randomBytes(16).toString('hex');
}

/** `2021-07-30T15:16:54.406000+00:00`, the form of nearly all dates. */
export function stamp(date: Date): string {
	return `${date.toISOString().slice(0, -1)}000+00:00`;
}

/** `2022-04-29T00:22:10.316000`: custom action payloads leave the offset out. */
export function stampWithoutOffset(date: Date): string {
	return `${date.toISOString().slice(0, -1)}000`;
}
