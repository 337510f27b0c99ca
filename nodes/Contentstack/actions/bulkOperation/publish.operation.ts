import type { INodeProperties } from 'n8n-workflow';
import { contentItemFields, itemVersionField } from '../contentItemFields';
import type { Operation } from '../operation';
import { whenDraftFoundField } from '../draftFields';
import { bulkTargetFields } from './bulkFields';
import { publishTogether } from './bulkPublishing';

const show = { resource: ['bulkOperation'], operation: ['publish'] };

export const description: INodeProperties[] = [
	...contentItemFields('bulkOperation', ['publish']),
	itemVersionField('bulkOperation', ['publish']),
	...bulkTargetFields(show),
	{
		...whenDraftFoundField(show),
		description:
			'What to do when versions that other people saved would go live. Report looks at what is live first, 50 entries with a query, and leaves out what is live already too.',
	},
	{
		displayName: 'Only Check',
		name: 'onlyCheck',
		type: 'boolean',
		default: false,
		description:
			'Whether nothing is published: the output says would_publish, already_live, newer_live or draft_found',
		displayOptions: { show: { ...show, whenDraftFound: ['report'] } },
	},
];

/** Queues the entries and assets of all items for going live, several with a call. */
export const execute: Operation = async function (stack, itemCount) {
	return await publishTogether(this, stack, itemCount, 'publish');
};
