import { isRecord } from './compounds';

/** An iconik asset at one version, as an entry names it. */
export interface PickedAsset {
	assetId: string;
	versionId: string | null;
	versionNumber: number | null;
}

/**
 * The assets in what a picker stored: an object, a list of them, or either wrapped in further objects.
 * @param isMarked whether the field is known to hold iconik media; else only what tells so itself counts, since other media systems
 * store objects with an `id`, too
 */
export function pickedAssets(value: unknown, isMarked: boolean): PickedAsset[] {
	return [value].flat().flatMap((item: unknown) => {
		if (typeof item !== 'string') return picked(item, isMarked);
		return isMarked && item.trim() !== '' ? [plain(item.trim())] : [];
	});
}

function picked(value: unknown, isMarked: boolean): PickedAsset[] {
	if (Array.isArray(value)) return value.flatMap((item) => picked(item, isMarked));
	if (!isRecord(value)) return [];
	const assetId = assetIdOf(value, isMarked);
	if (assetId === undefined)
		return Object.values(value).flatMap((inner) => picked(inner, isMarked));
	const versionId = [value.version_id, value.iconik_version_id].find(isText);
	const versionNumber = [value.version_number, value.iconik_version_number].find(
		(number) => typeof number === 'number',
	);
	return [{ assetId, versionId: versionId ?? null, versionNumber: versionNumber ?? null }];
}

function assetIdOf(value: Record<string, unknown>, isMarked: boolean): string | undefined {
	const own = [value.iconik_asset_id, value.iconik_id].find(isText);
	if (own !== undefined) return own;
	const id = [value.asset_id, value.id].find(isText);
	return id !== undefined && (isMarked || isIconikPage(value.platformUrl, id)) ? id : undefined;
}

/** iconik's web app shows an asset at `/asset/<id>`. */
function isIconikPage(url: unknown, id: string): boolean {
	if (typeof url !== 'string') return false;
	return url.includes(`/asset/${id}`) || /^https?:\/\/[^/]*iconik\./.test(url);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

function plain(assetId: string): PickedAsset {
	return { assetId, versionId: null, versionNumber: null };
}
