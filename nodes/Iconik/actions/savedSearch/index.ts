import type { INodeProperties } from 'n8n-workflow';
import * as getAll from './getAll.operation';
import * as run from './run.operation';

export { getAll, run };

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
				value: 'getAll',
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
	...getAll.description,
];
