import { readAsset } from '../../media/asset';
import { selectVersion } from '../../media/selectVersion';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { versionFacts } from './versionFacts';

/** The newest version whose own review says APPROVED. Where there is none, the status is that of the latest version. */
export const execute: ItemOperation = async function (iconik, index) {
	const asset = await readAsset(iconik, assetIdOf.call(this, index));
	const { version, approval } = await selectVersion(iconik, asset, { kind: 'latestApproved' });
	if (version) return { found: true, ...versionFacts(asset, version), approval_status: approval };
	return { found: false, asset_id: asset.id, version_id: null, approval_status: approval };
};
