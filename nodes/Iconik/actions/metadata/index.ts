import type { INodeProperties } from 'n8n-workflow';
import * as getViews from './getViews.operation';

export { getViews };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['metadata'] } },
		options: [
			{
				name: 'Get Views',
				value: 'getViews',
				action: 'Get metadata views',
				description: 'Get all metadata views with their fields',
			},
		],
		default: 'getViews',
	},
];
