import { releasePath } from '../../releases/release';
import { remove } from '../../transport/remove';
import type { ItemOperation } from '../operation';
import { releaseOf } from './releaseLocator';

/** Deletes a release. What it holds stays. */
export const execute: ItemOperation = async function (stack, index) {
	await remove(stack, releasePath(await releaseOf(this, stack, index)));
	return { deleted: true };
};
