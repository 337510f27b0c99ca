import type { IDataObject } from 'n8n-workflow';
import type { Call, IconikClient } from './client';

/** iconik's lists: the objects of one page, and how many pages there are where it counts them. */
export interface Listed<T> {
	objects?: T[] | null;
	pages?: number;
	total?: number;
}

/** The page times its size may not pass 10,000; deeper lists need `search_after`. */
const DEEPEST_PAGED = 10_000;
const MOST_PAGES = 1000;

/**
 * A list that is paged by number. Pages are asked for by number and not by `next_url`, which lacks the host and already holds
 * the parameters. Ends at the last page, at `limit`, or where iconik's index ends.
 */
export async function* byPage<T>(
	iconik: IconikClient,
	call: Call,
	{ perPage, limit = DEEPEST_PAGED }: { perPage: number; limit?: number },
): AsyncGenerator<T> {
	let given = 0;
	for (let page = 1; page * perPage <= DEEPEST_PAGED; page++) {
		const query = { ...call.query, page, per_page: perPage };
		const { objects, pages } = (await iconik.find<Listed<T>>({ ...call, query })) ?? {};
		for (const object of objects ?? []) {
			yield object;
			if (++given >= limit) return;
		}
		const isLast = pages === undefined ? (objects ?? []).length < perPage : page >= pages;
		if (isLast || !objects?.length) return;
	}
}

/** A list that goes on from the ID of the last object received. Stops where an answer brings nothing new. */
export async function* byLastId<T extends { id: string }>(
	iconik: IconikClient,
	call: Call,
	{ perPage, limit = Infinity }: { perPage: number; limit?: number },
): AsyncGenerator<T> {
	const seen = new Set<string>();
	let lastId: string | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const query: IDataObject = { ...call.query, per_page: perPage };
		if (lastId !== undefined) query.last_id = lastId;
		const objects = (await iconik.find<Listed<T>>({ ...call, query }))?.objects ?? [];
		const fresh = objects.filter(({ id }) => !seen.has(id));
		for (const object of fresh) {
			seen.add(object.id);
			yield object;
			if (seen.size >= limit) return;
		}
		if (fresh.length === 0 || objects.length < perPage) return;
		lastId = objects.at(-1)?.id;
	}
}

/**
 * A list whose first page is asked for without any parameters, because iconik's specification allows none. The link to the next
 * page, which is a path without a host, is followed.
 */
export async function* byNextUrl<T>(iconik: IconikClient, call: Call): AsyncGenerator<T> {
	let query: IDataObject | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const listed = await iconik.find<Listed<T> & { next_url?: string | null }>({ ...call, query });
		yield* listed?.objects ?? [];
		if (!listed?.next_url || !listed.objects?.length) return;
		query = Object.fromEntries(new URL(listed.next_url, iconik.origin).searchParams);
	}
}

/** A search of any depth: goes on from the sort values of the last hit. The body must sort with a unique tie-break. */
export async function* bySearchAfter<T extends { _sort?: unknown[] }>(
	iconik: IconikClient,
	call: Call,
	{ perPage, limit = Infinity }: { perPage: number; limit?: number },
): AsyncGenerator<T> {
	let given = 0;
	let after: unknown[] | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const query = { ...call.query, per_page: perPage };
		const body = { ...call.body, ...(after && { search_after: after as IDataObject[] }) };
		const objects = (await iconik.request<Listed<T>>({ ...call, query, body })).objects ?? [];
		for (const object of objects) {
			yield object;
			if (++given >= limit) return;
		}
		after = objects.at(-1)?._sort;
		if (objects.length < perPage || after === undefined) return;
	}
}

/** Everything that a list gives. */
export async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
	const all: T[] = [];
	for await (const object of list) all.push(object);
	return all;
}
