import type { IDataObject } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import { PAGE_SIZE } from '../transport/paging';
import type { Stack } from '../transport/stack';
import { type Entry, entryPath } from './entry';

/** Pages on their way at the same time. The rate budget decides how fast they go out. */
const WIDTH = 8;
const MOST_PAGES = 1000;

/** Which entries are wanted, and what is kept of each. */
export interface Listing<T> {
	contentTypeUid: string;
	/** Query, language and what is to be included, as the call takes them. */
	qs: IDataObject;
	limit: number;
	/** What is kept of an entry, so that whole pages need not stay in memory. `undefined` leaves it out. */
	keep: (entry: Entry) => T | undefined;
	/** Whether `keep` leaves entries out: then it cannot be told beforehand how many pages a limit takes. */
	isSifted?: boolean;
}

interface Page<T> {
	kept: T[];
	size: number;
	count?: number;
	/** Nothing in it was new: the service gives the same page again. */
	isRepeated: boolean;
}

/**
 * Reads entries by pages of 100. The first page says how many there are; the others are fetched side by side within the rate budget.
 * An entry that moves to another page meanwhile comes out once.
 */
export async function listEntries<T>(stack: Stack, listing: Listing<T>): Promise<T[]> {
	const { limit, isSifted = false } = listing;
	const seen = new Set<string>();
	const sizeAt = (skip: number) => (isSifted ? PAGE_SIZE : Math.min(PAGE_SIZE, limit - skip));
	const first = await readPage(stack, listing, seen, 0, sizeAt(0));
	const found = first.kept;
	const isEnd = ({ size, isRepeated }: Page<T>, asked: number) => size < asked || isRepeated;
	if (isEnd(first, sizeAt(0)) || found.length >= limit) return found.slice(0, limit);

	if (first.count === undefined || (isSifted && limit !== Infinity)) {
		for (let page = 1; page < MOST_PAGES && found.length < limit; page++) {
			const skip = page * PAGE_SIZE;
			const next = await readPage(stack, listing, seen, skip, sizeAt(skip));
			found.push(...next.kept);
			if (isEnd(next, sizeAt(skip))) break;
		}
		return found.slice(0, limit);
	}

	const pages = Math.min(MOST_PAGES, Math.ceil(Math.min(limit, first.count) / PAGE_SIZE));
	const skips = Array.from({ length: pages - 1 }, (_, page) => (page + 1) * PAGE_SIZE);
	let isOver = false;
	const outcomes = await sideBySide(skips, WIDTH, async (skip) => {
		if (isOver) return [];
		let isRead = false;
		try {
			const { kept, isRepeated } = await readPage(stack, listing, seen, skip, sizeAt(skip));
			isRead = !isRepeated;
			return kept;
		} finally {
			// Nothing more is asked for a list that will not be whole.
			isOver ||= !isRead;
		}
	});
	for (const outcome of outcomes) {
		if (!outcome.ok) throw outcome.error;
		found.push(...outcome.value);
	}
	return found;
}

async function readPage<T>(
	stack: Stack,
	{ contentTypeUid, qs, keep, limit }: Listing<T>,
	seen: Set<string>,
	skip: number,
	size: number,
): Promise<Page<T>> {
	const isCounted = skip === 0 && limit > PAGE_SIZE;
	const { entries = [], count } = await stack.request<{ entries?: Entry[]; count?: number }>({
		method: 'GET',
		path: entryPath(contentTypeUid),
		qs: { ...qs, ...(isCounted && { include_count: true }), limit: size, skip },
	});
	const fresh = entries.filter(({ uid }) => !seen.has(uid));
	for (const { uid } of fresh) seen.add(uid);
	return {
		kept: fresh.map(keep).filter((kept) => kept !== undefined),
		size: entries.length,
		...(typeof count === 'number' && { count }),
		isRepeated: entries.length > 0 && fresh.length === 0,
	};
}
