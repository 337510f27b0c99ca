import { batches } from '../../../lib/batches';
import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';
import { type Entry, entryPath } from './entry';

const MOST_VALUES = 50;
/** The service refuses addresses above 8 KB; the rest of the address needs its room too. */
const LONGEST_QUERY = 5000;

/** A field and the values whose entries are wanted. */
export interface Search {
	contentTypeUid: string;
	field: string;
	values: Array<string | number>;
	/** Empty for the master language. */
	locale: string;
	/** The most values that one query looks for, 50 when absent. */
	mostValues?: number;
}

/**
 * The entries that have one of the values in the field, by value (as text), found with as few queries as fit into an address.
 * What has no version in the locale of its own is found all the same, as the entry that it falls back to.
 */
export async function findEntries(stack: Stack, search: Search): Promise<Map<string, Entry[]>> {
	const found = await findIn(stack, search);
	if (search.locale === '') return found;
	const missing = search.values.filter((value) => !found.has(String(value)));
	if (missing.length === 0) return found;
	const inMaster = await findIn(stack, { ...search, values: missing, locale: '' });
	return new Map([...found, ...inMaster]);
}

async function findIn(stack: Stack, search: Search): Promise<Map<string, Entry[]>> {
	const { contentTypeUid, field, locale } = search;
	const values = [...new Set(search.values)];
	const pages = await Promise.all(
		chunks(values, search.mostValues).map(
			async (chunk) =>
				await readList<Entry>(stack, entryPath(contentTypeUid), 'entries', {
					query: JSON.stringify({ [field]: chunk.length === 1 ? chunk[0] : { $in: chunk } }),
					include_publish_details: true,
					...(locale && { locale, include_fallback: true }),
				}),
		),
	);
	const found = new Map<string, Entry[]>();
	for (const entry of pages.flat()) {
		for (const value of [entry[field]].flat()) {
			const key = String(value);
			const known = found.get(key) ?? [];
			if (!known.some(({ uid }) => uid === entry.uid)) found.set(key, [...known, entry]);
		}
	}
	return found;
}

/** Pieces of so many values at most, whose query stays short enough once it is encoded. */
export function chunks(
	values: Array<string | number>,
	mostValues = MOST_VALUES,
): Array<Array<string | number>> {
	return batches(values, mostValues).flatMap((chunk) => {
		const length = encodeURIComponent(JSON.stringify(chunk)).length;
		const pieces = Math.ceil(length / LONGEST_QUERY);
		return pieces > 1 ? batches(chunk, Math.ceil(chunk.length / pieces)) : [chunk];
	});
}
