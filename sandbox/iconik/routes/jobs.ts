import { z } from 'zod';
import { compact, created, found, noContent, ok } from '../answers';
import type { Api, Call } from '../api';
import { createJob, updateJob } from '../domain/jobs';
import { newId } from '../ids';
import type { Wire } from '../model';
import { csv, flag, page, sorted } from '../paging';
import { bulkIds, integer, nonEmpty, oneOf, text, uuid } from '../schemas';

const status = oneOf(
	'READY',
	'STARTED',
	'FINISHED',
	'FINISHED_WITH_WARNING',
	'FAILED',
	'WAITING',
	'ABORT_PENDING',
	'ABORTED',
	'SKIPPED',
	'PAUSED',
);
const type = oneOf(
	'MEDIAINFO',
	'TRANSCODE',
	'KEYFRAMES',
	'EXPORT',
	'DELETE',
	'REINDEX',
	'MOVE',
	'TRANSFER',
	'ANALYZE',
	'METADATA',
	'CUSTOM',
	'SCAN',
	'ARCHIVE',
	'RESTORE',
	'RESTORE_FROM_GLACIER',
	'ACL',
	'COPY',
	'TRANSCRIPTION',
	'REQUEST_COLLECTION_MAP',
	'COLLECTION_CUSTOM_ORDER',
	'STORAGE_GATEWAY_FILE_INGEST',
	'MARK_MISSING',
	'FACE_RECOGNITION',
	'SET_APPROVAL',
	'REQUEST_APPROVAL',
	'CHANGE_PERSON',
	'CONFIRM_PERSON',
	'DELETE_PERSON',
	'AUTOMATION',
	'REVIEW_REQUEST',
	'CONVERT_SAVED_SEARCH_TO_COLLECTION',
);
const step = z.object({
	id: uuid.optional(),
	label: nonEmpty,
	status: oneOf('IN_PROGRESS', 'WAITING', 'FAILED', 'DONE', 'SKIPPED'),
	message: text.nullish(),
	error_message: text.nullish(),
});
const creation = z.object({
	title: nonEmpty,
	type,
	status,
	object_type: text.nullish(),
	object_id: uuid.nullish(),
	custom_type: text.nullish(),
	metadata: z.record(z.unknown()).optional(),
	steps: z.array(step).optional(),
	related_objects: z.array(z.object({ object_id: nonEmpty, object_type: nonEmpty })).optional(),
	parent_id: uuid.nullish(),
	progress_processed: integer.optional(),
	progress_total: integer.optional(),
	message: text.optional(),
	error_message: text.optional(),
	job_context: z.record(z.unknown()).optional(),
	action_context: z.record(z.unknown()).optional(),
});
const state = z.object({
	job_ids: bulkIds,
	action: oneOf('PAUSE', 'RESUME', 'ABORT', 'RESTART'),
});
const stateAfter = { PAUSE: 'PAUSED', RESUME: 'STARTED', ABORT: 'ABORTED', RESTART: 'STARTED' };

export function jobRoutes(api: Api): void {
	const one = '/v1/jobs/:job_id';
	const jobOf = ({ tenant, params }: Call): Wire =>
		found(tenant.store.jobs.get(params.job_id ?? ''), 'Job');

	api.on('GET', 'jobs', '/v1/jobs/', 'can_read_jobs', (call) => {
		const ids = csv(call, 'ids');
		const names = ['type', 'object_type', 'object_id', 'parent_id', 'status', 'created_by'];
		const jobs = [...call.tenant.store.jobs.values()]
			.filter(({ id }) => !ids || ids.includes(id))
			.filter((job) => names.every((name) => !call.query[name] || job[name] === call.query[name]));
		return page(call, sorted(jobs, call.query.sort), { maxPerPage: 100, extra: { facets: {} } });
	});
	api.on('POST', 'jobs', '/v1/jobs/', 'can_write_jobs', (call) => {
		const { steps = [], ...sent } = call.read(creation);
		const job = createJob(call.tenant, call.cause, {
			...sent,
			steps: steps.map((one_) => compact({ ...one_, id: one_.id ?? newId() })),
		});
		return created(updateJob(call.tenant, job, {}));
	});
	api.on('GET', 'jobs', `${one}/`, 'can_read_jobs', (call) => ok(jobOf(call)));
	for (const method of ['PATCH', 'PUT'] as const) {
		api.on(method, 'jobs', `${one}/`, 'can_write_jobs', (call) => {
			const { metadata, ...sent } = call.read(method === 'PUT' ? creation : creation.partial());
			const job = jobOf(call);
			const known = flag(call, 'merge_metadata') ? (job.metadata as object | undefined) : {};
			const changes = metadata ? { ...sent, metadata: { ...known, ...metadata } } : sent;
			updateJob(call.tenant, job, changes);
			return { status: call.tenant.store.jobChangeStatus, body: job };
		});
		api.on(method, 'jobs', `${one}/steps/:job_step_id/`, 'can_write_jobs', (call) => {
			const job = jobOf(call);
			const steps = job.steps as Wire[];
			const known = found(
				steps.find(({ id }) => id === call.params.job_step_id),
				'Job step',
			);
			Object.assign(known, compact(call.read(step.partial())));
			return ok(updateJob(call.tenant, job, { steps }));
		});
		api.on(method, 'jobs', `${one}/steps/`, 'can_write_jobs', (call) => {
			const { steps } = call.read(z.object({ steps: z.array(step.extend({ id: uuid })) }));
			const job = jobOf(call);
			const known = (job.steps as Wire[]).filter(({ id }) => !steps.some((sent) => sent.id === id));
			return ok(updateJob(call.tenant, job, { steps: [...known, ...steps.map(compact)] }));
		});
	}
	api.on('DELETE', 'jobs', `${one}/`, 'can_delete_jobs', (call) => {
		call.tenant.store.jobs.delete(jobOf(call).id);
		return noContent();
	});
	api.on('DELETE', 'jobs', '/v1/jobs/', 'can_delete_jobs', (call) => {
		for (const id of call.read(z.object({ job_ids: bulkIds })).job_ids)
			call.tenant.store.jobs.delete(id);
		return noContent();
	});
	api.on('PUT', 'jobs', '/v1/jobs/state/', 'can_write_jobs', (call) => {
		const { job_ids, action } = call.read(state);
		for (const id of job_ids) {
			const job = call.tenant.store.jobs.get(id);
			if (job) updateJob(call.tenant, job, { status: stateAfter[action] });
		}
		return created();
	});
}
