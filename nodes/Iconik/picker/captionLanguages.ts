import { BriefMemory } from '../../../lib/briefMemory';
import { listSubtitles } from '../media/captions';
import { newestFirst } from '../media/versions';
import type { IconikClient } from '../transport/client';
import type { IndexedAsset } from './item';

/** iconik's search knows nothing of subtitles and each asset costs a call, so what was read once is kept for a while. */
const languages = new BriefMemory<string[]>(10 * 60_000, Date.now, 10_000);

const keyOf = (iconik: IconikClient, { id, versions }: IndexedAsset) =>
	`${iconik.origin} ${iconik.appId} ${id} ${newestFirst(versions)[0]?.id ?? ''}`;

/** The languages in which the newest version has subtitles, each once. */
export async function captionsOf(iconik: IconikClient, asset: IndexedAsset): Promise<string[]> {
	return await languages.get(keyOf(iconik, asset), async () => {
		const version = newestFirst(asset.versions)[0];
		if (!version) return [];
		const source = { assetId: asset.id, versionId: version.id, isLatest: true };
		const found = await listSubtitles(iconik, source);
		return [...new Set(found.map(({ language }) => language))].sort();
	});
}

/** The same when it is known without a call, else `null`. */
export async function captionsKnown(
	iconik: IconikClient,
	asset: IndexedAsset,
): Promise<string[] | null> {
	return (await languages.recent(keyOf(iconik, asset))?.catch(() => null)) ?? null;
}

/** Whether one of the wanted languages is among them; `de` wants `de-AT`, too. */
export function hasCaptions(found: readonly string[], wanted: readonly string[]): boolean {
	const all = found.map((language) => language.toLowerCase());
	return wanted
		.map((language) => language.toLowerCase())
		.some((code) => all.some((language) => language === code || language.startsWith(`${code}-`)));
}
