import { sideBySide } from '../../../lib/batches';
import { BriefMemory } from '../../../lib/briefMemory';
import type { IconikClient } from '../transport/client';
import type { Listed } from '../transport/paging';
import type { PickerScope } from './scope';

/** Where a collection lies changes rarely, and an asset is asked for its own collections each time. */
const ancestors = new BriefMemory<string[]>(60_000, Date.now, 5000);
const WIDTH = 10;

/** The IDs of the collections above one. */
async function above(iconik: IconikClient, id: string): Promise<string[]> {
	return await ancestors.get(`${iconik.origin} ${iconik.appId} ${id}`, async () => {
		const path = `/API/assets/v1/collections/${encodeURIComponent(id)}/ancestors/` as const;
		const found = await iconik.find<Listed<{ id: string }>>({ path });
		return (found?.objects ?? []).map((collection) => collection.id);
	});
}

/** Whether something that is directly in these collections lies in the scope. */
export async function areInScope(
	iconik: IconikClient,
	scope: PickerScope,
	inCollections: readonly string[],
): Promise<boolean> {
	const { collectionIds, withSubcollections } = scope;
	if (collectionIds.length === 0) return true;
	if (inCollections.some((id) => collectionIds.includes(id))) return true;
	if (!withSubcollections) return false;
	const outcomes = await sideBySide(inCollections, WIDTH, async (id) => await above(iconik, id));
	const failed = outcomes.find((outcome) => !outcome.ok);
	const isInside = outcomes.some(
		(outcome) => outcome.ok && outcome.value.some((id) => collectionIds.includes(id)),
	);
	if (!isInside && failed && !failed.ok) throw failed.error as Error;
	return isInside;
}

/** Whether a collection lies in the scope: it is one of the chosen ones, or below one. */
export async function isCollectionInScope(
	iconik: IconikClient,
	scope: PickerScope,
	id: string,
): Promise<boolean> {
	return await areInScope(iconik, scope, [id]);
}
