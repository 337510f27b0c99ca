import { type INodeProperties, NodeOperationError } from 'n8n-workflow';
import { isNotFound } from '../../transport/failure';
import { located } from '../entry/locators';
import type { ItemOperation } from '../operation';
import { webhookPath } from './webhookView';

export const description: INodeProperties[] = [
	{
		displayName: 'Delivery UID',
		name: 'deliveryUid',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.delivery_uid }}',
		description: 'What Get Failed Deliveries gave as delivery_uid',
		displayOptions: { show: { resource: ['webhook'], operation: ['retryDelivery'] } },
	},
];

/**
 * Has a delivery sent once more. The documentation has the delivery in the path, the official SDK has the webhook there and the
 * delivery in the body: the second is tried where the first is not known.
 * https://www.contentstack.com/docs/developers/apis/content-management-api#retry-a-webhook
 */
export const execute: ItemOperation = async function (stack, index) {
	const webhook = located(this, 'webhook', index);
	const delivery = String(this.getNodeParameter('deliveryUid', index, '') ?? '').trim();
	if (delivery === '')
		throw new NodeOperationError(this.getNode(), 'This item has no delivery UID', {
			itemIndex: index,
			description: 'Take delivery_uid from what Get Failed Deliveries gave.',
		});
	const answer = await stack.attempt({ method: 'POST', path: `${webhookPath(delivery)}/retry` });
	if (!answer.ok) {
		if (!isNotFound(answer.failure)) throw stack.errorFor(answer.failure);
		await stack.request({
			method: 'POST',
			path: `${webhookPath(webhook)}/retry`,
			body: { execution_uid: delivery },
		});
	}
	return { result: 'queued', delivery_uid: delivery, webhook_uid: webhook };
};
