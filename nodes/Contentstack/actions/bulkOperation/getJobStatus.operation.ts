import { type INodeProperties, NodeOperationError } from 'n8n-workflow';
import { type Job, readJob, readJobItems, waitForJob } from '../../bulk/job';
import type { ItemOperation } from '../operation';

const show = { resource: ['bulkOperation'], operation: ['getJobStatus'] };
const DEFAULT_WAIT_SECONDS = 300;

export const description: INodeProperties[] = [
	{
		displayName: 'Job ID',
		name: 'jobId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.job_id }}',
		description: 'What Publish or Unpublish gave as job_id',
		displayOptions: { show },
	},
	{
		displayName: 'Wait Until Done',
		name: 'waitUntilDone',
		type: 'boolean',
		default: false,
		description:
			'Whether to wait for the end of the job. In a run from the editor its progress is shown meanwhile.',
		displayOptions: { show },
	},
	{
		displayName: 'Longest Wait (Seconds)',
		name: 'longestWait',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_WAIT_SECONDS,
		description: 'After this the job is given out as it is then',
		displayOptions: { show: { ...show, waitUntilDone: [true] } },
	},
	{
		displayName: 'Include Items',
		name: 'includeItems',
		type: 'boolean',
		default: false,
		description: "Whether to read what became of each of the job's items",
		displayOptions: { show },
	},
];

/** Reads how far a bulk job has got, once or until it is done. */
export const execute: ItemOperation = async function (stack, index) {
	const id = String(this.getNodeParameter('jobId', index, '') ?? '').trim();
	if (id === '')
		throw new NodeOperationError(this.getNode(), 'This item has no job ID', {
			itemIndex: index,
			description: 'Take job_id from what Publish or Unpublish gave.',
		});
	const seconds = Number(this.getNodeParameter('longestWait', index, DEFAULT_WAIT_SECONDS));
	const report = ({ progress, status }: Job) =>
		this.sendMessageToUI(`Bulk job ${id}: ${status}, ${progress ?? 0} %`);
	const job = this.getNodeParameter('waitUntilDone', index, false)
		? await waitForJob(stack, id, seconds * 1000, report)
		: await readJob(stack, id);
	if (!this.getNodeParameter('includeItems', index, false)) return { ...job };
	return { ...job, items: await readJobItems(stack, id) };
};
