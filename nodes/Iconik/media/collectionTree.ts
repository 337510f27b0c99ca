import { sleep } from 'n8n-workflow';
import { changedKeys } from '../../../lib/comparison';
import { sideBySide, type Outcome } from '../../../lib/batches';
import { groupsOf } from '../../../lib/groups';
import type { IconikClient } from '../transport/client';
import { ensure } from '../transport/ensure';
import { collectionPath, COLLECTIONS, type WireCollection } from './collection';
import {
	findByExternalIds,
	findInParent,
	memoryKey,
	olderFirst,
	searchFor,
} from './collectionSearch';
import { remember } from './madeAssets';
import type { OutlineNode } from './outline';

const WIDTH = 10;
/** How long a new collection is waited for in the search, where another process's of the same external ID would show. */
const SETTLE_MS = 8000;
const LOOK_AGAIN_MS = 400;

export interface SavedCollection {
	node: OutlineNode;
	collection: WireCollection;
	outcome: 'created' | 'updated' | 'unchanged';
}

export interface TreeChoices {
	/** Where to put the top of the tree. */
	parentId?: string;
	/** Whether a collection that is elsewhere is moved to its place in the outline. */
	move: boolean;
}

/** Makes what is missing of a tree of collections and puts right what differs, level by level. */
export async function saveTree(
	iconik: IconikClient,
	levels: OutlineNode[][],
	choices: TreeChoices,
): Promise<SavedCollection[]> {
	const saved = new Map<OutlineNode, SavedCollection>();
	const known = await findByExternalIds(
		iconik,
		levels.flat().map(({ externalId }) => externalId),
	);
	const parentOf = ({ parent }: OutlineNode) => (parent ? saved.get(parent) : undefined);
	const parentIdOf = (node: OutlineNode) =>
		node.parent ? parentOf(node)?.collection.id : choices.parentId;
	for (const level of levels) {
		const missing = level.filter(({ externalId }) => !known.has(externalId));
		// A collection that has just been made holds nothing yet.
		const unsure = missing.filter((node) => parentOf(node)?.outcome !== 'created');
		for (const group of groupsOf(unsure, (node) => parentIdOf(node) ?? '')) {
			const parentId = group[0] && parentIdOf(group[0]);
			const ids = group.map(({ externalId }) => externalId);
			for (const [id, one] of await findInParent(iconik, parentId, ids)) known.set(id, one);
		}
		const absent = level.filter(({ externalId }) => !known.has(externalId));
		const made = await all(absent, async (node) => await make(iconik, node, parentIdOf(node)));
		const settled = await settle(iconik, made);
		for (const [n, node] of absent.entries()) {
			const collection = settled[n] as WireCollection;
			const outcome = collection === made[n] ? 'created' : 'unchanged';
			saved.set(node, { node, collection, outcome });
		}
		const present = level.filter((node) => !saved.has(node));
		const updated = await all(present, async (node) => {
			const there = known.get(node.externalId) as WireCollection;
			return await putRight(iconik, node, there, choices.move ? parentIdOf(node) : undefined);
		});
		for (const one of updated) saved.set(one.node, one);
	}
	return levels.flat().map((node) => saved.get(node) as SavedCollection);
}

async function make(
	iconik: IconikClient,
	{ title, externalId, category }: OutlineNode,
	parentId: string | undefined,
): Promise<WireCollection> {
	let tries = 0;
	const made = await ensure(
		// It was looked for already; again only when the call that makes it has broken off.
		async () => (tries++ === 0 ? undefined : (await searchFor(iconik, [externalId]))[0]),
		async () =>
			await iconik.request<WireCollection>({
				method: 'POST',
				path: COLLECTIONS,
				query: parentId ? { apply_collection_acls: true } : {},
				body: {
					title,
					external_id: externalId,
					...(category && { category }),
					...(parentId && { parent_id: parentId }),
				},
			}),
	);
	remember(memoryKey(iconik, externalId), made.id);
	return made;
}

/**
 * Other processes may have made the same at the same moment, which no look beforehand can show. So, once the search knows the new
 * ones, the oldest of each external ID stays and the others, empty still, are deleted: everyone who looks keeps the same one.
 */
async function settle(
	iconik: IconikClient,
	made: readonly WireCollection[],
): Promise<WireCollection[]> {
	if (made.length === 0) return [];
	const ids = made.map(({ external_id }) => external_id ?? '');
	let hits = await searchFor(iconik, ids);
	const isMissing = ({ id }: WireCollection) => !hits.some((hit) => hit.id === id);
	for (const end = Date.now() + SETTLE_MS; made.some(isMissing) && Date.now() < end;) {
		await sleep(LOOK_AGAIN_MS);
		hits = await searchFor(iconik, ids);
	}
	return await all(made, async (own) => {
		const rivals = hits.filter(
			({ id, external_id, status }) =>
				id !== own.id && external_id === own.external_id && status !== 'DELETED',
		);
		const oldest = [own, ...rivals].sort(olderFirst)[0] as WireCollection;
		const there =
			oldest === own
				? undefined
				: await iconik.find<WireCollection>({ path: collectionPath(oldest.id) });
		if (!there || there.status === 'DELETED') return own;
		await iconik.request({ method: 'DELETE', path: collectionPath(own.id) });
		remember(memoryKey(iconik, own.external_id ?? ''), there.id);
		return there;
	});
}

async function putRight(
	iconik: IconikClient,
	node: OutlineNode,
	there: WireCollection,
	parentId: string | undefined,
): Promise<SavedCollection> {
	const wanted = {
		title: node.title,
		...(node.category !== undefined && { category: node.category }),
		...(parentId !== undefined && { parent_id: parentId }),
	};
	const changed = changedKeys(there, wanted);
	if (changed.length === 0) return { node, collection: there, outcome: 'unchanged' };
	const collection = await iconik.request<WireCollection>({
		method: 'PATCH',
		path: collectionPath(there.id),
		query: { change_parent_mode: 'move' },
		body: wanted,
	});
	return { node, collection, outcome: 'updated' };
}

/** All results, or the first failure once all have been tried. */
async function all<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<R[]> {
	const outcomes: Array<Outcome<R>> = await sideBySide(items, WIDTH, task);
	const results: R[] = [];
	for (const outcome of outcomes) {
		if (!outcome.ok) return await Promise.reject(outcome.error);
		results.push(outcome.value);
	}
	return results;
}
