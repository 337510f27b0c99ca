import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { exportLocation } from '../../media/settings';
import { waitForJob } from '../../media/waitForJob';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';

const show = { resource: ['file'], operation: ['exportToLocation'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Export Location Name or ID',
		name: 'exportLocation',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getExportLocations' },
		default: '',
		required: true,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		displayOptions: { show },
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2c5bfe1a/harbour.mp4',
		description: 'The name of the exported file; the one that the file has when empty',
		displayOptions: { show },
	},
	{
		displayName: 'Wait for the Job',
		name: 'wait',
		type: 'boolean',
		default: true,
		description:
			'Whether to wait until the file is there. A job that fails is then an error of the item.',
		displayOptions: { show },
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
				displayName: 'Format ID',
				name: 'formatId',
				type: 'string',
				default: '',
				description: 'The format of the asset to export, such as that of an older version',
			},
			{
				displayName: 'Longest Wait (Seconds)',
				name: 'longestWait',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 300,
				description: 'For how long to wait for the job before the item fails',
			},
			{
				displayName: 'Overwrite',
				name: 'overwrite',
				type: 'boolean',
				default: true,
				description: 'Whether to replace a file of the same name at the location',
			},
		],
	},
];

interface Options {
	formatId?: string;
	longestWait?: number;
	overwrite?: boolean;
}

export const execute: ItemOperation = async function (iconik, index) {
	const node = this.getNode();
	const assetId = assetIdOf.call(this, index);
	const given = (this.getNodeParameter('exportLocation', index) as string).trim();
	const { id, name, path } = await exportLocation(iconik, node, given);
	const fileName = (this.getNodeParameter('fileName', index, '') as string).trim();
	const options = this.getNodeParameter('options', index, {}) as Options;
	// A repeated export puts the same file at the same place, unless it may not overwrite.
	const overwrite = options.overwrite ?? true;
	const answer = await iconik.request<unknown>({
		method: 'POST',
		path: `/API/files/v1/assets/${encodeURIComponent(assetId)}/export_locations/${id}/`,
		body: {
			...(fileName && { file_name: fileName }),
			...(options.formatId && { format_id: options.formatId.trim() }),
			overwrite,
		},
		repeatable: overwrite,
	});
	const jobId = jobIdIn(answer);
	const exported: IDataObject = {
		asset_id: assetId,
		job_id: jobId ?? null,
		export_location_id: id,
		export_location: name,
		path: path ?? null,
		file_name: fileName || null,
	};
	if (this.getNodeParameter('wait', index, true) === false) return { ...exported, status: null };
	if (jobId === undefined)
		throw new NodeOperationError(node, 'iconik started the export but named no job to wait for', {
			description: 'Switch Wait for the Job off, or look for the job in iconik.',
		});
	const job = await waitForJob(iconik, node, jobId, (options.longestWait ?? 300) * 1000);
	return { ...exported, status: job.status, progress: job.progress ?? null };
};

/** iconik's specification says that the ID of a job comes back, and not in which shape. */
function jobIdIn(answer: unknown): string | undefined {
	if (typeof answer === 'string' && answer !== '') return answer;
	const { job_id, id } = (answer ?? {}) as { job_id?: unknown; id?: unknown };
	return [job_id, id].find((found): found is string => typeof found === 'string');
}
