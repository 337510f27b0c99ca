import type {
	IAuthenticateGeneric,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	INodeType,
	IWebhookFunctions,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

/** A credential of the smallest kind that still needs its defaults and expressions worked out. */
export const greeterApi: ICredentialType = {
	name: 'greeterApi',
	displayName: 'Greeter API',
	properties: [
		{ displayName: 'Origin', name: 'origin', type: 'string', default: '' },
		{ displayName: 'Token', name: 'token', type: 'string', default: '' },
		{ displayName: 'Tenant', name: 'tenant', type: 'string', default: 'main' },
		{ displayName: 'Base', name: 'base', type: 'hidden', default: '={{$self["origin"]}}/v1' },
	],
	authenticate: {
		type: 'generic',
		properties: {
			headers: { 'x-token': '={{$credentials.token}}', 'x-tenant': '={{$credentials.tenant}}' },
		},
	} as IAuthenticateGeneric,
	test: {
		request: { baseURL: '={{$credentials.base}}', url: '/me' },
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: 'The token is not known' } },
		],
	},
};

async function ask(this: IExecuteFunctions, index: number): Promise<IDataObject> {
	const { base } = await this.getCredentials<{ base: string }>('greeterApi');
	return (await this.helpers.httpRequestWithAuthentication.call(this, 'greeterApi', {
		url: `${base}/greet/${this.getNodeParameter('name', index) as string}`,
	})) as IDataObject;
}

/** A small service node with everything that the test harness promises to run: items, hooks, webhook, dropdown, credential test. */
export class GreeterNode implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Greeter',
		name: 'greeter',
		group: ['transform'],
		version: 1,
		description: 'Greets',
		defaults: { name: 'Greeter' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'greeterApi', required: true, testedBy: 'greeterTest' }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: [
			{ displayName: 'Name', name: 'name', type: 'string', default: 'world', required: true },
		],
	};

	methods = {
		loadOptions: {
			async names(this: ILoadOptionsFunctions) {
				const { base } = await this.getCredentials<{ base: string }>('greeterApi');
				const names = (await this.helpers.httpRequestWithAuthentication.call(this, 'greeterApi', {
					url: `${base}/names`,
				})) as string[];
				const current = this.getCurrentNodeParameter('name') as string;
				return [...names, current].map((name) => ({ name, value: name }));
			},
		},
		credentialTest: {
			greeterTest: async (credential: { data?: IDataObject }) =>
				credential.data?.tenant === 'main'
					? { status: 'OK' as const, message: 'Hello' }
					: { status: 'Error' as const, message: 'No such tenant' },
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions) {
				return this.getWorkflowStaticData('node').url === this.getNodeWebhookUrl('default');
			},
			async create(this: IHookFunctions) {
				this.getWorkflowStaticData('node').url = this.getNodeWebhookUrl('default');
				return true;
			},
			async delete(this: IHookFunctions) {
				return true;
			},
		},
	};

	async execute(this: IExecuteFunctions) {
		const output = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			try {
				output.push({ json: await ask.call(this, item), pairedItem: { item } });
			} catch (error) {
				if (this.continueOnFail()) {
					output.push({ json: { error: (error as Error).message }, pairedItem: { item } });
				} else if (error instanceof NodeApiError) {
					error.context.itemIndex = item;
					throw new NodeApiError(this.getNode(), error as unknown as JsonObject);
				} else {
					throw new NodeOperationError(this.getNode(), error as Error, { itemIndex: item });
				}
			}
		}
		return [output];
	}

	async webhook(this: IWebhookFunctions) {
		const request = this.getRequestObject();
		if (!request.rawBody) await request.readRawBody();
		if (this.getHeaderData()['x-secret'] !== 'open sesame') {
			this.getResponseObject().status(401).json({ message: 'Wrong secret' });
			return { noWebhookResponse: true };
		}
		return {
			workflowData: [this.helpers.returnJsonArray({ bytes: request.rawBody.toString('hex') })],
		};
	}
}
