import type { IHookFunctions } from 'n8n-workflow';
import { connect } from '../transport/client';
import * as automations from './automations';
import * as actions from './customActions';
import { desiredRegistration, eventOf, webhookUrl } from './registration';
import * as webhooks from './webhooks';

/**
 * iconik's side of the trigger. What belongs to this node is found by its address each time: nothing is remembered, so
 * nothing can be lost, and nothing of anybody else is touched.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const wanted = await desiredRegistration(context);
	const { iconik, url, event } = wanted;
	if (event === 'webhookEvent') {
		const own = await webhooks.ownWebhooks(iconik, url);
		return own.length === 1 && own.every((webhook) => webhooks.isFit(webhook, wanted));
	}
	const [action, ...others] = await actions.ownActions(iconik, url);
	if (!action || others.length > 0 || !actions.isFit(action, wanted)) return false;
	const own = await automations.ownAutomations(iconik, url, [action.id]);
	if (event === 'customAction') return own.length === 0;
	return own.length === 1 && own.every((one) => automations.isFit(one, wanted, action.id));
}

/** Makes what is missing and mends what is not as it should be. May be called any number of times. */
export async function register(context: IHookFunctions): Promise<void> {
	const wanted = await desiredRegistration(context);
	if (wanted.event === 'webhookEvent') return await webhooks.ensureWebhook(wanted);
	const actionId = await actions.ensureAction(wanted);
	if (wanted.event === 'reviewStatusChanged') await automations.ensureAutomation(wanted, actionId);
}

/** Removes what belongs to this node; what is gone already is fine. The automation goes first: it must not fire into nothing. */
export async function unregister(context: IHookFunctions): Promise<void> {
	const url = webhookUrl(context);
	const iconik = await connect(context);
	if (eventOf(context) === 'webhookEvent')
		return await webhooks.removeWebhooks(iconik, await webhooks.ownWebhooks(iconik, url));
	const own = await actions.ownActions(iconik, url);
	if (eventOf(context) === 'reviewStatusChanged') {
		const actionIds = own.map(({ id }) => id);
		const found = await automations.ownAutomations(iconik, url, actionIds);
		await automations.removeAutomations(iconik, found);
	}
	await actions.removeActions(iconik, own);
}
