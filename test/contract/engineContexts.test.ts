import { credentialTest, hookContext, loadOptionsContext, webhookContext } from '../support/engine';
import { GreeterNode, greeterApi } from '../support/greeterNode';
import { RecordingServer } from '../support/recordingServer';

const server = new RecordingServer(({ headers }) =>
	headers['x-token'] === 'right'
		? { body: ['Ada'] }
		: { status: 401, body: { reason: 'unknown token' } },
);
const node = new GreeterNode();
const type = 'test.greeter';
const credentialTypes = [greeterApi];
let credentials: { greeterApi: { origin: string; token: string } };

beforeAll(async () => {
	credentials = { greeterApi: { origin: await server.listen(), token: 'right' } };
});
afterAll(async () => await server.close());

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
