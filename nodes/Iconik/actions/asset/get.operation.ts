import { assetFacts, readAsset } from '../../media/asset';
import { assetIdOf } from '../assetLocator';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

export const description = [simplifyField({ resource: ['asset'], operation: ['get'] })];

export const execute: ItemOperation = async function (iconik, index) {
	const asset = await readAsset(iconik, assetIdOf.call(this, index));
	return this.getNodeParameter('simplify', index) === false ? asset : assetFacts(asset);
};
