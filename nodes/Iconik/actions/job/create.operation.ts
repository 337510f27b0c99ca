import {
	isObjectEmpty,
	jsonParse,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import type { IconikClient } from '../../transport/client';
import { byPage } from '../../transport/paging';
import { givenText } from '../given';
import { locatedObject, objectFields } from '../objectFields';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { change, JOBS, simplified, type Job } from './jobs';

const show = { resource: ['job'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Sync of Spring to the website',
		description: 'What people see in the list of jobs',
		displayOptions: { show },
	},
	...objectFields(show, { isOptional: true }),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Kind',
				name: 'customType',
				type: 'string',
				default: 'n8n',
				description: 'A word of your own for jobs of this kind',
			},
			{
				displayName: 'Message',
				name: 'message',
				type: 'string',
				default: '',
				description: 'What is being done at the moment',
			},
			{
				displayName: 'Metadata (JSON)',
				name: 'metadata',
				type: 'json',
				default: '{}',
				description:
					'An object of your own that stays with the job, such as where the next run is to go on',
			},
			{
				displayName: 'Parent Job ID',
				name: 'parentId',
				type: 'string',
				default: '',
				description: 'The job that this one is a part of',
			},
			{
				displayName: 'Take Up an Open One',
				name: 'takeUpOpen',
				type: 'boolean',
				default: false,
				description:
					'Whether a job of the same title and kind that was begun and never ended, as after a stop, is begun anew instead of making another',
			},
			{
				displayName: 'Total',
				name: 'total',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description: 'Of how many steps the job consists; progress is counted against it',
			},
		],
	},
	simplifyField(show),
];

interface Options {
	customType?: string;
	message?: string;
	metadata?: unknown;
	parentId?: string;
	takeUpOpen?: boolean;
	total?: number;
}

/** The object that is to stay with the job; `undefined` for none. */
function metadataOf(
	this: IExecuteFunctions,
	given: unknown,
	itemIndex: number,
): IDataObject | undefined {
	const object = typeof given === 'string' ? jsonParse(given || '{}', NOT_JSON) : (given ?? {});
	if (typeof object === 'object' && !Array.isArray(object))
		return isObjectEmpty(object) ? undefined : (object as IDataObject);
	throw new NodeOperationError(this.getNode(), 'Metadata (JSON) is not a JSON object', {
		itemIndex,
		description: 'It is an object such as {"since": "2027-01-31T08:00:00Z"}.',
	});
}

const NOT_JSON = { fallbackValue: [] };

export const execute: ItemOperation = async function (iconik, index) {
	const options = this.getNodeParameter('options', index, {}) as Options;
	const { customType, message, parentId, takeUpOpen, total } = options;
	const metadata = metadataOf.call(this, options.metadata, index);
	const about = locatedObject.call(this, index);
	const kind = {
		title: givenText.call(this, 'title', index),
		type: 'CUSTOM',
		custom_type: customType || 'n8n',
	};
	const state = {
		status: 'STARTED',
		progress_processed: 0,
		progress_total: total ?? 100,
		...(about && { object_type: about.type, object_id: about.id }),
		...(message && { message }),
		...(parentId && { parent_id: parentId }),
		...(metadata && { metadata }),
	};
	const open = takeUpOpen ? await findOpen(iconik, kind) : undefined;
	const job = open
		? await change(iconik, `${JOBS}${encodeURIComponent(open.id)}/`, open, state)
		: await iconik.request<Job>({ method: 'POST', path: JOBS, body: { ...kind, ...state } });
	return this.getNodeParameter('simplify', index, true) === true ? simplified(job) : job;
};

async function findOpen(
	iconik: IconikClient,
	{ title, type, custom_type }: Pick<Job, 'title' | 'type'> & { custom_type: string },
): Promise<Job | undefined> {
	const call = { path: JOBS, query: { type, status: 'STARTED' } } as const;
	for await (const job of byPage<Job>(iconik, call, { perPage: 100 }))
		if (job.title === title && job.custom_type === custom_type) return job;
	return undefined;
}
