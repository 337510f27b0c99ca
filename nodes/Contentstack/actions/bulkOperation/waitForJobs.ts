import type { IDataObject } from 'n8n-workflow';
import { groupsOf } from '../../../../lib/groups';
import { type Job, readJobItems, waitForJob } from '../../bulk/job';
import { LONGEST_WAIT_MS } from '../../entries/waitUntilLive';
import type { Stack } from '../../transport/stack';

/**
 * Waits up to a minute for the jobs that these answers name, each job once, and puts their end into the answers.
 * @param answers with `uid` and `job_id`; those without a job stay as they are
 */
export async function waitForJobs(stack: Stack, answers: IDataObject[]): Promise<void> {
	const jobs = groupsOf(
		answers.filter(({ job_id }) => typeof job_id === 'string'),
		({ job_id }) => String(job_id),
	);
	await Promise.all(
		jobs.map(async (ofJob) => {
			const id = String(ofJob[0]?.job_id);
			const job = await waitForJob(stack, id, LONGEST_WAIT_MS);
			const troubled = job.is_done && job.failed + job.skipped > 0;
			const items = troubled ? await readJobItems(stack, id) : [];
			for (const answer of ofJob) Object.assign(answer, { result: endOf(answer, job, items), job });
		}),
	);
}

/** What became of one item of a job. Where nothing is told of items, the job's own end counts. */
function endOf(
	{ uid }: IDataObject,
	{ is_done, failed, skipped }: Job,
	items: IDataObject[],
): string {
	if (!is_done) return 'queued';
	if (failed + skipped === 0) return 'done';
	if (items.length === 0) return 'done_with_failures';
	const own = items.filter((item) => item.uid === uid);
	if (own.length === 0) return 'skipped';
	return own.some(isFailed) ? 'failed' : 'done';
}

function isFailed({ status, publish_details: details }: IDataObject): boolean {
	return /fail/i.test(String(status ?? (details as IDataObject | undefined)?.status ?? ''));
}
