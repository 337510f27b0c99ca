import type { FastifyInstance } from 'fastify';
import { ApiError } from '../apiError';
import { listAnswer } from '../query/page';
import type { Service } from '../service';
import type { Fields } from '../state';
import type { WebhookDelivery } from '../webhooks/delivery';
import { maskedWebhook, type Execution, type Webhook } from '../webhooks/registry';
import { createWebhook, updateWebhook } from '../webhooks/save';
import { bodyOf, partOf } from './body';

interface ByUid {
	Params: { uid: string };
}

/** Webhooks of the Management API and the log of their executions. */
export function webhookRoutes(
	app: FastifyInstance,
	service: Service,
	delivery: WebhookDelivery,
): void {
	const { webhooks, executions } = service.webhooks;

	app.get('/webhooks', ({ call }) =>
		listAnswer('webhooks', [...webhooks.values()].toReversed().map(maskedWebhook), call.query),
	);

	app.post('/webhooks', (request, reply) => {
		const webhook = createWebhook(service, partOf(request, 'webhook'), request.call.caller.user);
		return reply
			.code(201)
			.send({ notice: 'The webhook was created successfully', webhook: maskedWebhook(webhook) });
	});

	app.get<ByUid>('/webhooks/:uid', ({ params }) => ({
		webhook: maskedWebhook(present(service, params.uid)),
	}));
	app.get<ByUid>('/webhooks/:uid/export', ({ params }) =>
		maskedWebhook(present(service, params.uid)),
	);

	app.put<ByUid>('/webhooks/:uid', (request) => {
		const before = present(service, request.params.uid);
		const sent = partOf(request, 'webhook');
		const webhook = updateWebhook(service, sent, request.call.caller.user, before);
		return { notice: 'The webhook was updated successfully', webhook: maskedWebhook(webhook) };
	});

	app.delete<ByUid>('/webhooks/:uid', ({ params }) => {
		webhooks.delete(present(service, params.uid).uid);
		return { notice: 'The Webhook was deleted successfully', destination: {} };
	});

	app.get<ByUid>('/webhooks/:uid/executions', ({ call, params }) => {
		const { query } = call;
		const webhook = present(service, params.uid);
		const [from, to] = [query.one('from') ?? '', query.one('to') ?? '9999'];
		const mine = executions
			.filter((execution) => execution.webhook === webhook.uid)
			.filter(({ created_at: time }) => time >= from && time <= to)
			.toReversed();
		// The status is compared as text, as in the documented filter {"status":{"$gte":"400"}}.
		const views = mine.map((execution) => ({
			...executionView(execution),
			status: String(execution.status),
		}));
		const answer = listAnswer('webhooks', views, query);
		if (!Array.isArray(answer.webhooks)) return answer;
		return {
			...answer,
			webhooks: (answer.webhooks as Fields[]).map((view) => ({
				...view,
				status: Number(view.status),
			})),
		};
	});

	app.get<ByUid>('/webhooks/:uid/logs', ({ params }) => {
		const view = executionView(execution(service, params.uid));
		return { webhook: { ...view, request_details: (view.request_details as Fields[]).at(-1) } };
	});

	app.post<ByUid>('/webhooks/:uid/retry', (request) => {
		const { execution_uid: sent } = bodyOf(request);
		delivery.repeat(execution(service, typeof sent === 'string' ? sent : request.params.uid));
		return { notice: 'Webhook retry scheduled' };
	});
}

function present({ webhooks }: Service, uid: string): Webhook {
	const webhook = webhooks.webhooks.get(uid);
	if (!webhook)
		throw new ApiError(422, 141, 'The webhook was not found.', { uid: ['is not valid.'] });
	return webhook;
}

function execution({ webhooks }: Service, uid: string): Execution {
	const found = webhooks.executions.find((candidate) => candidate.uid === uid);
	if (!found)
		throw new ApiError(422, 141, 'The webhook execution was not found.', {
			uid: ['is not valid.'],
		});
	return found;
}

function executionView({
	uid,
	channel,
	created_at,
	event_data,
	attempts,
	status,
}: Execution): Fields {
	return {
		uid,
		channel,
		created_at,
		event_data,
		event_headers: attempts.at(-1)?.request.headers ?? {},
		request_details: attempts,
		retry_count: Math.max(0, attempts.length - 1),
		status,
	};
}
