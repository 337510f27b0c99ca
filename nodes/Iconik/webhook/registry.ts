import type { IHookFunctions } from 'n8n-workflow';
import { connect } from '../transport/client';
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
	const { source } = wanted;
	if (source.by === 'webhooks') return await webhooks.ensureWebhooks(wanted, source.watches);
	const actionId = await actions.ensureAction(wanted);
	if (source.by === 'automation')
		await automations.ensureAutomation(wanted, source.trigger, actionId);
}

/** Removes what belongs to this node; what is gone already is fine. The automation goes first: it must not fire into nothing. */
export async function unregister(context: IHookFunctions): Promise<void> {
	const url = webhookUrl(context);
	const iconik = await connect(context);
	const { by } = kindOf(context).source(reader(context));
	if (by === 'webhooks')
		return await webhooks.removeWebhooks(iconik, await webhooks.ownWebhooks(iconik, url));
	const own = await actions.ownActions(iconik, url);
	if (by === 'automation') {
		const actionIds = own.map(({ id }) => id);
		const found = await automations.ownAutomations(iconik, url, actionIds);
		await automations.removeAutomations(iconik, found);
	}
	await actions.removeActions(iconik, own);
}
