import type { IDataObject } from 'n8n-workflow';
import type { Call, Stack } from './stack';

/** The service gives 100 at most and stops there silently. */
export const PAGE_SIZE = 100;
const MOST_PAGES = 1000;

/**
 * Gives a list page by page until `limit` records or the end are reached. A page that repeats the one before ends it, so that a
 * service that ignores `skip` is not asked for ever.
 * @param key the property of the answer that holds the list
 */
export async function* pagesOf<T>(
	stack: Pick<Stack, 'request'>,
	address: string | Pick<Call, 'path' | 'apiVersion'>,
	key: string,
	qs: IDataObject = {},
	limit = Infinity,
): AsyncGenerator<T[]> {
	let count = 0;
	let before = '';
	for (let page = 0; page < MOST_PAGES && count < limit; page++) {
		const size = Math.min(PAGE_SIZE, limit - count);
		const body = await stack.request<Record<string, T[] | undefined>>({
			method: 'GET',
			...(typeof address === 'string' ? { path: address } : address),
			qs: { ...qs, limit: size, skip: count },
		});
		const records = body[key] ?? [];
		const shape = JSON.stringify(records);
		if (records.length === 0 || shape === before) return;
		yield records;
		before = shape;
		count += records.length;
		if (records.length < size) return;
	}
}

/** The same as one list. */
export async function readList<T>(
	stack: Pick<Stack, 'request'>,
	address: string | Pick<Call, 'path' | 'apiVersion'>,
	key: string,
	qs: IDataObject = {},
	limit = Infinity,
): Promise<T[]> {
	const found: T[] = [];
	for await (const page of pagesOf<T>(stack, address, key, qs, limit)) found.push(...page);
	return found;
}
