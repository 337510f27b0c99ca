import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readList } from '../../transport/paging';
import { located } from '../entry/locators';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { termPath } from './termPath';

export const description: INodeProperties[] = limitFields({
	resource: ['term'],
	operation: ['getAll'],
});

/**
 * Reads the terms of a taxonomy. Depth 0 asks for those under other terms too:
 * https://www.contentstack.com/docs/developers/apis/content-management-api#get-all-terms-of-a-taxonomy
 */
export const execute: ItemOperation = async function (stack, index) {
	const path = termPath(located(this, 'taxonomy', index));
	return await readList<IDataObject>(stack, path, 'terms', { depth: 0 }, limitOf(this, index));
};
