import { isSame } from '../../../lib/comparison';
import type { IconikClient } from '../transport/client';
import { ensure } from '../transport/ensure';
import type { Listed } from '../transport/paging';
import type { Watch } from './eventKinds';
import type { Registration } from './registration';

interface Webhook {
	id: string;
	url?: string | null;
	status?: string | null;
	name?: string | null;
	event_type?: string | null;
	realm?: string | null;
	operation?: string | null;
	object_id?: string | null;
	query?: string | null;
	headers?: Record<string, string> | null;
}

const PATH = '/API/notifications/v1/webhooks/';

/** The webhooks that call exactly this address. */
export async function ownWebhooks(iconik: IconikClient, url: string): Promise<Webhook[]> {
	const all = (await iconik.find<Listed<Webhook>>({ path: PATH }))?.objects ?? [];
	return all.filter((webhook) => webhook.url === url && webhook.status !== 'DELETED');
}

/** Whether these are the webhooks that are needed: each sends what it should, and iconik has not noted its calls as failing. */
export function areFit(
	own: readonly Webhook[],
	wanted: Registration,
	watches: readonly Watch[],
): boolean {
	return (
		own.length === watches.length &&
		watches.every((watch) => own.some((webhook) => isFit(webhook, contentOf(wanted, watch))))
	);
}

/** Makes a webhook of this address for each watch, or mends one; others of this address are removed. */
export async function ensureWebhooks(
	wanted: Registration,
	watches: readonly Watch[],
): Promise<void> {
	const { iconik, url } = wanted;
	const spare = await ownWebhooks(iconik, url);
	const take = (isUsable: (webhook: Webhook) => boolean) => {
		const at = spare.findIndex(isUsable);
		return at < 0 ? undefined : spare.splice(at, 1)[0];
	};
	const paired = watches.map((watch) => ({ watch, webhook: take((one) => isFor(one, watch)) }));
	for (const { watch, webhook } of paired)
		await ensureWebhook(wanted, watch, webhook ?? take(() => true));
	await removeWebhooks(iconik, spare);
}

async function ensureWebhook(
	wanted: Registration,
	watch: Watch,
	found: Webhook | undefined,
): Promise<void> {
	const { iconik, url } = wanted;
	const body = contentOf(wanted, watch);
	const isLanded = (webhook: Webhook) => isFor(webhook, watch);
	const webhook =
		found ??
		(await ensure(
			async () => (await ownWebhooks(iconik, url)).find(isLanded),
			async () => await iconik.request<Webhook>({ method: 'POST', path: PATH, body }),
		));
	if (!isFit(webhook, body))
		await iconik.request({ method: 'PUT', path: `${PATH}${webhook.id}/`, body });
}

function isFor(webhook: Webhook, { event_type, realm, operation, object_id }: Watch): boolean {
	return (
		webhook.event_type === event_type &&
		isSame(webhook.realm, realm) &&
		isSame(webhook.operation, operation) &&
		isSame(webhook.object_id, object_id)
	);
}

function isFit(webhook: Webhook, content: ReturnType<typeof contentOf>): boolean {
	return (
		isFor(webhook, content) &&
		(['status', 'name', 'headers', 'query'] as const).every((key) =>
			isSame(webhook[key], content[key]),
		)
	);
}

export async function removeWebhooks(
	iconik: IconikClient,
	webhooks: readonly Webhook[],
): Promise<void> {
	for (const { id } of webhooks) await iconik.find({ method: 'DELETE', path: `${PATH}${id}/` });
}

function contentOf({ url, title, headers }: Registration, { query, ...condition }: Watch) {
	return {
		name: title,
		url,
		status: 'ENABLED',
		headers,
		...condition,
		// An empty query might not be a valid one, so it is left out.
		...(query && { query }),
	};
}
