import type { INodeProperties } from 'n8n-workflow';
import { givenText } from '../given';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { change, jobPath, simplified, type Job } from './jobs';

const show = { resource: ['job'], operation: ['finish'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Outcome',
		name: 'outcome',
		type: 'options',
		options: [
			{ name: 'Done', value: 'FINISHED' },
			{ name: 'Done with Warnings', value: 'FINISHED_WITH_WARNING' },
			{ name: 'Failed', value: 'FAILED' },
		],
		default: 'FINISHED',
		description: 'How the work ended',
		displayOptions: { show },
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		default: '',
		description: 'What people read about the end; for a failed job, why it failed',
		displayOptions: { show },
	},
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const path = jobPath.call(this, index);
	const outcome = this.getNodeParameter('outcome', index) as string;
	const message = givenText.call(this, 'message', index);
	const present = await iconik.request<Job>({ path });
	const total = Number(present.progress_total ?? 100);
	const job = await change(iconik, path, present, {
		status: outcome,
		...(outcome !== 'FAILED' && { progress_processed: total }),
		...(message && { [outcome === 'FAILED' ? 'error_message' : 'message']: message }),
	});
	return this.getNodeParameter('simplify', index, true) === true ? simplified(job) : job;
};
