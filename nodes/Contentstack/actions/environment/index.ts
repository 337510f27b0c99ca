import type { INodeProperties } from 'n8n-workflow';
import * as getAll from './getAll.operation';

export { getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['environment'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the environments that entries can be published to',
				action: 'Get many environments',
			},
		],
		default: 'getAll',
	},
	...getAll.description,
];
