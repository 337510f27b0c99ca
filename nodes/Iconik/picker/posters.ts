import { pickPoster } from '../media/poster';
import type { SelectedVersion } from '../media/selectVersion';
import type { IconikClient } from '../transport/client';
import { byLastId, collect } from '../transport/paging';
import type { Asset, Keyframe } from '../types';
import type { IndexedAsset } from './item';

/** The picture for the grid, as the index knows it: of the version that would be used, else of the newest. */
export function indexedPoster(document: IndexedAsset, selected: SelectedVersion): string | null {
	const poster = ownPoster(document, document, selected);
	return (poster ?? pickPoster(document, document.keyframes ?? []))?.url ?? null;
}

/**
 * The picture of exactly this version, which may be all that may be seen: the index holds those of the newest one, so they are read
 * from the version itself where it is another.
 */
export async function versionPoster(
	iconik: IconikClient,
	asset: Asset,
	document: IndexedAsset | undefined,
	selected: SelectedVersion,
): Promise<string | null> {
	const versionId = selected.version?.id;
	if (versionId === undefined) return document ? indexedPoster(document, selected) : null;
	const known = document && ownPoster(asset, document, selected);
	if (known) return known.url ?? null;
	const path = `/API/files/v1/assets/${asset.id}/versions/${versionId}/keyframes/` as const;
	const listed = await collect(byLastId<Keyframe>(iconik, { path }, { perPage: 100 }));
	return pickPoster(asset, listed)?.url ?? null;
}

function ownPoster(
	asset: Asset,
	{ keyframes }: IndexedAsset,
	{ version }: SelectedVersion,
): Keyframe | undefined {
	const own = (keyframes ?? []).filter(
		({ version_id }) => !!version_id && version_id === version?.id,
	);
	return pickPoster(asset, own);
}
