import type { INodeProperties } from 'n8n-workflow';
import * as send from './send.operation';

export { send };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['notification'] } },
		options: [
			{
				name: 'Send',
				value: 'send',
				action: 'Send notification',
				description:
					'Send a message to people: under the bell of iconik, and by mail as each of them has set it',
			},
		],
		default: 'send',
	},
	...send.description,
];
