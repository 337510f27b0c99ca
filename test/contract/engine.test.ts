import type { IExecuteFunctions } from 'n8n-workflow';
import {
	credentialTest,
	hookContext,
	loadOptionsContext,
	runNode,
	runWorkflow,
	webhookContext,
} from '../support/engine';
import { GreeterNode, greeterApi } from '../support/greeterNode';
import { RecordingServer } from '../support/recordingServer';

const server = new RecordingServer(({ path, headers }) => {
	if (headers['x-token'] !== 'right') return { status: 401, body: { reason: 'unknown token' } };
	if (path === '/v1/names') return { body: ['Ada'] };
	const name = decodeURIComponent(path.split('/').pop() ?? '');
	if (name === 'nobody') return { status: 404, body: { reason: 'no such person' } };
	return { body: { greeting: `Hello ${name}` } };
});
const node = new GreeterNode();
const type = 'test.greeter';
const credentialTypes = [greeterApi];
let credentials: { greeterApi: { origin: string; token: string } };

beforeAll(async () => {
	credentials = { greeterApi: { origin: await server.listen(), token: 'right' } };
});
beforeEach(() => {
	server.calls.length = 0;
});
afterAll(async () => await server.close());

const greet = async (options: Partial<Parameters<typeof runNode>[0]> = {}) =>
	await runNode({
		node,
		type,
		credentials,
		credentialTypes,
		parameters: { name: '={{ $json.who.toUpperCase() }}' },
		items: [{ who: 'ada' }, { who: 'grace' }],
		...options,
	});

describe('running a node', () => {
	it('evaluates expressions for each item and pairs each output with its input', async () => {
		const { output, error } = await greet();
		expect(error).toBeUndefined();
		expect(output).toEqual([
			[
				{ json: { greeting: 'Hello ADA' }, pairedItem: { item: 0 } },
				{ json: { greeting: 'Hello GRACE' }, pairedItem: { item: 1 } },
			],
		]);
	});

	it('lets expressions look back at the node before', async () => {
		const { output } = await greet({ parameters: { name: '={{ $("Start").item.json.who }}' } });
		expect(output[0]?.map(({ json }) => json.greeting)).toEqual(['Hello ada', 'Hello grace']);
	});

	it('fills in the defaults of parameters and of the credential, and sends the credential on the wire', async () => {
		await greet({ parameters: {}, items: [{}] });
		expect(server.calls).toHaveLength(1);
		expect(server.calls[0]).toMatchObject({
			path: '/v1/greet/world',
			headers: { 'x-token': 'right', 'x-tenant': 'main' },
		});
	});

	it('takes a credential type whose authenticate is a function', async () => {
		const signing = {
			...greeterApi,
			authenticate: async (data: object, request: { headers?: object }) => ({
				...request,
				headers: { ...request.headers, 'x-token': (data as { token: string }).token },
			}),
		};
		const { output } = await greet({ credentialTypes: [signing as never] });
		expect(output[0]).toHaveLength(2);
		expect(server.calls[0]?.headers).not.toHaveProperty('x-tenant');
	});

	it('keeps the status, the answer and the item of the call that failed', async () => {
		const { output, error } = await greet({
			parameters: { name: '={{ $json.who }}' },
			items: [{ who: 'ada' }, { who: 'nobody' }],
		});
		expect(output).toEqual([]);
		expect(error).toMatchObject({
			httpCode: '404',
			context: { itemIndex: 1, data: { reason: 'no such person' } },
		});
	});

	it('puts error items on the error branch, merged with their input', async () => {
		const { output, error } = await greet({
			parameters: { name: '={{ $json.who }}' },
			items: [{ who: 'nobody' }, { who: 'ada' }],
			onError: 'continueErrorOutput',
		});
		expect(error).toBeUndefined();
		const [done, failed] = output;
		expect(done?.map(({ json }) => json)).toEqual([{ greeting: 'Hello ada' }]);
		expect(failed).toHaveLength(1);
		expect(failed?.[0]?.json).toMatchObject({ who: 'nobody', error: expect.any(String) });
	});

	it('leaves error items in place when the node continues on its regular output', async () => {
		const { output } = await greet({
			parameters: { name: '={{ $json.who }}' },
			items: [{ who: 'nobody' }, { who: 'ada' }],
			onError: 'continueRegularOutput',
		});
		expect(output).toHaveLength(1);
		expect(output[0]?.map(({ json }) => Object.keys(json))).toEqual([['error'], ['greeting']]);
	});

	it('refuses to start when a required parameter is empty', async () => {
		await expect(greet({ parameters: { name: '' } })).rejects.toThrow(
			'Parameter "Name" is required',
		);
	});

	it('keeps files in the store of n8n, not in the item', async () => {
		const storing = {
			...node,
			async execute(this: IExecuteFunctions) {
				const stored = await this.helpers.prepareBinaryData(Buffer.from('caption'), 'a.vtt');
				const text = (
					await this.helpers.binaryToBuffer(await this.helpers.getBinaryStream(stored.id as string))
				).toString();
				return [[{ json: { text }, binary: { file: stored }, pairedItem: { item: 0 } }]];
			},
		};
		const { output } = await greet({ node: storing });
		expect(output[0]?.[0]).toMatchObject({
			json: { text: 'caption' },
			binary: { file: { data: 'filesystem-v2', fileName: 'a.vtt' } },
		});
	});

	it('does not run a node that gets no items', async () => {
		expect((await greet({ items: [] })).output).toEqual([]);
		expect(server.calls).toEqual([]);
	});
});

