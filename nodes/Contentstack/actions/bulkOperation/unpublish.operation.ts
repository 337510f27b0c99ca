import type { INodeProperties } from 'n8n-workflow';
import { contentItemFields } from '../contentItemFields';
import type { Operation } from '../operation';
import { whenField } from '../publishTargets';
import { sizeField } from './bulkFields';
import { MOST_PUBLISHED, publishTogether } from './bulkPublishing';

const show = { resource: ['bulkOperation'], operation: ['unpublish'] };

export const description: INodeProperties[] = [
	...contentItemFields('bulkOperation', ['unpublish']),
	{
		displayName: 'Environment Names or IDs',
		name: 'environments',
		type: 'multiOptions',
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		typeOptions: { loadOptionsMethod: 'getEnvironments' },
		default: [],
		displayOptions: { show },
	},
	{
		displayName: 'Locale Names or IDs',
		name: 'locales',
		type: 'multiOptions',
		description:
			'Languages to take down, none for the language of the item. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocales' },
		default: [],
		displayOptions: { show },
	},
	{
		displayName: 'Check Workflow Stage',
		name: 'checkWorkflowStage',
		type: 'boolean',
		default: true,
		description:
			'Whether the call is refused as a whole when an entry does not meet a publish rule. Otherwise such entries are left out.',
		displayOptions: { show },
	},
	sizeField(show, MOST_PUBLISHED),
	whenField(show),
];

/** Queues the entries and assets of all items for being taken down, several with a call. */
export const execute: Operation = async function (stack, itemCount) {
	return await publishTogether(this, stack, itemCount, 'unpublish');
};
