import type { INodeProperties } from 'n8n-workflow';
import { contentItemFields, itemVersionField } from '../contentItemFields';
import type { Operation } from '../operation';
import { bulkTargetFields } from './bulkFields';
import { publishTogether } from './bulkPublishing';

const show = { resource: ['bulkOperation'], operation: ['publish'] };

export const description: INodeProperties[] = [
	...contentItemFields('bulkOperation', ['publish']),
	itemVersionField('bulkOperation', ['publish']),
	...bulkTargetFields(show),
];

/** Queues the entries and assets of all items for going live, several with a call. */
export const execute: Operation = async function (stack, itemCount) {
	return await publishTogether(this, stack, itemCount, 'publish');
};