describe('running several nodes', () => {
	const at = (name: string, parameters: { name: string }) => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
		credentials: { greeterApi: { id: 'greeterApi', name: 'Greeter' } },
	});

	it('hands the items of one node to the next', async () => {
		const { status, outputs } = await runWorkflow({
			nodes: [at('First', { name: 'ada' }), at('Second', { name: '={{ $json.greeting.length }}' })],
			connections: { First: { main: [[{ node: 'Second', type: 'main', index: 0 }]] } },
			nodeTypes: { [type]: node },
			credentials,
			credentialTypes,
			start: 'First',
		});
		expect(status).toBe('success');
		expect(outputs.Second?.[0]?.[0]?.json).toEqual({ greeting: 'Hello 9' });
	});

	it('stops at the node that fails and says so', async () => {
		const { status, outputs, error } = await runWorkflow({
			nodes: [at('First', { name: 'nobody' }), at('Second', { name: 'ada' })],
			connections: { First: { main: [[{ node: 'Second', type: 'main', index: 0 }]] } },
			nodeTypes: { [type]: node },
			credentials,
			credentialTypes,
			start: 'First',
		});
		expect(status).toBe('error');
		expect(error?.httpCode).toBe('404');
		expect(outputs).not.toHaveProperty('Second');
	});
});

describe('hooks and webhook calls', () => {
	it('gives hooks the address of the webhook and keeps what they store', async () => {
		const staticData = {};
		const setUp = { node, type, credentials, credentialTypes, webhookId: 'abc', staticData };
		const { checkExists, create } = node.webhookMethods.default;
		expect(await checkExists.call(hookContext(setUp))).toBe(false);
		await create.call(hookContext(setUp));
		expect(await checkExists.call(hookContext(setUp))).toBe(true);
		expect(staticData).toEqual({
			'node:Node': { url: 'https://n8n.example.com/webhook/abc/webhook' },
		});
	});

	it('gives a test run its own address', () => {
		const context = hookContext({ node, type, webhookId: 'abc', isTest: true });
		expect(context.getNodeWebhookUrl('default')).toBe(
			'https://n8n.example.com/webhook-test/abc/webhook',
		);
	});

	it.each([true, false])(
		'hands over the very bytes that came in (read by n8n before: %s)',
		async (alreadyRead) => {
			const body = Buffer.from([0xff, 0x00, 0x7b]);
			const headers = { 'X-Secret': 'open sesame' };
			const { context, response } = webhookContext({ node, type, body, headers, alreadyRead });
			const { workflowData } = await node.webhook.call(context);
			expect(workflowData?.[0]?.[0]?.json).toEqual({ bytes: 'ff007b' });
			expect(response.ended).toBe(false);
		},
	);

	it('records the answer of a node that refuses a call', async () => {
		const { context, response } = webhookContext({ node, type, body: { a: 1 } });
		expect(await node.webhook.call(context)).toEqual({ noWebhookResponse: true });
		expect(response).toMatchObject({ status: 401, ended: true, body: { message: 'Wrong secret' } });
	});
});

describe('what the editor asks', () => {
	it('fills a dropdown over HTTP, with the current parameters at hand', async () => {
		const context = loadOptionsContext({
			node,
			type,
			credentials,
			credentialTypes,
			parameters: { name: 'Grace' },
		});
		const options = await node.methods.loadOptions.names.call(context);
		expect(options.map(({ value }) => value)).toEqual(['Ada', 'Grace']);
	});

	it.each([
		['right', 'OK', 'Connection successful!'],
		['wrong', 'Error', 'The token is not known'],
	])(
		'judges the token "%s" by the request of the credential type',
		async (token, status, message) => {
			const data = { ...credentials.greeterApi, token };
			expect(await credentialTest({ credentialType: greeterApi, data })).toEqual({
				status,
				message,
			});
		},
	);

	it.each([
		['main', 'OK'],
		['other', 'Error'],
	])('judges the tenant "%s" by the method of the node', async (tenant, status) => {
		const data = { ...credentials.greeterApi, tenant };
		const verdict = await credentialTest({ credentialType: greeterApi, data, node });
		expect(verdict.status).toBe(status);
	});
});
