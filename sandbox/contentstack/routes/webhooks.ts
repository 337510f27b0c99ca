import type { FastifyInstance } from 'fastify';
import { ApiError, unprocessable } from '../apiError';
import { listAnswer } from '../query/page';
import { isRecord, strings } from '../records';
import { timestamp, type Service } from '../service';
import type { Fields } from '../state';
import { newUid } from '../uids';
import type { WebhookDelivery } from '../webhooks/delivery';
import {
	maskedWebhook,
	type Destination,
	type Execution,
	type Webhook,
} from '../webhooks/registry';
import { bodyOf, partOf } from './body';

interface ByUid {
	Params: { uid: string };
}

const MAX_WEBHOOKS = 100;

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
		if (webhooks.size >= MAX_WEBHOOKS)
			throw unprocessable(141, 'The webhook could not be created.', {
				webhook: [`are more than ${MAX_WEBHOOKS}.`],
			});
		const webhook = made(service, partOf(request, 'webhook'), request.call.caller.user);
		webhooks.set(webhook.uid, webhook);
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
		const webhook = made(service, partOf(request, 'webhook'), request.call.caller.user, before);
		webhooks.set(webhook.uid, webhook);
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

function made(service: Service, sent: Fields, user: string, before?: Webhook): Webhook {
	const errors: Record<string, string[]> = {};
	const destinations = (sent.destinations ?? before?.destinations) as Destination[] | undefined;
	const channels = sent.channels === undefined ? (before?.channels ?? []) : strings(sent.channels);
	const name = sent.name ?? before?.name;
	const isTaken = [...service.webhooks.webhooks.values()].some(
		(other) => other.name === name && other.uid !== before?.uid,
	);
	if (typeof name !== 'string' || name === '') errors.name = ['is a required field.'];
	else if (isTaken) errors.name = ['is not unique.'];
	if (!Array.isArray(destinations) || destinations.length === 0)
		errors.destinations = ['is a required field.'];
	else if (!destinations.every((one) => isRecord(one) && isWebAddress(one.target_url)))
		errors.target_url = ['is not valid.'];
	if (channels.length === 0) errors.channels = ['is a required field.'];
	if (Object.keys(errors).length > 0)
		throw unprocessable(141, `The webhook could not be ${before ? 'updated' : 'created'}.`, errors);
	const disabled = (sent.disabled ?? before?.disabled ?? false) === true;
	return {
		uid: before?.uid ?? newUid(),
		name: name as string,
		destinations: destinations as Destination[],
		channels,
		branches: sent.branches === undefined ? (before?.branches ?? ['main']) : strings(sent.branches),
		notifiers: sent.notifiers === undefined ? (before?.notifiers ?? []) : addresses(sent.notifiers),
		retry_policy:
			sent.retry_policy === 'automatic' ||
			(sent.retry_policy === undefined && before?.retry_policy === 'automatic')
				? 'automatic'
				: 'manual',
		disabled,
		concise_payload: (sent.concise_payload ?? before?.concise_payload ?? false) === true,
		unhealthy: { state: disabled ? (before?.unhealthy.state ?? false) : false },
		created_at: before?.created_at ?? timestamp(service),
		updated_at: timestamp(service),
		created_by: before?.created_by ?? user,
		updated_by: user,
	};
}

function addresses(sent: unknown): string[] {
	return strings(sent)
		.flatMap((text) => text.split(','))
		.map((address) => address.trim())
		.filter((address) => address !== '');
}

function isWebAddress(value: unknown): boolean {
	return (
		typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
	);
}
