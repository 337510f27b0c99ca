import type { CollectionChoice, CollectionsAnswer } from '../../../lib/pickerProtocol';
import { sideBySide } from '../../../lib/batches';
import { BriefMemory } from '../../../lib/briefMemory';
import type { Listed } from '../transport/paging';
import { oneOf } from '../transport/searchTerms';
import { isCollectionInScope } from './places';
import { outOfScope } from './refusal';
import type { Serving } from './serving';

/** Trees change rarely, and every page asks for their roots. */
const kept = new BriefMemory<CollectionsAnswer>(60_000, Date.now, 1000);
const MOST = 200;
const WIDTH = 10;

interface Collection {
	id: string;
	title?: string | null;
	status?: string | null;
	in_collections?: string[] | null;
}

/** The children of a collection; the chosen collections when none is named, or those at the top of the library. */
export async function collections(
	serving: Serving,
	parent: string | undefined,
): Promise<CollectionsAnswer> {
	const { iconik, setUp } = serving;
	const { scope } = setUp;
	if (parent !== undefined) {
		const isReachable =
			(await isCollectionInScope(iconik, scope, parent)) &&
			(scope.withSubcollections || scope.collectionIds.length === 0);
		if (!isReachable) {
			serving.miss();
			throw outOfScope();
		}
	}
	const key = JSON.stringify([iconik.origin, iconik.appId, scope, parent]);
	return await kept.get(key, async () => ({
		collections: await choices(
			serving,
			parent === undefined ? await roots(serving) : await children(serving, [parent]),
		),
	}));
}

async function roots(serving: Serving): Promise<Collection[]> {
	const { iconik, setUp } = serving;
	const { collectionIds } = setUp.scope;
	if (collectionIds.length > 0) {
		const outcomes = await sideBySide(collectionIds, WIDTH, async (id) => {
			const path = `/API/assets/v1/collections/${encodeURIComponent(id)}/` as const;
			return await iconik.find<Collection>({ path });
		});
		return outcomes.flatMap((outcome) => {
			if (!outcome.ok) throw outcome.error as Error;
			return outcome.value && outcome.value.status !== 'DELETED' ? [outcome.value] : [];
		});
	}
	const found = await iconik.find<Listed<Collection>>({
		path: '/API/assets/v1/collections/',
		query: { page: 1, per_page: MOST, is_root: true, status: 'ACTIVE', sort: 'title,asc' },
	});
	return found?.objects ?? [];
}

/** The collections that lie directly in one of these, in one search. */
async function children(
	{ iconik }: Serving,
	parents: readonly string[],
	most = MOST,
): Promise<Collection[]> {
	const found = await iconik.request<Listed<Collection>>({
		method: 'POST',
		path: '/API/search/v1/search/',
		query: { page: 1, per_page: most, save_search_history: false, generate_signed_url: false },
		body: {
			doc_types: ['collections'],
			filter: {
				operator: 'AND',
				terms: [oneOf('in_collections', parents), oneOf('status', ['ACTIVE'])],
			},
			include_fields: ['id', 'title', 'in_collections'],
			sort: [
				{ name: 'title', order: 'asc' },
				{ name: 'id', order: 'asc' },
			],
		},
		repeatable: true,
	});
	return found.objects ?? [];
}

/** With whether there is more below, which one search tells for all of them. */
async function choices(
	serving: Serving,
	found: readonly Collection[],
): Promise<CollectionChoice[]> {
	const { withSubcollections, collectionIds } = serving.setUp.scope;
	const isOpen = found.length > 0 && (withSubcollections || collectionIds.length === 0);
	const ids = found.map(({ id }) => id);
	const below = isOpen ? await children(serving, ids, 1000) : [];
	const parents = new Set(below.flatMap(({ in_collections }) => in_collections ?? []));
	return found.map(({ id, title }) => ({
		id,
		title: title || id,
		hasChildren: parents.has(id),
	}));
}
