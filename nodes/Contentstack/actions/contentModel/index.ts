import type { INodeProperties } from 'n8n-workflow';
import * as installIconikMedia from './installIconikMedia.operation';

export { installIconikMedia };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['contentModel'] } },
		options: [
			{
				name: 'Install Iconik Media',
				value: 'installIconikMedia',
				description:
					'Create the content type for media from iconik, or add the fields that it lacks',
				action: 'Install iconik media content type',
			},
		],
		default: 'installIconikMedia',
	},
	...installIconikMedia.description,
];
