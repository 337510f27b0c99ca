import type { Services } from './services';

/** What the simulated iconik's state shows of an asset, as far as onlookers use it. */
export interface LibraryAsset {
	id: string;
	title: string;
	type: string;
	status: 'ACTIVE' | 'DELETED';
	media_type?: string;
	is_blocked: boolean;
	/** Of the latest version. */
	approval_status: string;
	external_id: string | null;
	versions: Array<{ id: string; version_number: number }>;
}

/** The whole library, in the seed's order. */
export async function assets({ iconik }: Services): Promise<LibraryAsset[]> {
	return (await iconik.control.state<{ assets: LibraryAsset[] }>()).assets;
}

/**
 * One asset of the demo library by its external id, such as `HO-summit-film`.
 * @throws Error when there is none
 */
export async function assetByExternalId(
	services: Services,
	externalId: string,
): Promise<LibraryAsset> {
	const found = (await assets(services)).find(({ external_id }) => external_id === externalId);
	if (!found) throw new Error(`The library has no asset ${externalId}`);
	return found;
}

/** The id of a version of an asset by its number. @throws Error when it has none */
export function versionId({ title, versions }: LibraryAsset, number: number): string {
	const found = versions.find(({ version_number }) => version_number === number);
	if (!found) throw new Error(`"${title}" has no version ${number}`);
	return found.id;
}

/**
 * Presses a custom action's button on one or several assets, as a person in iconik would.
 * @param title of the custom action
 * @returns the status with which its receiver answered
 */
export async function pressCustomAction(
	{ iconik }: Services,
	title: string,
	...assetIds: string[]
): Promise<number | null> {
	type Actions = { custom_actions: Array<{ id: string; title: string }> };
	const { custom_actions } = await iconik.control.state<Actions>();
	const action = custom_actions.find((candidate) => candidate.title === title);
	if (!action) throw new Error(`Nothing has registered a custom action "${title}" in iconik`);
	const { status } = await iconik.control.act<{ status: number | null }>('fire-custom-action', {
		action_id: action.id,
		asset_ids: assetIds,
	});
	return status;
}
