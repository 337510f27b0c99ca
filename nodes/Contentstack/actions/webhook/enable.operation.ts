import { type IDataObject, NodeOperationError } from 'n8n-workflow';
import type { ItemOperation } from '../operation';
import { located } from '../entry/locators';
import { type ListedWebhook, simplifiedWebhook, webhookPath } from './webhookView';

/** What stands where the service does not show a secret. Written back, it would become the secret. */
const MASK = '****';

/**
 * Switches a webhook on that was switched off by hand or by the breaker. What it sends stays as it is: secrets that the service does
 * not show are left out of the write, and the answer must still have the address.
 */
export const execute: ItemOperation = async function (stack, index) {
	const path = webhookPath(located(this, 'webhook', index));
	const { webhook } = await stack.request<{ webhook: ListedWebhook }>({ method: 'GET', path });
	if (webhook.disabled !== true) return { result: 'unchanged', ...simplifiedWebhook(webhook) };
	const hasSecrets = JSON.stringify(webhook.destinations ?? []).includes(MASK);
	const answer = await stack.attempt<{ webhook: ListedWebhook }>({
		method: 'PUT',
		path,
		body: { webhook: enabled(webhook, hasSecrets) },
	});
	if (!answer.ok && !hasSecrets) throw stack.errorFor(answer.failure);
	const written = answer.ok ? answer.body.webhook : undefined;
	const target = webhook.destinations?.[0]?.target_url;
	if (written && !written.disabled && written.destinations?.[0]?.target_url === target)
		return { result: 'enabled', ...simplifiedWebhook(written) };
	throw new NodeOperationError(
		this.getNode(),
		`The webhook "${webhook.name}" could not be switched on`,
		{
			itemIndex: index,
			description: `Switch it on in Settings → Webhooks${hasSecrets ? ': it has secrets that Contentstack does not show, so it cannot be written as a whole' : ''}. ${answer.ok ? '' : `Contentstack says: ${stack.errorFor(answer.failure).message}`}`,
		},
	);
};

function enabled(webhook: ListedWebhook, hasSecrets: boolean): IDataObject {
	const { name, channels, branches, retry_policy, concise_payload, notifiers } = webhook;
	return {
		name,
		...(!hasSecrets && { destinations: webhook.destinations }),
		channels,
		branches,
		retry_policy,
		concise_payload,
		...(notifiers !== undefined && { notifiers }),
		disabled: false,
	};
}
