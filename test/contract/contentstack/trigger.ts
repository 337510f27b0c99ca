import { createHmac } from 'node:crypto';
import type { IDataObject, INodeParameters, IWebhookResponseData } from 'n8n-workflow';
import axios from 'axios';
import type { ContentstackConnection } from '../../../sandbox/contentstack';
import { ContentstackApi } from '../../../credentials/ContentstackApi.credentials';
import { ContentstackTrigger } from '../../../nodes/Contentstack/ContentstackTrigger.node';
import { secretHeaders } from '../../../nodes/Contentstack/webhook/verify';
import type { CredentialData } from '../../support/credentials';
import { hookContext, webhookContext, type AnsweredResponse } from '../../support/engine';
import type { SimulatedService } from '../../support/sandbox';

export type Service = SimulatedService<ContentstackConnection, { contentstackApi: IDataObject }>;

export const node = new ContentstackTrigger();
export const type = 'n8n-nodes-contentstack-iconik.contentstackTrigger';
const hooks = node.webhookMethods.default;

export interface SetUp {
	parameters?: INodeParameters;
	webhookId?: string;
	webhookBaseUrl?: string;
	isTest?: boolean;
	/** Values of the credential that differ from the simulator's. */
	credential?: IDataObject;
}

export const contextOf = (service: Service, { credential = {}, ...setUp }: SetUp) => ({
	node,
	type,
	credentials: {
		contentstackApi: { ...service.credentials.contentstackApi, ...credential },
	} as CredentialData,
	credentialTypes: [new ContentstackApi()],
	...setUp,
});

/** As n8n activates a workflow: only what is not there yet is made. */
export async function activate(service: Service, setUp: SetUp = {}): Promise<void> {
	const exists = await isRegistered(service, setUp);
	if (!exists) await hooks.create.call(hookContext(contextOf(service, setUp)));
}

export async function isRegistered(service: Service, setUp: SetUp = {}): Promise<boolean> {
	return await hooks.checkExists.call(hookContext(contextOf(service, setUp)));
}

export async function deactivate(service: Service, setUp: SetUp = {}): Promise<void> {
	await hooks.delete.call(hookContext(contextOf(service, setUp)));
}

export interface Received {
	answer: IWebhookResponseData;
	response: AnsweredResponse;
	/** The items that an execution would start with; nothing when none would start. */
	items: IDataObject[] | undefined;
}

/**
 * Hands one delivery to the trigger, as n8n does when it comes in.
 * @param answered the status that n8n then answers; `null` when the connection breaks before
 */
export async function receive(
	service: Service,
	body: IDataObject | string | Buffer,
	headers: Record<string, string>,
	setUp: SetUp = {},
	answered: number | null = 200,
): Promise<Received> {
	const bytes = typeof body === 'string' ? Buffer.from(body) : body;
	const incoming = webhookContext({ ...contextOf(service, setUp), body: bytes, headers });
	const answer = await node.webhook.call(incoming.context);
	const items = answer.workflowData?.[0]?.map(({ json }) => json);
	const response = { ...incoming.response };
	incoming.close(answered ?? undefined);
	return { answer, response, items };
}

const URL_BASE = 'https://n8n.example.com/webhook';
const WEBHOOK_ID = '3b2f7c1e-64d0-4f0c-9a56-0c6d5a1e7f42';
/** The address of a trigger that was set up with nothing else. */
export const webhookUrl = (id = WEBHOOK_ID, base = URL_BASE) => `${base}/${id}/webhook`;

/** The shared secret of an organization that signs by HMAC. */
export const HMAC_SECRET = 'organization-secret';
/** For deliveries that a test makes itself: only the simulator can sign by RSA. */
export const signedByHmac: SetUp = { credential: { webhookSecret: HMAC_SECRET } };

/** A delivery as the service would send it, signed by HMAC. */
export function signed(
	service: Service,
	body: IDataObject,
	{
		secret = HMAC_SECRET,
		user = '',
		url = webhookUrl(),
		seconds = Math.floor(Date.now() / 1000),
	} = {},
) {
	const raw = JSON.stringify({
		triggered_at: new Date().toISOString(),
		api_key: service.connection.apiKey,
		...body,
	});
	const proof = createHmac('sha256', secret).update(`${seconds}.${raw}`).digest('hex');
	const key = String(service.credentials.contentstackApi.managementToken);
	return {
		raw,
		headers: {
			'content-type': 'application/json',
			...secretHeaders(key, url, user),
			'x-contentstack-hmac-signature': `t=${seconds},v1=${proof}`,
		},
	};
}

export interface Registered extends IDataObject {
	uid: string;
	name: string;
	channels: string[];
	branches: string[];
	disabled: boolean;
	destinations: Array<{ target_url: string; custom_header: Array<{ header_name: string }> }>;
}

/** A call of the Management API by somebody else than the node. */
export async function call<T = IDataObject>(
	service: Service,
	method: string,
	path: string,
	data?: unknown,
): Promise<T> {
	const { baseUrl, apiKey, managementToken } = service.connection;
	const answer = await axios<T>({
		method,
		url: `${baseUrl}/v3${path}`,
		data,
		headers: { api_key: apiKey, authorization: managementToken },
		proxy: false,
	});
	return answer.data;
}

export async function webhooks(service: Service): Promise<Registered[]> {
	return (await call<{ webhooks: Registered[] }>(service, 'GET', '/webhooks')).webhooks;
}

let versions = 0;
export const nextVersion = () => ++versions;

/** What is delivered of an entry's save; a new one each time. */
export const save = (entry: IDataObject = {}, data: IDataObject = {}): IDataObject => ({
	module: 'entry',
	event: 'update',
	data: {
		entry: {
			uid: 'blt0000000000000001',
			title: 'Spring',
			locale: 'en-us',
			_version: nextVersion(),
			updated_by: 'blt00000000000ann01',
			updated_at: '2026-03-02T09:05:00.000Z',
			...entry,
		},
		content_type: { uid: 'page', title: 'Page' },
		branch: { uid: 'main', source: '', alias: [] },
		...data,
	},
});
