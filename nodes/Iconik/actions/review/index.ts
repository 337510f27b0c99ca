import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import * as approve from './approve.operation';
import * as cancel from './cancel.operation';
import * as get from './get.operation';
import * as getManyVotes from './getManyVotes.operation';
import * as reject from './reject.operation';
import * as request from './request.operation';

export { approve, cancel, get, getManyVotes, reject, request };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['review'] } },
		options: [
			{
				name: 'Approve',
				value: 'approve',
				action: 'Approve asset',
				description: 'Give an approving vote for the latest version, which may let it go live',
			},
			{
				name: 'Cancel',
				value: 'cancel',
				action: 'Cancel review',
				description: 'Take back the request for a review of the latest version',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get review',
				description: 'Get the state of the review of a version',
			},
			{
				name: 'Get Many Votes',
				value: 'getManyVotes',
				action: 'Get many votes',
				description: 'Get the votes that reviewers gave for a version',
			},
			{
				name: 'Reject',
				value: 'reject',
				action: 'Reject asset',
				description: 'Give a rejecting vote for the latest version',
			},
			{
				name: 'Request',
				value: 'request',
				action: 'Request review',
				description:
					'Ask people to review the latest version, on request with a share for people outside. iconik notifies them.',
			},
		],
		default: 'get',
	},
	{ ...assetLocator, displayOptions: { show: { resource: ['review'] } } },
	...approve.description,
	...cancel.description,
	...get.description,
	...getManyVotes.description,
	...reject.description,
	...request.description,
];
