import type { IDataObject } from 'n8n-workflow';
import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';
import { until } from '../transport/until';

/** Without it the service answers a bulk call without the job's id, and does not tell of jobs. */
export const JOB_API_VERSION = '3.2';

/** How far a bulk job has got. */
export interface Job {
	job_id: string;
	/** The service's own word. */
	status: string;
	is_done: boolean;
	total: number | null;
	succeeded: number;
	failed: number;
	skipped: number;
	/** Percent. */
	progress: number | null;
}

const FINAL = /complete|fail|success|finish|cancel/i;

/**
 * Reads a job's state. The service has two sets of names for the counts:
 * https://www.contentstack.com/docs/developers/apis/content-management-api#get-bulk-job-status
 */
export function jobOf(id: string, body: IDataObject): Job {
	const job = (body.job ?? body) as IDataObject;
	const summary = (job.summary ?? {}) as IDataObject;
	const succeeded = count(job.succeeded_count ?? summary.success) ?? 0;
	const failed = count(job.failed_count ?? summary.unsuccess) ?? 0;
	const skipped = count(job.skipped_count ?? summary.skip) ?? 0;
	const status = String(job.status ?? summary.state ?? 'unknown');
	const total = count(job.total_count);
	const isDone = FINAL.test(status);
	const done = succeeded + failed + skipped;
	return {
		job_id: id,
		status,
		is_done: isDone,
		total,
		succeeded,
		failed,
		skipped,
		progress: isDone ? 100 : total ? Math.min(99, Math.floor((100 * done) / total)) : null,
	};
}

function count(value: unknown): number | null {
	const number = Number(value ?? NaN);
	return Number.isFinite(number) ? number : null;
}

/** Reads a job as it is now. */
export async function readJob(stack: Stack, id: string): Promise<Job> {
	const body = await stack.request<IDataObject>({
		method: 'GET',
		path: pathOf(id),
		apiVersion: JOB_API_VERSION,
	});
	return jobOf(id, body);
}

/** What became of each of a job's items, as the service tells it. */
export async function readJobItems(stack: Stack, id: string): Promise<IDataObject[]> {
	const address = { path: `${pathOf(id)}/items`, apiVersion: JOB_API_VERSION };
	return await readList<IDataObject>(stack, address, 'items');
}

function pathOf(id: string): string {
	return `/bulk/jobs/${encodeURIComponent(id)}`;
}

/**
 * Waits until a job is done or the time is over, and gives its last state.
 * @param report hears of each look that finds another state
 */
export async function waitForJob(
	stack: Stack,
	id: string,
	longestMs: number,
	report: (job: Job) => void = () => undefined,
): Promise<Job> {
	let job = await readJob(stack, id);
	report(job);
	if (job.is_done) return job;
	await until(async () => {
		const before = job;
		job = await readJob(stack, id);
		if (job.status !== before.status || job.progress !== before.progress) report(job);
		return job.is_done;
	}, longestMs);
	return job;
}
