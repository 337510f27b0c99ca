import { NodeOperationError, sleep, type INode } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';

export interface Job {
	id: string;
	title?: string | null;
	status?: string | null;
	message?: string | null;
	error_message?: string | null;
	progress?: number | null;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;
const SUCCEEDED = ['FINISHED', 'FINISHED_WITH_WARNING'];
const FAILED = ['FAILED', 'ABORTED', 'SKIPPED'];

/**
 * Looks at a job, at growing intervals, until it has ended well.
 * @param timeoutMs how long to look at most, in milliseconds
 * @throws NodeOperationError when the job failed, with its own words, or goes on for longer
 */
export async function waitForJob(
	iconik: IconikClient,
	node: INode,
	jobId: string,
	timeoutMs: number,
): Promise<Job> {
	const until = Date.now() + timeoutMs;
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
		const path = `/API/jobs/v1/jobs/${encodeURIComponent(jobId)}/` as const;
		const job = await iconik.request<Job>({ path });
		const status = job.status ?? '';
		if (SUCCEEDED.includes(status)) return job;
		if (FAILED.includes(status)) throw failed(node, jobId, job);
		if (Date.now() + pause > until)
			throw new NodeOperationError(node, `The job in iconik has not ended yet (${status})`, {
				description: `It goes on there: job ${jobId}. Wait for longer, or look at it later with the operation Get of the resource Job.`,
			});
		await sleep(pause);
	}
}

function failed(node: INode, jobId: string, { status, ...job }: Job): NodeOperationError {
	const words = job.error_message || job.message || 'iconik does not say why';
	return new NodeOperationError(node, `The job in iconik ended as ${status}: ${words}`, {
		description: `The job is ${jobId}${job.title ? `, "${job.title}"` : ''}. Look at it in iconik under Admin > Jobs.`,
	});
}
