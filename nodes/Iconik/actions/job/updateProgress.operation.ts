import type { INodeProperties } from 'n8n-workflow';
import { givenText } from '../given';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { change, hasEnded, jobPath, simplified, type Job } from './jobs';

const show = { resource: ['job'], operation: ['updateProgress'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Done',
		name: 'processed',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		required: true,
		description:
			'How many steps of the total are done. A job that has ended, or that somebody stops, stays as it is: its status tells the workflow to stop as well.',
		displayOptions: { show },
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		default: '',
		description: 'What is being done at the moment; as before when empty',
		displayOptions: { show },
	},
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const path = jobPath.call(this, index);
	const message = givenText.call(this, 'message', index);
	const present = await iconik.request<Job>({ path });
	const job =
		hasEnded(present) || present.status === 'PAUSED'
			? present
			: await change(iconik, path, present, {
					status: 'STARTED',
					progress_processed: Math.round(this.getNodeParameter('processed', index) as number),
					...(message && { message }),
				});
	return this.getNodeParameter('simplify', index, true) === true ? simplified(job) : job;
};
