import { batches, sideBySide } from '../../../lib/batches';
import type { IconikClient } from '../transport/client';
import { byPage, bySearchAfter, collect } from '../transport/paging';
import { LAST_CHANGED_FIRST, oneOf } from '../transport/searchTerms';
import { collectionPath, COLLECTIONS, type WireCollection } from './collection';
import { recall } from './madeAssets';

const PER_SEARCH = 100;
const PER_LIST = 500;
const WIDTH = 10;

/** The name under which a collection made here is remembered. */
export const memoryKey = (iconik: IconikClient, externalId: string) =>
	[iconik.origin, iconik.appId, 'collection', externalId].join('\n');

/**
 * The collections with these external IDs, as they are now. Those made here a moment ago are known by memory, the others by iconik's
 * search, which lags; each is then read by its ID, which does not. Of several with one external ID the oldest counts, for everyone.
 */
export async function findByExternalIds(
	iconik: IconikClient,
	externalIds: readonly string[],
): Promise<Map<string, WireCollection>> {
	const remembered = externalIds.flatMap((id) => recall(memoryKey(iconik, id)) ?? []);
	const found = await readAll(iconik, remembered);
	const others = externalIds.filter((id) => !found.has(id));
	const hits = await searchFor(iconik, others);
	for (const [id, one] of await readAll(
		iconik,
		hits.map(({ id }) => id),
	))
		found.set(id, one);
	return found;
}

/** What the search knows of collections with these external IDs. */
export async function searchFor(
	iconik: IconikClient,
	externalIds: readonly string[],
): Promise<WireCollection[]> {
	const lists = batches(externalIds, PER_SEARCH).map(
		async (some) =>
			await collect(
				bySearchAfter<WireCollection & { _sort?: unknown[] }>(
					iconik,
					{
						method: 'POST',
						path: '/API/search/v1/search/',
						query: { save_search_history: false, generate_signed_url: false },
						body: {
							doc_types: ['collections'],
							filter: { operator: 'AND', terms: [oneOf('external_id', some)] },
							sort: LAST_CHANGED_FIRST,
							include_fields: ['id', 'external_id', 'date_created', 'status'],
						},
						repeatable: true,
					},
					{ perPage: PER_LIST },
				),
			),
	);
	return (await Promise.all(lists)).flat();
}

/**
 * Looks again in another way, before something is made: in the contents of the parent by external ID, or among the collections at the
 * top. iconik's documentation does not say that its search knows external IDs; these lists show them.
 */
export async function findInParent(
	iconik: IconikClient,
	parentId: string | undefined,
	externalIds: readonly string[],
): Promise<Map<string, WireCollection>> {
	if (parentId === undefined) {
		const call = { path: COLLECTIONS, query: { is_root: true, status: 'ACTIVE' } } as const;
		const roots = await collect(byPage<WireCollection>(iconik, call, { perPage: PER_LIST }));
		const wanted = roots.filter(({ external_id }) => externalIds.includes(external_id ?? ''));
		return await readAll(
			iconik,
			wanted.map(({ id }) => id),
		);
	}
	const path = `${collectionPath(parentId)}contents/` as const;
	const lists = await sideBySide(externalIds, WIDTH, async (external_id) => {
		const query = { object_types: 'collections', external_id };
		return await collect(byPage<WireCollection>(iconik, { path, query }, { perPage: 10 }));
	});
	const ids = lists.flatMap((list) => (list.ok ? list.value.map(({ id }) => id) : []));
	const failed = lists.find((list) => !list.ok);
	if (failed && !failed.ok) return await Promise.reject(failed.error);
	return await readAll(iconik, ids);
}

/** The collections with these IDs that are not deleted, by external ID. */
async function readAll(
	iconik: IconikClient,
	ids: readonly string[],
): Promise<Map<string, WireCollection>> {
	const outcomes = await sideBySide(
		[...new Set(ids)],
		WIDTH,
		async (id) => await iconik.find<WireCollection>({ path: collectionPath(id) }),
	);
	const found: WireCollection[] = [];
	for (const outcome of outcomes) {
		if (!outcome.ok) return await Promise.reject(outcome.error);
		if (outcome.value && outcome.value.status !== 'DELETED') found.push(outcome.value);
	}
	// The last one put in counts, so the oldest goes last.
	const byAge = found.sort(olderFirst).reverse();
	return new Map(byAge.flatMap((one) => (one.external_id ? [[one.external_id, one]] : [])));
}

/** By the date on which they were made, then by ID: all who look choose the same. */
export function olderFirst(a: WireCollection, b: WireCollection): number {
	const date = ({ date_created }: WireCollection) => date_created ?? '';
	return date(a).localeCompare(date(b)) || a.id.localeCompare(b.id);
}
