import type { INodeProperties } from 'n8n-workflow';
import { placeFields } from './fields';
import * as clear from './clear.operation';
import * as get from './get.operation';
import * as getReport from './getReport.operation';
import * as getUsage from './getUsage.operation';
import * as makeReportPage from './makeReportPage.operation';
import * as record from './record.operation';

export { clear, get, getReport, getUsage, makeReportPage, record };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['placement'] } },
		options: [
			{
				name: 'Clear',
				value: 'clear',
				action: 'Clear placements of entry',
				description:
					'Take away all that is recorded of an entry, such as one that was deleted or unpublished',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get placements',
				description: 'Get where an asset is used, or which assets an entry uses',
			},
			{
				name: 'Get Report',
				value: 'getReport',
				action: 'Get report on placements',
				description:
					'Get the assets that are unused, used most, used without approval, used with rights that end, or used without captions',
			},
			{
				name: 'Get Usage',
				value: 'getUsage',
				action: 'Get usage of asset',
				description:
					'Get how much an asset is used: how many entries show it, where, since when, and how often it was downloaded or exported',
			},
			{
				name: 'Make Report Page',
				value: 'makeReportPage',
				action: 'Make page of placement reports',
				description:
					'Make one HTML page with figures, charts and tables of all rows that Get Report gave: a file to send, keep or print',
			},
			{
				name: 'Record',
				value: 'record',
				action: 'Record placements of entry',
				description:
					'Write to iconik which assets an entry uses. What is recorded of the entry and not named any more is taken away; what is the same is not written.',
			},
		],
		default: 'record',
	},
	...placeFields,
	...clear.description,
	...get.description,
	...getReport.description,
	...getUsage.description,
	...makeReportPage.description,
	...record.description,
];
