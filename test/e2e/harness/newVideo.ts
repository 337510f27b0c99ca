import { createByHand, type SavedEntry } from '../../../sandbox/client/entries';
import { assets, versionId, type LibraryAsset } from '../../../sandbox/client/library';
import type { Services } from '../../../sandbox/client/services';

const LASTING_RIGHTS = {
	RightsStart: '2020-01-01',
	RightsExpiry: '2099-12-31',
	RightsHolder: 'Halden Outdoor',
};
const INDEX_LAG_MS = 6000;

/**
 * A new video of a test's own, that nothing is against but its missing approval: it has a proxy, a poster, rights, and captions in
 * these languages.
 */
export async function newVideo(
	services: Services,
	title: string,
	languages: string[] = ['en'],
): Promise<LibraryAsset> {
	const { control } = services.iconik;
	const { asset_id } = await control.act<{ asset_id: string }>('create-asset', { title });
	await control.act('update-metadata', { asset_id, values: LASTING_RIGHTS });
	for (const language of languages) await control.act('add-subtitle', { asset_id, language });
	// Media type and duration are known of it only once iconik's search knows them.
	await control.setClock({ advanceMs: INDEX_LAG_MS });
	return await libraryAsset(services, asset_id);
}

/** An asset as it is now. */
export async function libraryAsset(services: Services, id: string): Promise<LibraryAsset> {
	const found = (await assets(services)).find((asset) => asset.id === id);
	if (!found) throw new Error(`The library has no asset ${id}`);
	return found;
}

/** The media entry that an earlier approval of its first version would have left, live in these environments, but without files. */
export async function showAsApproved(
	services: Services,
	asset: LibraryAsset,
	environments: string[],
): Promise<SavedEntry> {
	return await createByHand(
		services,
		'iconik_media',
		{
			title: asset.title,
			iconik_asset_id: asset.id,
			iconik_version_id: versionId(asset, 1),
			iconik_version_number: 1,
			iconik_state: 'ready',
		},
		environments,
	);
}
