import { ApiError } from '../apiError';
import type { Service } from '../service';
import type { Asset, Branch } from '../state';

/** The asset of this uid, or the answer for an absent one. */
export function assetOrRefuse({ stack }: Service, branch: Branch, uid: string): Asset {
	const asset = branch.assets.get(uid);
	if (!asset)
		throw new ApiError(stack.behaviour.notFoundStatus, 145, 'Asset was not found.', {
			uid: ['is not valid.'],
		});
	return asset;
}
