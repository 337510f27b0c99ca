import type { INodeProperties } from 'n8n-workflow';
import { uidLocator } from '../uidLocator';
import * as enable from './enable.operation';
import * as getAll from './getAll.operation';
import * as getFailedDeliveries from './getFailedDeliveries.operation';
import * as retryDelivery from './retryDelivery.operation';

export { enable, getAll, getFailedDeliveries, retryDelivery };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['webhook'] } },
		options: [
			{
				name: 'Enable',
				value: 'enable',
				description: 'Switch a webhook on that is off, by hand or after failures',
				action: 'Enable a webhook',
			},
			{
				name: 'Get Failed Deliveries',
				value: 'getFailedDeliveries',
				description: 'Read the deliveries that were not accepted, with their events',
				action: 'Get failed deliveries of a webhook',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the webhooks of the stack, with whether they are on',
				action: 'Get many webhooks',
			},
			{
				name: 'Retry Delivery',
				value: 'retryDelivery',
				description: 'Have a delivery sent once more',
				action: 'Retry a delivery of a webhook',
			},
		],
		default: 'getAll',
	},
	uidLocator({
		name: 'webhook',
		displayName: 'Webhook',
		show: {
			resource: ['webhook'],
			operation: ['enable', 'getFailedDeliveries', 'retryDelivery'],
		},
		search: 'searchWebhooks',
		placeholder: 'e.g. blt1a2b3c4d5e6f7081',
		url: {
			regex: 'https?://[^/]+/.*webhooks?/([a-zA-Z0-9_]+).*',
			placeholder: 'e.g. https://app.contentstack.com/#!/stack/blt…/settings/webhooks/blt…',
		},
	}),
	...getAll.description,
	...getFailedDeliveries.description,
	...retryDelivery.description,
];
