import type { INodeProperties } from 'n8n-workflow';
import * as getAccess from './getAccess.operation';

export { getAccess };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['picker'] } },
		options: [
			{
				name: 'Get Access',
				value: 'getAccess',
				action: 'Get access to the media picker',
				description:
					'Get the address and the key with which a field of the CMS opens the media picker',
			},
		],
		default: 'getAccess',
	},
	...getAccess.description,
];
