import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { connect } from '../transport/client';
import type { IconikCredentials } from '../transport/origin';
import { parseBody, toItems, type EventName } from './events';
import { passing, type Filters } from './filters';
import { eventOf, type TriggerEvent } from './registration';
import { verifyHeaders, type Identity } from './verify';

const NAMES: Record<TriggerEvent, EventName> = {
	reviewStatusChanged: 'review_status_changed',
	customAction: 'custom_action',
	webhookEvent: 'webhook',
};

/** Answered with 200 and without an execution: the event is fine, only nobody here wants it. */
const IGNORED: IWebhookResponseData = {};

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
	const items = toItems(NAMES[eventOf(context)], body);
	if (!items) return refuse(context, 400, 'The body is not an event of iconik');
	if (isOwn(context, body, identity)) return IGNORED;
	const wanted = await filter(context, items);
	if (wanted.length === 0) return IGNORED;
	return { workflowData: [context.helpers.returnJsonArray(wanted)] };
}

async function verify(context: IWebhookFunctions): Promise<Identity | undefined> {
	const { authToken } = await context.getCredentials<IconikCredentials>('iconikApi');
	// Only the second one knows of test runs, and older releases of n8n lack it.
	const urls = [
		context.getNodeWebhookUrl('default'),
		'getWebhookResourceUrl' in context ? context.getWebhookResourceUrl('default') : undefined,
	];
	const known = urls.filter((url): url is string => typeof url === 'string');
	return verifyHeaders(context.getHeaderData() as IDataObject, authToken, known);
}

function isOwn(context: IWebhookFunctions, body: IDataObject, { userId }: Identity): boolean {
	const { ignoreOwnChanges } = context.getNodeParameter('options', {}) as {
		ignoreOwnChanges?: boolean;
	};
	return ignoreOwnChanges === true && body.user_id === userId;
}

async function filter(context: IWebhookFunctions, items: IDataObject[]): Promise<IDataObject[]> {
	const filters = context.getNodeParameter('filters', {}) as Filters;
	return await passing(await connect(context), items, filters);
}

/** Answers by itself, so that no execution is recorded for what is not ours. */
function refuse(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
