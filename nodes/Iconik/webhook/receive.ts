import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { BriefMemory } from '../../../lib/briefMemory';
import type { IconikCredentials } from '../transport/origin';
import { kindOf, reader, type EventKind } from './eventKinds';
import { actionItems, parseBody, webhookItems } from './events';
import { look } from './look';
import { isFromWanted, type Senders } from './senders';
import { verifyHeaders, type Identity } from './verify';
import { gather, type Gathered } from './window';

/** Answered with 200 and without an execution: the event is fine, only nobody here wants it. */
const NOT_WANTED: IWebhookResponseData = {};

/**
 * n8n starts an expression engine each time that a webhook reads its credential, which costs as much as all the rest of a call. A
 * bulk change in iconik is hundreds of calls within seconds.
 */
const credentials = new BriefMemory<IconikCredentials>(5_000);

const SHORTEST_WINDOW_MS = 500;
const LONGEST_WINDOW_MS = 10_000;

/**
 * Takes in one call: who sent it, is it an event, does a filter want it. Only then an execution starts. An event is a hint and says
 * nothing of how things are now, so the same one again, late or out of order does no harm.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const identity = await verify(context);
	if (!identity) return refuse(context, 401, 'This call does not come from iconik');
	const request = context.getRequestObject();
	if (!request.rawBody) await request.readRawBody();
	const body = parseBody(request.rawBody ?? Buffer.alloc(0));
	if (!body) return refuse(context, 400, 'The body is not a JSON object');
	const tenant = body.system_domain_id ?? identity.tenantId;
	if (tenant !== identity.tenantId) return refuse(context, 401, 'This is another tenant of iconik');
	const kind = kindOf(context);
	const items = itemsOf(context, kind, body);
	if (!items) return refuse(context, 400, 'The body is not an event of iconik');
	if (!isFromWanted(body, sendersOf(context, kind), identity)) return NOT_WANTED;
	const looked = await lookAt(context, kind, items);
	if ('handedOver' in looked) return answerWhen(context, looked.handedOver);
	if (looked.items.length === 0) return NOT_WANTED;
	return { workflowData: [context.helpers.returnJsonArray(looked.items)] };
}

/** A token that was read a moment ago is good enough to let a call in, but not to turn it away: it may just have been replaced. */
async function verify(context: IWebhookFunctions): Promise<Identity | undefined> {
	// Only the second one knows of test runs, and older releases of n8n lack it.
	const urls = [
		context.getNodeWebhookUrl('default'),
		'getWebhookResourceUrl' in context ? context.getWebhookResourceUrl('default') : undefined,
	].filter((url): url is string => typeof url === 'string');
	const headers = context.getHeaderData() as IDataObject;
	const id = context.getNode().credentials?.iconikApi?.id ?? '';
	const recent = await credentials.recent(id);
	const known = recent && verifyHeaders(headers, recent.authToken, urls);
	if (known) return known;
	const { authToken } = await credentials.renew(
		id,
		async () => await context.getCredentials<IconikCredentials>('iconikApi'),
	);
	return verifyHeaders(headers, authToken, urls);
}

function itemsOf(
	context: IWebhookFunctions,
	{ name, source }: EventKind,
	body: IDataObject,
): IDataObject[] | undefined {
	const isWebhook = source(reader(context)).by === 'webhooks';
	return isWebhook ? webhookItems(name, body) : actionItems(name, body);
}

/** Whom an automation names need not be who made the change, so its events are not asked for their sender. */
function sendersOf(context: IWebhookFunctions, { source }: EventKind): Senders {
	const read = reader(context);
	if (source(read).by === 'automation') return {};
	const { users } = read<Senders>('filters', {});
	const { ignoreOwnChanges } = read<Senders>('options', {});
	return { users, ignoreOwnChanges };
}

/** At once, or together with the other events of the window. Who presses a button does not wait for others. */
async function lookAt(
	context: IWebhookFunctions,
	kind: EventKind,
	items: IDataObject[],
): Promise<Gathered> {
	const lookNow = async (all: IDataObject[]) => await look(context, kind, all);
	const windowMs = windowOf(context);
	if (windowMs === 0 || kind.source(reader(context)).by === 'button')
		return { items: await lookNow(items) };
	const { id } = context.getWorkflow();
	const key = `${id} ${context.getNode().id} ${context.getNodeWebhookUrl('default')} ${context.getMode()}`;
	return await gather(key, windowMs, items, lookNow);
}

function windowOf(context: IWebhookFunctions): number {
	const { window: seconds = 0 } = reader(context)<{ window?: number }>('options', {});
	if (!(seconds > 0)) return 0;
	return Math.min(Math.max(seconds * 1000, SHORTEST_WINDOW_MS), LONGEST_WINDOW_MS);
}

/**
 * Lets go of the call at once and answers its sender later: n8n keeps an expression engine busy for each call that a node has not
 * returned from, and hundreds of them would wait here.
 */
function answerWhen(context: IWebhookFunctions, handedOver: Promise<void>): IWebhookResponseData {
	const response = context.getResponseObject();
	const answer = (status: number, message: string) => {
		// The sender may have given up by now.
		if (!response.writableEnded && !response.destroyed) response.status(status).json({ message });
	};
	void handedOver.then(
		() => answer(200, 'Handed over together with other events'),
		() => answer(500, 'The events could not be handed over'),
	);
	return { noWebhookResponse: true };
}

/** Answers by itself, so that no execution is recorded for what is not ours. */
function refuse(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
