import type { INodeProperties } from 'n8n-workflow';
import * as getAll from './getAll.operation';

export { getAll };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['taxonomy'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the taxonomies of the stack',
				action: 'Get many taxonomies',
			},
		],
		default: 'getAll',
	},
	...getAll.description,
];
