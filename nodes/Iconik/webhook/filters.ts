import type { IDataObject } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import { asList } from '../media/metadataValues';
import { readDocuments } from '../media/searchDocuments';
import type { IconikClient } from '../transport/client';
import type { Listed } from '../transport/paging';
import type { SearchDocument } from '../types';
import { HASTE } from './confirm';

/** What the assets of an event must be like. What is empty filters nothing. */
export interface Filters {
	mediaTypes?: string[];
	collectionIds?: string[];
	metadataField?: string;
	metadataValue?: string;
}

/** Collections that are looked at at one time. */
const WIDTH = 10;

const FIELDS = ['media_type', 'in_collections', 'ancestor_collections', 'metadata'];

/**
 * The items whose assets and collections pass the filters, with one search for all assets. Where iconik cannot be asked, or its index
 * does not know the asset yet, the item passes: an event too many does no harm, one lost does.
 */
export async function passing(
	iconik: IconikClient,
	items: IDataObject[],
	filters: Filters,
): Promise<IDataObject[]> {
	if (!isFiltering(filters)) return items;
	const { collectionIds = [], ...ofAsset } = filters;
	const [documents, places] = await Promise.all([
		documentsOf(iconik, items),
		placesOf(iconik, collectionIds.length > 0 ? items : []),
	]);
	return items.filter(({ asset_id, collection_id }) => {
		const document = documents.get(String(asset_id));
		if (typeof collection_id !== 'string') return !document || isWanted(document, filters);
		const place = places.get(collection_id);
		const isInside = !place || collectionIds.some((id) => place.includes(id));
		return isInside && (!document || isWanted(document, ofAsset));
	});
}

async function documentsOf(
	iconik: IconikClient,
	items: IDataObject[],
): Promise<Map<string, SearchDocument>> {
	const ids = items.flatMap(({ asset_id }) => (typeof asset_id === 'string' ? [asset_id] : []));
	return await readDocuments(iconik, ids, FIELDS, HASTE).catch(() => new Map());
}

/** For each collection of the events: its own ID and those of the collections above it. */
async function placesOf(
	iconik: IconikClient,
	items: IDataObject[],
): Promise<Map<string, string[]>> {
	const ids = items.flatMap(({ collection_id: id }) => (typeof id === 'string' ? [id] : []));
	const unique = [...new Set(ids)];
	const outcomes = await sideBySide(unique, WIDTH, async (id) => {
		const path = `/API/assets/v1/collections/${encodeURIComponent(id)}/ancestors/` as const;
		const above = await iconik.find<Listed<{ id: string }>>({ path, ...HASTE });
		return [id, ...(above?.objects ?? []).map((collection) => collection.id)];
	});
	return new Map(
		outcomes.flatMap((outcome, n) => (outcome.ok ? [[unique[n] ?? '', outcome.value]] : [])),
	);
}

function isFiltering({ mediaTypes, collectionIds, metadataField }: Filters): boolean {
	return !!mediaTypes?.length || !!collectionIds?.length || !!metadataField;
}

/** Whether an asset, as the index knows it, passes all filters. A collection also holds what is in the collections below it. */
export function isWanted(document: SearchDocument, filters: Filters): boolean {
	const { mediaTypes, collectionIds, metadataField, metadataValue } = filters;
	if (mediaTypes?.length && !mediaTypes.includes(document.media_type ?? '')) return false;
	const collections = [
		...(document.in_collections ?? []),
		...(document.ancestor_collections ?? []),
	];
	if (collectionIds?.length && !collectionIds.some((id) => collections.includes(id))) return false;
	if (!metadataField) return true;
	const values = asList(document.metadata?.[metadataField]);
	return metadataValue ? values.includes(metadataValue) : values.length > 0;
}
