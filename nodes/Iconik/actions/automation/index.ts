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
		displayOptions: { show: { resource: ['automation'] } },
		options: [
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete automation',
				description: 'Delete an automation for good',
			},
			{
				name: 'Enable',
				value: 'enable',
				action: 'Enable automation',
				description: 'Switch an automation on again',
			},
			{
				name: 'Get Health',
				value: 'getHealth',
				action: 'Get health of automations',
				description:
					'Get whether automations are switched on and the custom action that they fire works',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many automations',
				description: 'Get the rules that iconik carries out by itself, without their secrets',
			},
		],
		default: 'getAll',
	},
	...remove.description,
	...enable.description,
	...getHealth.description,
	...getAll.description,
];
