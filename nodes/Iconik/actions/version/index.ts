import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import * as create from './create.operation';
import * as getLatestApproved from './getLatestApproved.operation';
import * as getAll from './getAll.operation';
import * as promote from './promote.operation';

export { create, getLatestApproved, getAll, promote };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['version'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create version',
				description:
					'Give an asset a new version: empty, from another asset or from an older version',
			},
			{
				name: 'Get Latest Approved',
				value: 'getLatestApproved',
				action: 'Get latest approved version',
				description: 'Get the newest version whose own review says approved',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many versions',
				description: 'Get the versions of an asset, the newest first',
			},
			{
				name: 'Promote',
				value: 'promote',
				action: 'Promote version',
				description: 'Make an older version the latest one, so that everybody sees it',
			},
		],
		default: 'getAll',
	},
	{ ...assetLocator, displayOptions: { show: { resource: ['version'] } } },
	...create.description,
	...getAll.description,
	...promote.description,
];
