import type { IDataObject } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import type { IconikClient } from '../transport/client';
import { byPage, collect } from '../transport/paging';
import { oneOf } from '../transport/searchTerms';
import type { Asset } from '../types';
import { assetPath } from './asset';
import { findAssets } from './assetSearch';
import { asList, flatten } from './metadataValues';
import { readValues } from './metadataWrite';

/** What an asset is known by in another system. iconik keeps neither of the two unique. */
export type AssetKey =
	| { kind: 'externalId'; value: string }
	| { kind: 'metadata'; viewId: string; field: string; value: string };

export interface KeyedAsset {
	asset: Asset & IDataObject;
	/** IDs of further assets with the same key. */
	duplicates: string[];
}

/** Candidates that are looked at; more of them with one key are a mess that no order among them makes better. */
const MOST_CANDIDATES = 20;
const WIDTH = 5;

/**
 * The asset with this key: an active one before a deleted one, then the oldest, so that all who ask get the same. iconik has no read
 * by external ID, so its search is asked, and for an asset of a collection also the contents of that; each hit is then read by ID.
 */
export async function findByKey(
	iconik: IconikClient,
	key: AssetKey,
	collectionId: string,
): Promise<KeyedAsset | undefined> {
	const name = key.kind === 'externalId' ? 'external_id' : `metadata.${key.field}`;
	const hits = await collect(
		findAssets(
			iconik,
			{ terms: [oneOf(name, [key.value])], fields: ['id'] },
			{ limit: MOST_CANDIDATES },
		),
	);
	const ids = new Set(hits.map(({ id }) => id));
	if (ids.size === 0 && collectionId && key.kind === 'externalId')
		for (const id of await inCollection(iconik, collectionId, key.value)) ids.add(id);
	const outcomes = await sideBySide(
		[...ids],
		WIDTH,
		async (id) => await readIfKeyed(iconik, id, key),
	);
	const assets: Array<Asset & IDataObject> = [];
	for (const outcome of outcomes) {
		if (!outcome.ok) return await Promise.reject(outcome.error);
		if (outcome.value) assets.push(outcome.value);
	}
	const [asset, ...others] = assets.sort(byRank);
	return asset && { asset, duplicates: others.map(({ id }) => id) };
}

/** The asset as it is now; nothing when it is gone or does not carry the key: the index may be late or have read the value loosely. */
async function readIfKeyed(
	iconik: IconikClient,
	id: string,
	key: AssetKey,
): Promise<(Asset & IDataObject) | undefined> {
	const asset = await readIfThere(iconik, id);
	if (!asset || key.kind === 'externalId') {
		return asset?.external_id === key.value ? asset : undefined;
	}
	return (await valuesOf(iconik, id, key)).includes(key.value) ? asset : undefined;
}

export async function readIfThere(
	iconik: IconikClient,
	id: string,
): Promise<(Asset & IDataObject) | undefined> {
	return await iconik.find<Asset & IDataObject>({
		path: assetPath(id),
		query: { include_collections: true },
	});
}

/** The values that an asset has in the field of a metadata key. */
export async function valuesOf(
	iconik: IconikClient,
	assetId: string,
	{ viewId, field }: { viewId: string; field: string },
): Promise<string[]> {
	const found = await readValues(iconik, { type: 'assets', id: assetId }, viewId);
	return asList(flatten(found)[field]);
}

async function inCollection(
	iconik: IconikClient,
	collectionId: string,
	externalId: string,
): Promise<string[]> {
	const contents = byPage<{ id: string }>(
		iconik,
		{
			path: `/API/assets/v1/collections/${encodeURIComponent(collectionId)}/contents/`,
			query: { object_types: 'assets', external_id: externalId },
		},
		{ perPage: MOST_CANDIDATES, limit: MOST_CANDIDATES },
	);
	return (await collect(contents)).map(({ id }) => id);
}

function byRank(a: Asset & IDataObject, b: Asset & IDataObject): number {
	const deleted = (asset: Asset) => Number(asset.status === 'DELETED');
	const made = (asset: IDataObject) => String(asset.date_created ?? '');
	return deleted(a) - deleted(b) || made(a).localeCompare(made(b)) || a.id.localeCompare(b.id);
}
