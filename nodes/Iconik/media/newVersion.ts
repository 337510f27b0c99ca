import { sleep, type IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import { ensure } from '../transport/ensure';
import type { Asset, AssetVersion } from '../types';
import { assetPath, readAsset } from './asset';
import { inTurn } from './inTurn';
import { allNewestFirst, newestFirst } from './versions';

const PAUSE_MS = 1000;

/** Where the new version comes from: nothing but the asset itself, the media of another asset, or an older version. */
export type VersionSource =
	| { kind: 'empty'; body: IDataObject }
	| { kind: 'asset' | 'version'; id: string; body: IDataObject };

/**
 * Makes a version and tells it by comparing what the asset had before with what it has then: iconik does not name the new one.
 * From other media it is made in the background; `undefined` when it is not there after `waitMs` milliseconds.
 */
export async function makeVersion(
	iconik: IconikClient,
	assetId: string,
	source: VersionSource,
	waitMs: number,
): Promise<AssetVersion | undefined> {
	return await inTurn(`versions ${iconik.origin} ${assetId}`, async () => {
		let before: Set<string> | undefined;
		const fresh = (versions: Asset['versions']) =>
			allNewestFirst(versions).find(({ id }) => !before?.has(id));
		// The first look notes what is there; a later one is for a call that broke off and may have landed.
		const look = async () => {
			const { versions } = await readAsset(iconik, assetId);
			const found = before && fresh(versions);
			before ??= new Set((versions ?? []).map(({ id }) => id));
			return found && { version: found };
		};
		const made = await ensure<{ version: AssetVersion | undefined }>(look, async () => {
			const answer = await iconik.request<{ versions?: AssetVersion[] } | ''>({
				method: 'POST',
				path: sourcePath(assetId, source),
				body: source.body,
			});
			const known = fresh((answer || {}).versions);
			return { version: known ?? (await waitFor(async () => (await look())?.version, waitMs)) };
		});
		return made.version;
	});
}

function sourcePath(assetId: string, source: VersionSource): `/API/${string}/` {
	const path = `${assetPath(assetId)}versions/` as const;
	return source.kind === 'empty'
		? path
		: `${path}from/${source.kind}s/${encodeURIComponent(source.id)}/`;
}

/** Makes an older version the latest one, which iconik does in the background. Gives the asset as it is then. */
export async function promoteVersion(
	iconik: IconikClient,
	assetId: string,
	versionId: string,
	waitMs: number,
): Promise<{ asset: Asset; promoted: boolean }> {
	const asset = await readAsset(iconik, assetId);
	if (newestFirst(asset.versions)[0]?.id === versionId) return { asset, promoted: false };
	const path = `${assetPath(assetId)}versions/${encodeURIComponent(versionId)}/promote/` as const;
	await iconik.request({ method: 'PUT', path });
	let latest = asset;
	await waitFor(async () => {
		latest = await readAsset(iconik, assetId);
		return newestFirst(latest.versions)[0]?.id === versionId ? latest : undefined;
	}, waitMs);
	return { asset: latest, promoted: true };
}

async function waitFor<T>(
	look: () => Promise<T | undefined>,
	waitMs: number,
): Promise<T | undefined> {
	const until = Date.now() + waitMs;
	for (;;) {
		const found = await look();
		if (found !== undefined || Date.now() + PAUSE_MS > until) return found;
		await sleep(PAUSE_MS);
	}
}
