import { serverData, testWorkflow, workflowNode, type ConfiguredNode } from './surroundings';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	IHookFunctions,
	INode,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

const WEBHOOK_ID = '3b2f7c1e-64d0-4f0c-9a56-0c6d5a1e7f42';

interface TriggerSetUp extends ConfiguredNode {
	/** Path segment of the webhook address that n8n gave this node. */
	webhookId?: string;
	/** Where n8n is reached from outside; `https://n8n.example.com/webhook` when absent. */
	webhookBaseUrl?: string;
	/** What earlier hooks of this workflow stored; changed in place. */
	staticData?: IDataObject;
	/** Which of the node's webhooks; the one named `default` when absent. */
	webhookName?: string;
	/** The same by its path, where several have one name. */
	webhookPath?: string;
}

export interface HookSetUp extends TriggerSetUp {
	activation?: WorkflowActivateMode;
	/** A test run in the editor: the address is below `/webhook-test`. */
	isTest?: boolean;
}

/** The `this` of `webhookMethods.default.checkExists`, `create` and `delete`. */
export function hookContext(setUp: HookSetUp): IHookFunctions {
	const { activation = 'activate', isTest = false } = setUp;
	const { workflow, node, additionalData } = surround(setUp);
	const webhookData = webhookOf(setUp, workflow, node, additionalData, isTest);
	const mode = isTest ? 'manual' : 'trigger';
	return new HookContext(workflow, node, additionalData, mode, activation, webhookData);
}

export interface WebhookCall extends TriggerSetUp {
	method?: string;
	headers?: Record<string, string>;
	query?: Record<string, string | string[]>;
	/** The address that the call comes from. */
	ip?: string;
	/** The bytes that came in. An object is sent as JSON. */
	body?: Buffer | string | IDataObject;
	/** Whether n8n has read the body already, as for a node of version 1 it does. Then `rawBody` is there without `readRawBody()`. */
	alreadyRead?: boolean;
}

/** What the node itself answered. `ended` is false when it left the answer to n8n. */
export interface AnsweredResponse {
	status: number;
	headers: Record<string, string>;
	body: unknown;
	ended: boolean;
}

/**
 * The `this` of `webhook()`, for one incoming call, and the answer that the node gives by itself.
 * `close` ends the connection: with the status that n8n answers where the node did not, or broken off without any.
 */
export function webhookContext(call: WebhookCall): {
	context: IWebhookFunctions;
	response: AnsweredResponse;
	close(status?: number): void;
} {
	const response: AnsweredResponse = { status: 200, headers: {}, body: undefined, ended: false };
	const closed: Array<() => void> = [];
	const { workflow, node, additionalData } = surround(call, {
		httpRequest: fakeRequest(call) as never,
		httpResponse: fakeResponse(response, closed) as never,
	});
	const webhookData = webhookOf(call, workflow, node, additionalData, false);
	const context = new WebhookContext(
		workflow,
		node,
		additionalData,
		'webhook',
		webhookData,
		[],
		null,
	);
	const close = (status?: number) => {
		if (status !== undefined && !response.ended) Object.assign(response, { ended: true, status });
		for (const listener of closed.splice(0)) listener();
	};
	return { context, response, close };
}

function surround(setUp: TriggerSetUp, extra: Partial<IWorkflowExecuteAdditionalData> = {}) {
	const named = {
		...workflowNode(setUp),
		webhookId: setUp.webhookId ?? WEBHOOK_ID,
	};
	const workflow = testWorkflow([named], {}, { [setUp.type]: setUp.node }, setUp.staticData);
	const base = setUp.webhookBaseUrl;
	const additionalData = serverData(setUp, 'trigger', {
		...(base && { webhookBaseUrl: base, webhookTestBaseUrl: `${base}-test` }),
		...extra,
	});
	return { workflow, node: workflow.getNode(named.name) as INode, additionalData };
}

function webhookOf(
	{ webhookName = 'default', webhookPath }: TriggerSetUp,
	workflow: Workflow,
	node: INode,
	additionalData: IWorkflowExecuteAdditionalData,
	isTest: boolean,
): IWebhookData {
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const webhook = description.webhooks?.find(({ name, path }) =>
		webhookPath === undefined ? name === webhookName : path === webhookPath,
	);
	if (!webhook)
		throw new UserError(`The node describes no webhook "${webhookPath ?? webhookName}"`);
	return {
		httpMethod: 'POST',
		node: node.name,
		path: webhook.path,
		webhookDescription: webhook,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
		webhookId: node.webhookId,
		isTest,
	};
}

/** As n8n's own: `body` is parsed from JSON only, and `rawBody` is absent until the body has been read. */
function fakeRequest({
	method = 'POST',
	headers = {},
	query = {},
	body = '',
	alreadyRead,
	webhookPath = '',
	ip = '203.0.113.7',
}: WebhookCall) {
	const isObject = typeof body === 'object' && !Buffer.isBuffer(body);
	const bytes = isObject ? Buffer.from(JSON.stringify(body)) : Buffer.from(body);
	const lowerCased = Object.fromEntries(
		Object.entries({ ...(isObject && { 'content-type': 'application/json' }), ...headers }).map(
			([name, value]) => [name.toLowerCase(), value],
		),
	);
	const isJson = lowerCased['content-type']?.split(';')[0] === 'application/json';
	return {
		method,
		path: `/webhook/${WEBHOOK_ID}/${webhookPath}`,
		ip,
		headers: lowerCased,
		query,
		params: {},
		body: isJson && bytes.length > 0 ? (JSON.parse(bytes.toString()) as unknown) : undefined,
		rawBody: alreadyRead ? bytes : undefined,
		async readRawBody() {
			this.rawBody = bytes;
		},
	};
}

function fakeResponse(answered: AnsweredResponse, closed: Array<() => void>) {
	const end = (body?: unknown) => {
		if (answered.ended) throw new UserError('The node answered twice');
		Object.assign(answered, { ended: true, body });
		return response;
	};
	const setHeader = (name: string, value: string) => {
		answered.headers[name.toLowerCase()] = value;
		return response;
	};
	const response = {
		get statusCode() {
			return answered.status;
		},
		get writableEnded() {
			return answered.ended;
		},
		once: (event: string, listener: () => void) => {
			if (event === 'close') closed.push(listener);
			return response;
		},
		status: (status: number) => {
			answered.status = status;
			return response;
		},
		set: setHeader,
		header: setHeader,
		setHeader,
		type: (value: string) => setHeader('content-type', value),
		writeHead: (status: number, headers: Record<string, string> = {}) => {
			answered.status = status;
			for (const [name, value] of Object.entries(headers)) setHeader(name, value);
			return response;
		},
		json: end,
		send: end,
		end,
	};
	return response;
}
