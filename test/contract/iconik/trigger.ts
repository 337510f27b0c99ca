import type { IDataObject, INodeParameters, IWebhookResponseData } from 'n8n-workflow';
import { IconikTrigger } from '../../../nodes/Iconik/IconikTrigger.node';
import { hookContext, webhookContext, type AnsweredResponse } from '../../support/engine';
import type { CredentialData } from '../../support/credentials';
import { call, credentialTypes, type Service } from './library';

const node = new IconikTrigger();
const type = 'n8n-nodes-contentstack-iconik.iconikTrigger';
const hooks = node.webhookMethods.default;

export interface SetUp {
	parameters?: INodeParameters;
	webhookId?: string;
	webhookBaseUrl?: string;
	staticData?: IDataObject;
	isTest?: boolean;
	credentials?: CredentialData;
}

const contextOf = (service: Service, setUp: SetUp) => ({
	node,
	type,
	credentials: service.credentials,
	credentialTypes,
	...setUp,
});

/** As n8n activates a workflow: only what is not there yet is made. */
export async function activate(service: Service, setUp: SetUp = {}): Promise<void> {
	const exists = await hooks.checkExists.call(hookContext(contextOf(service, setUp)));
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

/** Hands one call to the trigger, as n8n does when it comes in. */
export async function receive(
	service: Service,
	body: IDataObject | string | Buffer,
	headers: Record<string, string>,
	setUp: SetUp = {},
): Promise<Received> {
	const incoming = webhookContext({ ...contextOf(service, setUp), body, headers });
	const answer = await node.webhook.call(incoming.context);
	const items = answer.workflowData?.[0]?.map(({ json }) => json);
	return { answer, response: incoming.response, items };
}

export interface Action extends IDataObject {
	id: string;
	url: string;
	context: string;
	title: string;
	headers: Record<string, string>;
	status?: string;
	disabled?: boolean;
}

const listed = async <T>(service: Service, path: string) =>
	(await call<{ objects: T[] }>(service, 'GET', path)).objects;

export const actions = async (service: Service) =>
	await listed<Action>(service, 'assets/v1/custom_actions/');

export const automations = async (service: Service) =>
	await listed<IDataObject & { id: string }>(service, 'automations/v1/automations/');

export const webhooks = async (service: Service) =>
	await listed<IDataObject & { id: string; headers: Record<string, string> }>(
		service,
		'notifications/v1/webhooks/',
	);

const READ_ONLY = /^(id|date_\w+|system_domain_id|created_by|modified_by)$/;

/** What a person may send back of a thing that iconik showed. */
export const editable = (shown: object = {}): IDataObject =>
	Object.fromEntries(Object.entries(shown).filter(([key]) => !READ_ONLY.test(key)));
