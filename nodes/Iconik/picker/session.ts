import type { IWebhookFunctions } from 'n8n-workflow';
import { isSameSecret } from '../../../lib/constantTime';
import type { Session } from '../../../lib/pickerProtocol';
import { accessKey, openSession, sessionOf, type SessionHolder } from './access';
import { collections } from './collections';
import { credentialsOf } from './credentials';
import { isFromPage, originOf } from './hosts';
import { misses, requests } from './limits';
import { keyWrong, originRefused, sessionExpired } from './refusal';
import { object } from './request';
import type { PickerSetUp } from './scope';
import { startServing } from './serving';

/** Who asks, as far as it is known before any secret is shown. */
export function addressOf(context: IWebhookFunctions): string {
	return context.getRequestObject().ip ?? 'unknown';
}

/** @throws Refusal when the call comes from somebody else's page, or there were too many from this address */
export function admit(context: IWebhookFunctions, { appHosts }: PickerSetUp): void {
	const { origin, 'sec-fetch-site': fetchSite } = context.getHeaderData() as Record<
		string,
		unknown
	>;
	const allowed = [ownOrigin(context), ...appHosts];
	if (!isFromPage({ origin, fetchSite }, allowed)) throw originRefused();
	requests.address.count(addressOf(context), Date.now());
}

/**
 * Exchanges the key for a session.
 * @throws Refusal when the key is wrong, or the page stands in the frame of an app that was not chosen
 */
export async function open(context: IWebhookFunctions, setUp: PickerSetUp): Promise<Session> {
	const { key, parentOrigin } = object(context.getRequestObject().body as unknown);
	const isFramedElsewhere =
		typeof parentOrigin === 'string' &&
		![ownOrigin(context), ...setUp.appHosts].includes(parentOrigin);
	if (isFramedElsewhere) throw originRefused();
	const now = Date.now();
	const address = `key ${addressOf(context)}`;
	misses.address.check(address, now);
	const holder = await holderOf(context, setUp);
	if (!isSameSecret(key, accessKey(holder.authToken, holder.accessName))) {
		misses.address.count(address, now);
		throw keyWrong();
	}
	const serving = await startServing(context, setUp, () => undefined);
	const { scope, captionLanguages } = setUp;
	const roots = scope.collectionIds.length > 0 ? await collections(serving, undefined) : undefined;
	const { token, ends } = openSession(holder, now);
	return {
		token,
		expires: new Date(ends).toISOString(),
		settings: {
			approvedOnly: scope.approvedOnly,
			notUsable: scope.notUsable,
			mediaTypes: scope.mediaTypes,
			collections: roots?.collections ?? [],
			captionLanguages,
			webUrl: serving.iconik.origin,
		},
	};
}

/**
 * What counts, for who asks, that something is not there or out of scope.
 * @throws Refusal when there is no session of ours, it has ended, or asks or guesses too much
 */
export async function checkSession(
	context: IWebhookFunctions,
	setUp: PickerSetUp,
): Promise<() => void> {
	const token = (context.getHeaderData() as Record<string, unknown>)['x-picker-session'];
	const now = Date.now();
	const session = sessionOf(await holderOf(context, setUp), token, now);
	if (session === undefined) throw sessionExpired();
	const address = addressOf(context);
	requests.session.count(session, now);
	misses.session.check(session, now);
	misses.address.check(address, now);
	return () => {
		misses.address.count(address, now);
		misses.session.count(session, now);
	};
}

async function holderOf(
	context: IWebhookFunctions,
	{ accessName }: PickerSetUp,
): Promise<SessionHolder> {
	const { authToken } = await credentialsOf(context);
	const node = `${context.getWorkflow().id} ${context.getNode().id}`;
	return { authToken, accessName, node };
}

function ownOrigin(context: IWebhookFunctions): string {
	return originOf(context.getNodeWebhookUrl('default')) ?? '';
}
