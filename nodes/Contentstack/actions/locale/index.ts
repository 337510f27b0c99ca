import type { INodeProperties } from 'n8n-workflow';
import * as getAll from './getAll.operation';

export { getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['locale'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the languages of the stack',
				action: 'Get many locales',
			},
		],
		default: 'getAll',
	},
	...getAll.description,
];
