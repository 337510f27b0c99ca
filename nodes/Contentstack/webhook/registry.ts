import { type IHookFunctions, NodeOperationError, sleep } from 'n8n-workflow';
import { type CallFailure, isNotFound, mayHaveLanded, serviceError } from '../transport/failure';
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
const TRIES = 3;
const PAUSE_MS = 1000;

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
	const [found, ...doubled] = ownOf(all, url);
	if (!found) {
		await nameUser(wanted, await create(wanted, all.length));
	} else if (!isFit(found, wanted)) {
		await nameUser(wanted, await replace(wanted, found));
	}
	await remove(stack, doubled);
}

/** Removes what belongs to this node; what is gone already is fine. */
export async function unregister(context: IHookFunctions): Promise<void> {
	const url = webhookUrl(context);
	const stack = await openStack.call(context);
	await remove(stack, ownOf(await allWebhooks(stack), url));
}

/** An answer that got lost does not mean that nothing was made: it is looked for before it is made again. */
async function create(wanted: Registration, present: number): Promise<Webhook> {
	const { stack, url } = wanted;
	for (let attempt = 1; ; attempt++) {
		const answer = await stack.attempt<{ webhook: Webhook }>({
			method: 'POST',
			path: '/webhooks',
			body: wanted.bodyFor(''),
		});
		if (answer.ok) return answer.body.webhook;
		const { failure } = answer;
		if (attempt >= TRIES || !mayHaveLanded(failure)) throw refusal(stack, failure, present);
		await sleep(PAUSE_MS * attempt);
		const [landed] = ownOf(await allWebhooks(stack), url);
		if (landed) return landed;
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

function refusal(stack: Stack, failure: CallFailure, present: number): Error {
	const error = stack.errorFor(failure);
	const isTold = Object.keys(serviceError(failure.body).fields).some((field) =>
		['name', 'target_url', 'channels', 'destinations', 'branches'].includes(field),
	);
	if (present < MOST_WEBHOOKS || failure.status === undefined || isTold) return error;
	return new NodeOperationError(stack.context.getNode(), 'This stack has no room for a webhook', {
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
