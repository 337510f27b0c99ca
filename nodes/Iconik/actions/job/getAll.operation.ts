import type { INodeProperties } from 'n8n-workflow';
import { byPage, collect } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { JOBS, simplified, type Job } from './jobs';

const show = { resource: ['job'], operation: ['getAll'] };
/** iconik gives no more jobs than this in one page. */
const LARGEST_PAGE = 100;

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Object ID',
				name: 'object_id',
				type: 'string',
				default: '',
				description: 'Only jobs of this asset or collection',
			},
			{
				displayName: 'Parent Job ID',
				name: 'parent_id',
				type: 'string',
				default: '',
				description: 'Only the parts of this job',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Aborted', value: 'ABORTED' },
					{ name: 'Any', value: '' },
					{ name: 'Failed', value: 'FAILED' },
					{ name: 'Finished', value: 'FINISHED' },
					{ name: 'Finished with Warning', value: 'FINISHED_WITH_WARNING' },
					{ name: 'Paused', value: 'PAUSED' },
					{ name: 'Ready', value: 'READY' },
					{ name: 'Skipped', value: 'SKIPPED' },
					{ name: 'Started', value: 'STARTED' },
					{ name: 'Waiting', value: 'WAITING' },
				],
				default: '',
			},
			{
				displayName: 'Type',
				name: 'type',
				type: 'string',
				default: '',
				placeholder: 'e.g. EXPORT',
				description: 'Only jobs of this type, for example CUSTOM, EXPORT, TRANSCODE or TRANSFER',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Latest First',
				name: 'latestFirst',
				type: 'boolean',
				default: true,
				description: 'Whether the job that was made last comes first',
			},
		],
	},
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const filters = this.getNodeParameter('filters', index, {}) as Record<string, string>;
	const given = Object.entries(filters).filter(([, value]) => value !== '');
	const limit = limitOf.call(this, index);
	const { latestFirst } = this.getNodeParameter('options', index, {}) as { latestFirst?: boolean };
	const sort = latestFirst ? { sort: 'date_created,desc' } : {};
	const call = { path: JOBS, query: { ...Object.fromEntries(given), ...sort } } as const;
	const perPage = Math.min(limit, LARGEST_PAGE);
	const jobs = await collect(byPage<Job>(iconik, call, { perPage, limit }));
	return this.getNodeParameter('simplify', index, true) === true ? jobs.map(simplified) : jobs;
};
