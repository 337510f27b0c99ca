import type { IExecuteFunctions } from 'n8n-workflow';
import { runNode, runWorkflow } from '../support/engine';
import { GreeterNode, greeterApi } from '../support/greeterNode';
import { RecordingServer } from '../support/recordingServer';

const server = new RecordingServer(({ path, headers }) => {
	if (headers['x-token'] !== 'right') return { status: 401, body: { reason: 'unknown token' } };
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
