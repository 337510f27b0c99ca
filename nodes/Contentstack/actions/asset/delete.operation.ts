import { assetPath } from '../../assets/assetView';
import { remove } from '../../transport/remove';
import { located } from '../entry/locators';
import type { ItemOperation } from '../operation';

/** Deletes an asset with all its versions. */
export const execute: ItemOperation = async function (stack, index) {
	await remove(stack, assetPath(located(this, 'asset', index)));
	return { deleted: true };
};
