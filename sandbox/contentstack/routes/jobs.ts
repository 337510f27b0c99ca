import type { FastifyInstance } from 'fastify';
import { unprocessable } from '../apiError';
import { listAnswer } from '../query/page';
import type { Service } from '../service';
import type { BulkJob, Fields, QueueItem, Stack } from '../state';

interface ByUid {
	Params: { uid: string };
}

/** How bulk jobs are getting on, and the publish queue. */
export function jobRoutes(app: FastifyInstance, { stack }: Service): void {
	app.get('/bulk/jobs', ({ call }) =>
		listAnswer('jobs', [...stack.jobs.values()].map(jobView), call.query),
	);
	app.get<ByUid>('/bulk/jobs/:uid', ({ params }) => jobView(present(stack.jobs.get(params.uid))));
	app.get<ByUid>('/bulk/jobs/:uid/items', ({ call, params }) => {
		const { items } = present(stack.jobs.get(params.uid));
		const [status, type] = [call.query.one('status'), call.query.one('type')];
		const wanted = items.filter(
			(item) =>
				[item.status, undefined].includes(status as never) && (type ?? item.type) === item.type,
		);
		const views = wanted.map((item) => itemView(stack, item));
		const answer = listAnswer('items', views, call.query);
		const { skip, limit } = call.query.page;
		return 'count' in answer ? { ...answer, skip, limit, total_count: answer.count } : answer;
	});

	app.get('/publish-queue', ({ call }) =>
		listAnswer('queue', stack.queue.toReversed().map(queueView), call.query),
	);
	app.get<ByUid>('/publish-queue/:uid', ({ params }) => ({
		queue: queueView(queued(stack, params.uid)),
	}));
	app.get<ByUid>('/publish-queue/:uid/unschedule', ({ params }) => {
		const item = queued(stack, params.uid);
		if (item.status !== 'pending')
			throw unprocessable(141, 'The publish request is not scheduled.', { uid: ['is not valid.'] });
		item.status = 'unscheduled';
		return { notice: 'Publish request cancelled successfully.' };
	});
}

/** Clients read the counts under either of two sets of names, so both are there. */
function jobView({ uid, action, createdAt, createdBy, items, refused }: BulkJob): Fields {
	const count = (status: QueueItem['status']) =>
		items.filter((item) => item.status === status).length;
	const pending = count('pending');
	const failed = count('failed');
	const succeeded = count('success');
	return {
		uid,
		action,
		created_at: createdAt,
		created_by: createdBy,
		status: pending > 0 ? 'in_progress' : succeeded === 0 && failed > 0 ? 'failed' : 'complete',
		summary: {
			approvals: 0,
			skip: refused.length,
			state: pending > 0 ? 'in_progress' : 'complete',
			success: succeeded,
			total_processed: succeeded + failed,
			unsuccess: failed,
		},
		total_count: items.length + refused.length,
		succeeded_count: succeeded,
		failed_count: failed,
		in_progress_count: pending,
	};
}

/** In the form that the Management SDK's types describe (`BulkJobItem`). */
function itemView({ environments }: Stack, item: QueueItem): Fields {
	const { uid, title, version, content_type_uid: contentType } = item.object;
	return {
		uid,
		type: item.type,
		title,
		version,
		locale: item.locale,
		publish_locale: item.locale,
		environment: environments.find((one) => one.uid === item.environment)?.name,
		action: item.action,
		publish_details: {
			status: item.status,
			...(item.status === 'failed' && { failure_reason: 'The item could not be published.' }),
		},
		published_at: item.publishedAt,
		scheduled_at: item.scheduledAt,
		user: item.user,
		depth: 0,
		...(contentType !== undefined && { content_type: { uid: contentType } }),
	};
}

function queueView(item: QueueItem): Fields {
	return {
		uid: item.uid,
		type: item.type,
		action: item.action,
		publish_details: { status: item.status },
		[item.type]: { ...item.object, locale: item.locale },
		environment: [item.environment],
		locale: [item.locale],
		scheduled_at: item.scheduledAt,
		published_at: item.publishedAt,
		user: item.user,
		approval: false,
		approved: false,
		rejected: false,
	};
}

function queued({ queue }: Stack, uid: string): QueueItem {
	return present(queue.find((item) => item.uid === uid));
}

function present<T>(thing: T | undefined): T {
	if (thing !== undefined) return thing;
	throw unprocessable(141, "The requested object doesn't exist.", { uid: ['is not valid.'] });
}
