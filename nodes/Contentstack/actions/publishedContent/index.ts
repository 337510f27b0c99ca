import type { INodeProperties } from 'n8n-workflow';
import { contentTypeLocator } from '../entry/locators';
import * as getAllEntries from './getAllEntries.operation';
import * as getEntry from './getEntry.operation';
import * as sync from './sync.operation';

export { getAllEntries, getEntry, sync };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['publishedContent'] } },
		options: [
			{
				name: 'Get Entry',
				value: 'getEntry',
				description: 'Read one entry as visitors see it',
				action: 'Get a published entry',
			},
			{
				name: 'Get Many Entries',
				value: 'getAllEntries',
				description: 'Read the published entries that a query finds',
				action: 'Get many published entries',
			},
			{
				name: 'Sync',
				value: 'sync',
				description: 'Read all that is published, or what has changed since the last sync',
				action: 'Sync published content',
			},
		],
		default: 'getAllEntries',
	},
	{
		displayName:
			'Reads the environment of the delivery token in the credential. Both must be filled in there.',
		name: 'deliveryNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['publishedContent'] } },
	},
	contentTypeLocator('publishedContent', ['getAllEntries', 'getEntry']),
	...getAllEntries.description,
	...getEntry.description,
	...sync.description,
];
