import type { IDataObject } from 'n8n-workflow';
import { asList } from '../media/metadataValues';
import { readDocuments } from '../media/searchDocuments';
import type { IconikClient } from '../transport/client';
import type { SearchDocument } from '../types';

/** What the assets of an event must be like. What is empty filters nothing. */
export interface Filters {
	mediaTypes?: string[];
	collectionIds?: string[];
	metadataField?: string;
	metadataValue?: string;
}

const FIELDS = ['media_type', 'in_collections', 'ancestor_collections', 'metadata'];

/** The sender waits for its answer, so the look at the assets is short and not repeated. */
const HASTE = { tries: 1, timeoutMs: 8000 };

/**
 * The items whose assets pass the filters, with one search for all of them. Where iconik cannot be asked, or its index does
 * not know the asset yet, the item passes: an event too many does no harm, one lost does.
 */
export async function passing(
	iconik: IconikClient,
	items: IDataObject[],
	filters: Filters,
): Promise<IDataObject[]> {
	if (!isFiltering(filters)) return items;
	const ids = items.flatMap(({ asset_id }) => (typeof asset_id === 'string' ? [asset_id] : []));
	if (ids.length === 0) return items;
	const documents = await readDocuments(iconik, ids, FIELDS, HASTE).catch(
		() => new Map<string, SearchDocument>(),
	);
	return items.filter(({ asset_id }) => {
		const document = documents.get(String(asset_id));
		return !document || isWanted(document, filters);
	});
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
