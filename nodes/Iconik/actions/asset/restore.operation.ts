import { assetFacts, assetPath, readAsset } from '../../media/asset';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';

export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	await iconik.request({ method: 'PUT', path: `${assetPath(assetId)}restore/` });
	return assetFacts(await readAsset(iconik, assetId));
};
