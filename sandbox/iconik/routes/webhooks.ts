import { z } from 'zod';
import { badRequest, compact, created, found, noContent, ok } from '../answers';
import type { Api, Call } from '../api';
import { parseQuery } from '../events/query';
import { newId } from '../ids';
import type { Wire } from '../model';
import { nonEmpty, oneOf, text, uuid, webUrl } from '../schemas';

const webhook = z.object({
	event_type: nonEmpty,
	url: webUrl,
	status: oneOf('ENABLED', 'DISABLED', 'FAILING', 'DELETED'),
	realm: text.nullish(),
	operation: text.nullish(),
	object_id: uuid.nullish(),
	query: text.optional(),
	headers: z.record(text).optional(),
	name: text.optional(),
	description: text.optional(),
});

/** Webhooks live in the notifications service. Reading one is documented as 201; there is no PATCH. */
export function webhookRoutes(api: Api): void {
	const path = '/v1/webhooks';

	api.on('GET', 'notifications', `${path}/`, 'can_read_webhooks', ({ tenant }) =>
		ok({ objects: [...tenant.store.webhooks.values()] }),
	);
	api.on('POST', 'notifications', `${path}/`, 'can_write_webhooks', (call) => {
		const now = call.tenant.store.now();
		const made = { ...read(call), id: newId(), date_created: now, date_modified: now };
		call.tenant.store.webhooks.set(made.id, made);
		return created(made);
	});
	api.on('GET', 'notifications', `${path}/:webhook_id/`, 'can_read_webhooks', (call) =>
		created(webhookOf(call)),
	);
	api.on('PUT', 'notifications', `${path}/:webhook_id/`, 'can_write_webhooks', (call) => {
		const { id, date_created } = webhookOf(call);
		const changed = { ...read(call), id, date_created, date_modified: call.tenant.store.now() };
		call.tenant.store.webhooks.set(id, changed);
		return ok(changed);
	});
	api.on('DELETE', 'notifications', `${path}/:webhook_id/`, 'can_delete_webhooks', (call) => {
		call.tenant.store.webhooks.delete(webhookOf(call).id);
		return noContent();
	});
}

function read(call: Call): Omit<Wire, 'id'> {
	const { realm, operation, object_id, ...sent } = call.read(webhook);
	try {
		if (sent.query) parseQuery(sent.query);
	} catch (error) {
		throw badRequest({ query: (error as Error).message });
	}
	return {
		...compact(sent),
		realm: realm ?? null,
		operation: operation ?? null,
		object_id: object_id ?? null,
	};
}

function webhookOf({ tenant, params }: Call): Wire {
	return found(tenant.store.webhooks.get(params.webhook_id ?? ''), 'Webhook');
}
