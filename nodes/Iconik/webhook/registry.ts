import { NodeApiError, type IHookFunctions, type JsonObject } from 'n8n-workflow';
import { connect, type IconikClient } from '../transport/client';
import { hasStatus } from '../transport/errors';
import * as automations from './automations';
import * as actions from './customActions';
import { kindOf, reader } from './eventKinds';
import { desiredRegistration, webhookUrl } from './registration';
import * as webhooks from './webhooks';

/**
 * iconik's side of the trigger. What belongs to this node is found by its address each time: nothing is remembered, so
 * nothing can be lost, and nothing of anybody else is touched.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const wanted = await desiredRegistration(context);
	const { iconik, url, source } = wanted;
	if (source.by === 'webhooks')
		return webhooks.areFit(await webhooks.ownWebhooks(iconik, url), wanted, source.watches);
	const [action, ...others] = await actions.ownActions(iconik, url);
	if (!action || others.length > 0 || !actions.isFit(action, wanted)) return false;
	const own = await automations.ownAutomations(iconik, url, [action.id]);
	if (source.by === 'button') return own.length === 0;
	return (
		own.length === 1 &&
		own.every((one) => automations.isFit(one, wanted, source.trigger, action.id))
	);
}

/** Makes what is missing and mends what is not as it should be. May be called any number of times. */
export async function register(context: IHookFunctions): Promise<void> {
	const wanted = await desiredRegistration(context);
	const { iconik, url, source } = wanted;
	if (source.by === 'webhooks') {
		await webhooks.ensureWebhooks(wanted, source.watches);
		return await ifAllowed(context, async () => await removeActions(iconik, url));
	}
	const actionId = await actions.ensureAction(wanted);
	if (source.by === 'automation')
		await automations.ensureAutomation(wanted, source.trigger, actionId);
	else await ifAllowed(context, async () => await removeAutomations(iconik, url, [actionId]));
	await ifAllowed(context, async () => await removeWebhooks(iconik, url));
}

/** Removes what belongs to this node; what is gone already is fine. */
export async function unregister(context: IHookFunctions): Promise<void> {
	const url = webhookUrl(context);
	const iconik = await connect(context);
	const { by } = kindOf(context).source(reader(context));
	if (by === 'webhooks') return await removeWebhooks(iconik, url);
	await removeActions(iconik, url);
}

/** The automations go first: they must not fire into nothing. */
async function removeActions(iconik: IconikClient, url: string): Promise<void> {
	const own = await actions.ownActions(iconik, url);
	await removeAutomations(
		iconik,
		url,
		own.map(({ id }) => id),
	);
	await actions.removeActions(iconik, own);
}

async function removeAutomations(iconik: IconikClient, url: string, actionIds: string[]) {
	const own = await automations.ownAutomations(iconik, url, actionIds);
	await automations.removeAutomations(iconik, own);
}

async function removeWebhooks(iconik: IconikClient, url: string): Promise<void> {
	await webhooks.removeWebhooks(iconik, await webhooks.ownWebhooks(iconik, url));
}

/** What another event left behind at this address is cleared away, except where the token lacks the role to look. */
async function ifAllowed(context: IHookFunctions, clear: () => Promise<void>): Promise<void> {
	try {
		await clear();
	} catch (error) {
		if (!hasStatus(error, 401, 403)) throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}
