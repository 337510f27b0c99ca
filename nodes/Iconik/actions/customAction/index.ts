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
		displayOptions: { show: { resource: ['customAction'] } },
		options: [
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete custom action',
				description:
					'Delete a custom action: the button disappears, and automations that fire it fail',
			},
			{
				name: 'Enable',
				value: 'enable',
				action: 'Enable custom action',
				description: 'Switch a custom action on again',
			},
			{
				name: 'Get Health',
				value: 'getHealth',
				action: 'Get health of custom actions',
				description: 'Get whether custom actions are switched on and reach their receiver',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many custom actions',
				description: 'Get the buttons that people find in iconik, without their secrets',
			},
		],
		default: 'getAll',
	},
	...remove.description,
	...enable.description,
	...getHealth.description,
	...getAll.description,
];
