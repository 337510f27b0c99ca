import { releasePath } from '../../releases/release';
import { remove } from '../../transport/remove';
import { located } from '../entry/locators';
import type { ItemOperation } from '../operation';

/** Deletes a release. What it holds stays. */
export const execute: ItemOperation = async function (stack, index) {
	await remove(stack, releasePath(located(this, 'release', index)));
	return { deleted: true };
};
