import type { INodeProperties } from 'n8n-workflow';
import * as del from './delete.operation';
import * as getJobStatus from './getJobStatus.operation';
import * as publish from './publish.operation';
import * as unpublish from './unpublish.operation';

export { del, getJobStatus, publish, unpublish };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['bulkOperation'] } },
		options: [
			{
				name: 'Delete',
				value: 'delete',
				description:
					'Delete the entries and assets of all items, several with a call. This cannot be undone here.',
				action: 'Delete in bulk',
			},
			{
				name: 'Get Job Status',
				value: 'getJobStatus',
				description: 'Read how far a bulk job has got, or wait until it is done',
				action: 'Get the status of a bulk job',
			},
			{
				name: 'Publish',
				value: 'publish',
				description: 'Make the entries and assets of all items visible, several with a call',
				action: 'Publish in bulk',
			},
			{
				name: 'Unpublish',
				value: 'unpublish',
				description: 'Take the entries and assets of all items down, several with a call',
				action: 'Unpublish in bulk',
			},
		],
		default: 'publish',
	},
	...del.description,
	...getJobStatus.description,
	...publish.description,
	...unpublish.description,
];
