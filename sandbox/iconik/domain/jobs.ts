import { compact } from '../answers';
import { newId } from '../ids';
import type { Wire } from '../model';
import type { Cause, Tenant } from '../tenant';

export interface NewJob {
	title: string;
	type: string;
	status?: string;
	object_type?: string | null;
	object_id?: string | null;
	[more: string]: unknown;
}

const ENDED = ['FINISHED', 'FINISHED_WITH_WARNING', 'FAILED', 'ABORTED', 'SKIPPED'];

export function createJob({ store }: Tenant, cause: Cause, job: NewJob): Wire {
	const now = store.now();
	const record = compact({
		status: 'STARTED',
		steps: [],
		...job,
		id: newId(),
		created_by: cause.userId,
		date_created: now,
		date_modified: now,
		started_at: now,
		progress: 0,
		priority: 5,
		has_children: false,
	}) as Wire;
	store.jobs.set(record.id, record);
	return record;
}

/** Changes a job, and keeps its progress and end in step with its status. */
export function updateJob({ store }: Tenant, job: Wire, change: Record<string, unknown>): Wire {
	Object.assign(job, compact(change), { date_modified: store.now() });
	const total = Number(job.progress_total ?? 100);
	const processed = Number(job.progress_processed ?? 0);
	job.progress = total > 0 ? Math.min(100, Math.round((processed / total) * 100)) : 0;
	if (ENDED.includes(String(job.status))) {
		job.completed_at ??= store.now();
		if (job.status === 'FINISHED') job.progress = 100;
	}
	return job;
}

/** A job that works in the background for a while and then has done `work`. */
export function runJob(
	tenant: Tenant,
	cause: Cause,
	job: NewJob,
	ms: number,
	work: () => void,
): Wire {
	const record = createJob(tenant, cause, {
		...job,
		steps: [{ id: newId(), label: job.title, status: 'IN_PROGRESS' }],
	});
	tenant.simulator.clock.after(ms, () => {
		if (ENDED.includes(String(record.status))) return;
		let end: Record<string, unknown> = { status: 'FINISHED', progress_processed: 100 };
		try {
			work();
		} catch (error) {
			end = { status: 'FAILED', error_message: (error as Error).message };
		}
		const [step] = record.steps as Array<Record<string, unknown>>;
		if (step) Object.assign(step, { status: end.status === 'FINISHED' ? 'DONE' : 'FAILED' });
		updateJob(tenant, record, end);
	});
	return record;
}
