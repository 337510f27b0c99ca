import {
	type IHookFunctions,
	type JsonObject,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { createOnce } from '../transport/create';
import { isNotFound, serviceError } from '../transport/failure';
import { readList } from '../transport/paging';
import { openStack, type Stack } from '../transport/stack';
import {
	desiredRegistration,
	isFit,
	type Registration,
	type Webhook,
	webhookUrl,
} from './registration';

/** https://www.contentstack.com/docs/developers/set-up-webhooks */
const MOST_WEBHOOKS = 100;
const SENT_FIELDS = ['name', 'target_url', 'channels', 'destinations', 'branches'];

/**
 * Contentstack's side of the trigger. What belongs to this node is found by its address each time: nothing is remembered, so
 * nothing can be lost, and nothing of anybody else is touched.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const wanted = await desiredRegistration(context);
	const own = ownOf(await allWebhooks(wanted.stack), wanted.url);
	return own.length === 1 && own.every((webhook) => isFit(webhook, wanted));
}

/** Makes the one webhook of this address, or mends it; a second one is removed. May be called any number of times. */
export async function register(context: IHookFunctions): Promise<void> {
	const wanted = await desiredRegistration(context);
	const { stack, url } = wanted;
	const all = await allWebhooks(stack);
	const own = ownOf(all, url);
	const kept = own.find((webhook) => isFit(webhook, wanted)) ?? own[0];
	// First, as names are unique and a double may bear the one that is wanted.
	await remove(
		stack,
		own.filter((webhook) => webhook !== kept),
	);
	if (!kept) {
		await nameUser(wanted, await create(wanted, all.length));
	} else if (!isFit(kept, wanted)) {
		await nameUser(wanted, await replace(wanted, kept));
	}
}

/** Removes what belongs to this node; what is gone already is fine. */
export async function unregister(context: IHookFunctions): Promise<void> {
	const url = webhookUrl(context);
	const stack = await openStack.call(context);
	await remove(stack, ownOf(await allWebhooks(stack), url));
}

async function create(wanted: Registration, present: number): Promise<Webhook> {
	const { stack, url } = wanted;
	try {
		return await createOnce(
			stack,
			{ method: 'POST', path: '/webhooks', body: wanted.bodyFor('') },
			async () => ownOf(await allWebhooks(stack), url)[0],
			({ webhook }: { webhook: Webhook }) => webhook,
		);
	} catch (error) {
		throw refusal(stack, error as NodeApiError, present);
	}
}

async function replace(wanted: Registration, found: Webhook, user = ''): Promise<Webhook> {
	const { webhook } = await wanted.stack.request<{ webhook: Webhook }>({
		method: 'PUT',
		path: `/webhooks/${found.uid}`,
		body: wanted.bodyFor(user, found.notifiers),
	});
	return webhook;
}

/** Only the webhook that was just written tells which user the service takes this credential for. */
async function nameUser(wanted: Registration, written: Webhook): Promise<void> {
	const user = written.updated_by ?? written.created_by;
	if (wanted.needsUser && user) await replace(wanted, written, user);
}

async function remove(stack: Stack, webhooks: readonly Webhook[]): Promise<void> {
	for (const { uid } of webhooks) {
		const answer = await stack.attempt({ method: 'DELETE', path: `/webhooks/${uid}` });
		if (!answer.ok && !isNotFound(answer.failure)) throw stack.errorFor(answer.failure);
	}
}

/** The service's own words, or that there are too many webhooks when it names nothing else that is wrong. */
function refusal(stack: Stack, error: NodeApiError, present: number): Error {
	const node = stack.context.getNode();
	const { fields } = serviceError(error.context.data);
	const isTold = Object.keys(fields).some((field) => SENT_FIELDS.includes(field));
	if (present < MOST_WEBHOOKS || !error.httpCode?.startsWith('4') || isTold)
		return new NodeApiError(node, error as unknown as JsonObject);
	return new NodeOperationError(node, 'This stack has no room for another webhook', {
		description: `It has ${present} already. Delete one that is no longer used in Settings → Webhooks. Contentstack says: ${error.message}`,
	});
}

async function allWebhooks(stack: Stack): Promise<Webhook[]> {
	return await readList<Webhook>(stack, '/webhooks', 'webhooks');
}

/** The webhooks that call exactly this address. Nobody else's do: it holds an ID of the node. */
function ownOf(webhooks: readonly Webhook[], url: string): Webhook[] {
	return webhooks.filter(({ destinations }) => destinations?.[0]?.target_url === url);
}
