import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation';
import * as finish from './finish.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import { jobLocator } from './jobs';
import * as updateProgress from './updateProgress.operation';

export { create, finish, get, getAll, updateProgress };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['job'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create job',
				description: 'Show in iconik that a piece of work has begun',
			},
			{
				name: 'Finish',
				value: 'finish',
				action: 'Finish job',
				description: 'Show that a job is done, or that it failed',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get job',
				description: 'Get the status and progress of one job',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many jobs',
				description: 'Get jobs by status, type or object',
			},
			{
				name: 'Update Progress',
				value: 'updateProgress',
				action: 'Update progress of job',
				description: 'Show how far a job is, unless somebody stopped it in iconik',
			},
		],
		default: 'create',
	},
	jobLocator,
	...create.description,
	...updateProgress.description,
	...finish.description,
	...get.description,
	...getAll.description,
];
