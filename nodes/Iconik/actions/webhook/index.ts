import type { INodeProperties } from 'n8n-workflow';
import * as remove from './delete.operation';
import * as enable from './enable.operation';
import * as getHealth from './getHealth.operation';
import * as getAll from './getAll.operation';

export { remove, enable, getHealth, getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['webhook'] } },
		options: [
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete webhook',
				description: 'Delete a webhook: its receiver is told of nothing more',
			},
			{
				name: 'Enable',
				value: 'enable',
				action: 'Enable webhook',
				description: 'Switch a webhook on again that was switched off or fails',
			},
			{
				name: 'Get Health',
				value: 'getHealth',
				action: 'Get health of webhooks',
				description: 'Get whether the calls of webhooks arrive, and since when they fail',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many webhooks',
				description:
					'Get the calls by which iconik tells other programs of events, without their secrets',
			},
		],
		default: 'getAll',
	},
	...remove.description,
	...enable.description,
	...getHealth.description,
	...getAll.description,
];
