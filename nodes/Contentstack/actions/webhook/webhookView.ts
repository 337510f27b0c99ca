import type { IDataObject } from 'n8n-workflow';

/** What is read of a webhook. The service masks passwords, tokens and values of headers. */
export interface ListedWebhook extends IDataObject {
	uid: string;
	name: string;
	destinations?: Array<IDataObject & { target_url?: string }>;
	disabled?: boolean;
	unhealthy?: { state?: boolean };
}

/** The path of the webhooks, or of one of them or of a delivery. */
export function webhookPath(uid?: string): string {
	return uid === undefined ? '/webhooks' : `/webhooks/${encodeURIComponent(uid)}`;
}

/** The webhook as a workflow needs it. */
export function simplifiedWebhook(webhook: ListedWebhook): IDataObject {
	const { uid, name, destinations, disabled, unhealthy } = webhook;
	return {
		uid,
		name,
		target_url: destinations?.[0]?.target_url ?? null,
		channels: webhook.channels ?? [],
		branches: webhook.branches ?? [],
		enabled: disabled !== true,
		healthy: unhealthy?.state !== true,
		retry_policy: webhook.retry_policy ?? null,
		concise_payload: webhook.concise_payload ?? null,
		updated_at: webhook.updated_at ?? null,
	};
}
