import { isSame } from '../../../lib/comparison';
import type { IconikClient } from '../transport/client';
import { ensure } from '../transport/ensure';
import type { Listed } from '../transport/paging';
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

/** Whether a webhook sends what it should, and iconik has neither noted its calls as failing nor switched it off. */
export function isFit(webhook: Webhook, wanted: Registration): boolean {
	const { query = null, ...content } = contentOf(wanted);
	const { url, status, name, event_type, realm, operation, object_id, headers } = webhook;
	const present = { url, status, name, event_type, realm, operation, object_id, headers };
	return (
		isSame(webhook.query, query) &&
		Object.entries(content).every(([key, value]) =>
			isSame(present[key as keyof typeof present], value),
		)
	);
}

/** Makes the one webhook of this address, or mends it; a second one is removed. */
export async function ensureWebhook(wanted: Registration): Promise<void> {
	const { iconik, url } = wanted;
	const body = contentOf(wanted);
	const kept = await ensure(
		async () => (await ownWebhooks(iconik, url))[0],
		async () => await iconik.request<Webhook>({ method: 'POST', path: PATH, body }),
	);
	const own = await ownWebhooks(iconik, url);
	const current = own.find(({ id }) => id === kept.id) ?? kept;
	if (!isFit(current, wanted))
		await iconik.request({ method: 'PUT', path: `${PATH}${kept.id}/`, body });
	await removeWebhooks(
		iconik,
		own.filter(({ id }) => id !== kept.id),
	);
}

export async function removeWebhooks(
	iconik: IconikClient,
	webhooks: readonly Webhook[],
): Promise<void> {
	for (const { id } of webhooks) await iconik.find({ method: 'DELETE', path: `${PATH}${id}/` });
}

function contentOf({ url, title, headers, webhook }: Registration) {
	const { query, ...condition } = webhook;
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
