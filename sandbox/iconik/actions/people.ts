import { z } from 'zod';
import { BadAction, type PersonAction } from '../../kit/controlApi';
import { Refusal } from '../answers';
import { newRequestId } from '../ids';
import type { Asset, Version } from '../model';
import type { Cause, Tenant } from '../tenant';

/** The person who acts: a user's id or e-mail address. Someone of the media team when it is left out. */
export const by = z.string().optional();
export const assetId = z.string();
/** The latest version when it is left out. */
export const versionId = z.string().optional();

/** Types an action by its own input; a refusal of the service becomes the answer of the control API. */
export function action<I>(definition: PersonAction<I>): PersonAction {
	return {
		...definition,
		// The control API hands over only what the action's own schema let through.
		run: async (input) => {
			try {
				return await definition.run(input as I);
			} catch (error) {
				if (error instanceof Refusal) throw new BadAction(error.message);
				throw error;
			}
		},
	};
}

export function causeOf({ store }: Tenant, person?: string): Cause {
	const users = [...store.users.values()];
	const user = person
		? users.find(({ id, email }) => id === person || email === person)
		: (users.find(({ id }) => id !== store.integrationUserId) ?? users[0]);
	if (!user) throw new BadAction(`by: there is no user "${person}"`);
	return { userId: user.id, requestId: newRequestId() };
}

export function theAsset({ store }: Tenant, id: string): Asset {
	const asset = store.assets.get(id);
	if (!asset) throw new BadAction(`asset_id: there is no asset "${id}"`);
	return asset;
}

export function theVersion({ store }: Tenant, asset: Asset, id?: string): Version {
	const version = id ? asset.versions.find((one) => one.id === id) : store.latestVersion(asset);
	if (!version) throw new BadAction(`version_id: the asset has no version "${id ?? 'latest'}"`);
	return version;
}
