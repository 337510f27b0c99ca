import type { IDataObject } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import { assetFacts, assetPath } from '../media/asset';
import { readDocuments } from '../media/searchDocuments';
import type { IconikClient } from '../transport/client';
import type { Asset, SearchDocument } from '../types';
import { HASTE } from './confirm';

/** Reads at one time, for one batch of events. */
const WIDTH = 20;

/**
 * Gives each item its asset as it is now, in `asset`: `null` where there is none, or iconik cannot be asked just now. Kind of media and
 * duration come from the index, which alone knows them, and are `null` until it does.
 */
export async function enrich(iconik: IconikClient, items: IDataObject[]): Promise<IDataObject[]> {
	const ids = items.flatMap(({ asset_id }) => (typeof asset_id === 'string' ? [asset_id] : []));
	const fields = ['media_type', 'duration_milliseconds'];
	const documents = await readDocuments(iconik, ids, fields, HASTE).catch(
		() => new Map<string, SearchDocument>(),
	);
	const found = await sideBySide(items, WIDTH, async ({ asset_id }) => {
		if (typeof asset_id !== 'string') return null;
		const asset = await iconik.find<Asset & IDataObject>({
			path: assetPath(asset_id),
			query: { include_collections: true },
			...HASTE,
		});
		if (!asset) return null;
		const document = documents.get(asset_id);
		return {
			...assetFacts(asset),
			media_type: document?.media_type ?? null,
			duration_ms: document?.duration_milliseconds ?? null,
			url: `${iconik.origin}/asset/${asset_id}`,
		};
	});
	return items.map((item, n) => {
		const outcome = found[n];
		return { ...item, asset: outcome?.ok ? outcome.value : null };
	});
}
