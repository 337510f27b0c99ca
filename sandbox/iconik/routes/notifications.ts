import { z } from 'zod';
import { compact, created, found, noContent, ok } from '../answers';
import type { Api, Call } from '../api';
import { newId } from '../ids';
import { keyset, page } from '../paging';
import { nonEmpty, oneOf, text, uuid, uuids } from '../schemas';

const notification = z.object({
	recipient_id: uuid,
	sender_id: uuid,
	event_type: nonEmpty,
	object_type: nonEmpty,
	object_id: uuid,
	message_short: nonEmpty,
	message_long: nonEmpty,
	status: oneOf('QUEUED', 'SENT', 'READ').optional(),
	sub_object_type: text.optional(),
	sub_object_id: uuid.optional(),
	context: z.record(z.unknown()).optional(),
	exclude_users: uuids.optional(),
	share_id: uuid.optional(),
});
const subscription = z.object({
	object_type: nonEmpty,
	object_id: uuid.optional(),
	event_type: text.optional(),
	sub_object_type: text.optional(),
	sub_object_id: uuid.optional(),
});

/** The bell: messages to people, and what they follow. */
export function notificationRoutes(api: Api): void {
	const service = 'users-notifications';
	const own = ({ tenant, user }: Call) =>
		[...tenant.store.notifications.values()].filter(({ recipient_id }) => recipient_id === user.id);

	api.on('POST', service, '/v1/notifications/', '', (call) => {
		const { store } = call.tenant;
		const sent = call.read(notification);
		found(store.users.get(sent.recipient_id), 'Recipient');
		const now = store.now();
		const made = {
			status: 'QUEUED',
			...compact(sent),
			id: newId(),
			system_domain_id: store.systemDomainId,
			date_created: now,
			date_modified: now,
		};
		store.notifications.set(made.id, made);
		return created(made);
	});
	api.on('GET', service, '/v1/notifications/', 'can_read_notifications', (call) =>
		keyset(call, own(call)),
	);
	api.on('PUT', service, '/v1/notifications/all/read/', 'can_read_notifications', (call) => {
		for (const one of own(call)) one.status = 'READ';
		return ok();
	});
	api.on('GET', service, '/v1/notifications/:notification_id/', 'can_read_notifications', (call) =>
		ok(
			found(call.tenant.store.notifications.get(call.params.notification_id ?? ''), 'Notification'),
		),
	);
	api.on(
		'DELETE',
		service,
		'/v1/notifications/:notification_id/',
		'can_delete_notifications',
		(call) => {
			const id = call.params.notification_id ?? '';
			found(call.tenant.store.notifications.get(id), 'Notification');
			call.tenant.store.notifications.delete(id);
			return noContent();
		},
	);
	subscriptionRoutes(api, service);
}

function subscriptionRoutes(api: Api, service: string): void {
	api.on('GET', service, '/v1/subscriptions/', 'can_read_subscriptions', ({ tenant, user }) =>
		ok({
			objects: [...tenant.store.subscriptions.values()].filter(
				({ user_id }) => user_id === user.id,
			),
		}),
	);
	api.on('POST', service, '/v1/subscriptions/', '', (call) => {
		const { store } = call.tenant;
		const sent = compact(call.read(subscription));
		const now = store.now();
		const made = {
			...sent,
			id: newId(),
			user_id: call.user.id,
			system_domain_id: store.systemDomainId,
			date_created: now,
			date_modified: now,
		};
		store.subscriptions.set(made.id, made);
		return created(made);
	});
	api.on(
		'DELETE',
		service,
		'/v1/subscriptions/:subscription_id/',
		'can_write_subscriptions',
		(call) => {
			const id = call.params.subscription_id ?? '';
			found(call.tenant.store.subscriptions.get(id), 'Subscription');
			call.tenant.store.subscriptions.delete(id);
			return noContent();
		},
	);
	for (const type of ['assets', 'collections'])
		api.on(
			'GET',
			service,
			`/v1/${type}/:object_id/subscriptions/`,
			'can_read_subscriptions',
			(call) =>
				page(
					call,
					[...call.tenant.store.subscriptions.values()].filter(
						({ object_id }) => object_id === call.params.object_id,
					),
				),
		);
}
