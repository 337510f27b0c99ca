import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { IconikClient } from '../../transport/client';
import { idLocator, pickedId } from '../idLocator';

export interface Job extends IDataObject {
	id: string;
	title: string;
	type: string;
	status: string;
}

export const JOBS = '/API/jobs/v1/jobs/';

export const jobLocator = idLocator({
	displayName: 'Job',
	name: 'jobId',
	searchListMethod: 'searchJobs',
	show: { resource: ['job'], operation: ['get', 'updateProgress', 'finish'] },
});

/** Where the chosen job is in the API. */
export function jobPath(this: IExecuteFunctions, index: number): `/API/${string}/` {
	return `${JOBS}${encodeURIComponent(pickedId.call(this, 'jobId', index, 'job'))}/`;
}

const ENDED = [
	'FINISHED',
	'FINISHED_WITH_WARNING',
	'FAILED',
	'ABORT_PENDING',
	'ABORTED',
	'SKIPPED',
];

/** Whether nothing more is to be done for a job. */
export const hasEnded = ({ status }: Job): boolean => ENDED.includes(status);

/** Changes a job. iconik's OpenAPI file (jobs) asks for title, type and status with every change, so they go along. */
export async function change(
	iconik: IconikClient,
	path: `/API/${string}/`,
	{ title, type, status }: Job,
	changes: IDataObject,
): Promise<Job> {
	const body = { title, type, status, ...changes };
	return await iconik.request<Job>({ method: 'PATCH', path, body });
}

/** The facts of a job that most workflows need. */
export const simplified = (job: Job): IDataObject => ({
	id: job.id,
	title: job.title,
	type: job.type,
	custom_type: job.custom_type ?? null,
	status: job.status,
	progress: job.progress ?? null,
	has_ended: hasEnded(job),
	object_type: job.object_type ?? null,
	object_id: job.object_id ?? null,
	message: job.message || job.error_message || null,
	metadata: job.metadata ?? null,
	date_created: job.date_created ?? null,
});
