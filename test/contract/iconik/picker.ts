import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { PickerRefusal, Session } from '../../../lib/pickerProtocol';
import { IconikPickerTrigger } from '../../../nodes/Iconik/IconikPickerTrigger.node';
import { accessKey } from '../../../nodes/Iconik/picker/access';
import { webhookContext, type AnsweredResponse } from '../../support/engine';
import { credentialTypes, type Service } from './library';

const node = new IconikPickerTrigger();
const type = 'n8n-nodes-contentstack-iconik.iconikPickerTrigger';

/** n8n's own address in these tests, which the page has, too. */
export const OWN_ORIGIN = 'https://n8n.example.com';

export interface Ask {
	query?: Record<string, string | string[]>;
	body?: IDataObject | string;
	headers?: Record<string, string>;
	parameters?: INodeParameters;
	session?: string;
	ip?: string;
	webhookId?: string;
}

export interface Asked<T> {
	status: number;
	body: T;
	headers: AnsweredResponse['headers'];
	/** What the workflow would start with; nothing when it would not. */
	items: IDataObject[] | undefined;
	milliseconds: number;
}

/** One call of the page to its node, as n8n hands it over. */
export async function ask<T = PickerRefusal>(
	service: Service,
	name: string,
	{ session, headers, body, ...call }: Ask = {},
): Promise<Asked<T>> {
	const isPost = name === 'session' || name === 'select';
	const incoming = webhookContext({
		node,
		type,
		credentials: service.credentials,
		credentialTypes,
		webhookPath: name === '' ? 'picker' : `picker/${name}`,
		method: isPost ? 'POST' : 'GET',
		headers: {
			...(isPost ? { origin: OWN_ORIGIN } : { 'sec-fetch-site': 'same-origin' }),
			...(session !== undefined && { 'x-picker-session': session }),
			...headers,
		},
		...(body !== undefined && { body }),
		...call,
	});
	const began = performance.now();
	const answer = await node.webhook.call(incoming.context);
	const { status, body: answered, headers: answeredHeaders } = incoming.response;
	return {
		status,
		body: answered as T,
		headers: answeredHeaders,
		items: answer.workflowData?.[0]?.map(({ json }) => json),
		milliseconds: performance.now() - began,
	};
}

export const keyOf = ({ connection }: Service, accessName = 'contentstack') =>
	accessKey(connection.authToken, accessName);

/** Opens a session with the right key. */
export async function session(service: Service, call: Ask = {}): Promise<string> {
	const opened = await ask<Session>(service, 'session', {
		body: { key: keyOf(service), parentOrigin: 'https://app.contentstack.com' },
		...call,
	});
	if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
	return opened.body.token;
}
