import { remove } from '../../transport/remove';
import { located } from '../entry/locators';
import type { ItemOperation } from '../operation';
import { extensionPath } from './extensionView';

/** Deletes an extension. Fields that use it keep their values. */
export const execute: ItemOperation = async function (stack, index) {
	await remove(stack, extensionPath(located(this, 'extension', index)));
	return { deleted: true };
};
