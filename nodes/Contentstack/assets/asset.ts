import { type LivePlace } from '../entries/entry';
import { chunks } from '../entries/find';
import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';
import { keyTag } from './assetFile';

/** What is read of an asset. */
export interface Asset {
	uid: string;
	url: string;
	filename: string;
	tags?: string[];
	_version: number;
	created_at?: string;
	publish_details?: LivePlace[];
}

/**
 * The assets that carry these keys, oldest first, found with as few queries as fit into an address. More than one for a key come from
 * runs that made it at the same time, as no field of an asset is unique.
 */
export async function findAssets(stack: Stack, keys: string[]): Promise<Map<string, Asset[]>> {
	const tags = new Map(keys.map((key) => [keyTag(key), key]));
	const pages = await Promise.all(
		chunks([...tags.keys()]).map(
			async (chunk) =>
				await readList<Asset>(stack, '/assets', 'assets', {
					query: JSON.stringify({ tags: { $in: chunk } }),
					include_publish_details: true,
				}),
		),
	);
	const found = new Map<string, Asset[]>();
	for (const asset of pages.flat().sort(byAge)) {
		for (const tag of asset.tags ?? []) {
			const key = tags.get(tag);
			if (key !== undefined) found.set(key, [...(found.get(key) ?? []), asset]);
		}
	}
	return found;
}

function byAge(a: Asset, b: Asset): number {
	const [ageA, ageB] = [`${a.created_at} ${a.uid}`, `${b.created_at} ${b.uid}`];
	return ageA < ageB ? -1 : ageA > ageB ? 1 : 0;
}
