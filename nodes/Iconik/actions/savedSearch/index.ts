import type { INodeProperties } from 'n8n-workflow';
import * as getMany from './getMany.operation';
import * as run from './run.operation';

export { getMany, run };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['savedSearch'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many saved searches',
				description: 'Get the searches that were saved in iconik',
			},
			{
				name: 'Run',
				value: 'run',
				action: 'Run saved search',
				description: 'Get what a saved search finds now',
			},
		],
		default: 'run',
	},
	...run.description,
	...getMany.description,
];
