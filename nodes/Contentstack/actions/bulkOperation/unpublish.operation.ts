import type { INodeProperties } from 'n8n-workflow';
import { contentItemFields } from '../contentItemFields';
import type { Operation } from '../operation';
import { bulkTargetFields } from './bulkFields';
import { publishTogether } from './bulkPublishing';

const show = { resource: ['bulkOperation'], operation: ['unpublish'] };

export const description: INodeProperties[] = [
	...contentItemFields('bulkOperation', ['unpublish']),
	...bulkTargetFields(show),
];

/** Queues the entries and assets of all items for being taken down, several with a call. */
export const execute: Operation = async function (stack, itemCount) {
	return await publishTogether(this, stack, itemCount, 'unpublish');
};
