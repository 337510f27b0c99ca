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
		return listAnswer(
			'items',
			items.map((item) => itemView(stack, item)),
			call.query,
		);
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

function itemView({ environments }: Stack, item: QueueItem): Fields {
	return {
		uid: item.object.uid,
		type: item.type,
		title: item.object.title,
		content_type_uid: item.object.content_type_uid,
		version: item.object.version,
		locale: item.locale,
		environment: environments.find(({ uid }) => uid === item.environment)?.name,
		status: item.status,
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
