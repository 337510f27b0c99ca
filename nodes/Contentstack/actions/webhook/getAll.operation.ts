import type { INodeProperties } from 'n8n-workflow';
import { readList } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { type ListedWebhook, simplifiedWebhook, webhookPath } from './webhookView';

const show = { resource: ['webhook'], operation: ['getAll'] };

export const description: INodeProperties[] = [...limitFields(show), simplifyField(show)];

/** Reads the webhooks of the stack, with whether they are on. */
export const execute: ItemOperation = async function (stack, index) {
	const limit = limitOf(this, index);
	const webhooks = await readList<ListedWebhook>(stack, webhookPath(), 'webhooks', {}, limit);
	return this.getNodeParameter('simplify', index, true)
		? webhooks.map(simplifiedWebhook)
		: webhooks;
};
