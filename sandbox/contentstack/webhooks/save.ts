import { unprocessable } from '../apiError';
import { isRecord, strings } from '../records';
import { timestamp, type Service } from '../service';
import type { Fields } from '../state';
import { newUid } from '../uids';
import type { Destination, Webhook } from './registry';

const MAX_WEBHOOKS = 100;

/** Makes a webhook of what was sent, or answers 422/141 with what is wrong, also where the stack has as many as it can. */
export function createWebhook(service: Service, sent: Fields, user: string): Webhook {
	const { webhooks } = service.webhooks;
	if (webhooks.size >= MAX_WEBHOOKS)
		throw unprocessable(141, 'The webhook could not be created.', {
			webhook: [`are more than ${MAX_WEBHOOKS}.`],
		});
	const webhook = made(service, sent, user);
	webhooks.set(webhook.uid, webhook);
	return webhook;
}

/** Changes what was sent of a webhook and keeps the rest. */
export function updateWebhook(
	service: Service,
	sent: Fields,
	user: string,
	before: Webhook,
): Webhook {
	const webhook = made(service, sent, user, before);
	service.webhooks.webhooks.set(webhook.uid, webhook);
	return webhook;
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
