import type { INodeProperties } from 'n8n-workflow';
import * as getAll from './getAll.operation';

export { getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['contentType'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the content types of the stack with their fields',
				action: 'Get many content types',
			},
		],
		default: 'getAll',
	},
	...getAll.description,
];
