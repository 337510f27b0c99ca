import { PublicApi } from '../../../scripts/workflowImport/publicApi';
import { RecordingServer, type Answer, type ReceivedCall } from '../../support/recordingServer';

const KEY = 'the-key-of-this-test';

const row = (id: string) => ({
	id,
	name: `Workflow ${id}`,
	active: false,
	isArchived: false,
	createdAt: '2031-01-01T00:00:00.000Z',
	nodes: [],
	connections: {},
	settings: null,
	staticData: null,
	more: 'than is needed',
});

describe("n8n's public API", () => {
	let server: RecordingServer | undefined;
	afterEach(async () => await server?.close());

	const connect = async (answer: (call: ReceivedCall) => Answer) => {
		server = new RecordingServer(answer);
		return new PublicApi(await server.listen(), KEY);
	};

	test('gives all workflows over several pages, with the key in its header', async () => {
		const api = await connect(({ path }) => ({
			body: path.includes('cursor=next')
				? { data: [row('2')], nextCursor: null }
				: { data: [row('1')], nextCursor: 'next' },
		}));

		expect((await api.workflows()).map(({ id }) => id)).toEqual(['1', '2']);
		expect(server?.calls.map(({ headers }) => headers['x-n8n-api-key'])).toEqual([KEY, KEY]);
	});

	test('does not put an update of a published workflow live', async () => {
		const api = await connect(() => ({ body: row('1') }));
		const body = { name: 'a', nodes: [], connections: {}, settings: {}, staticData: {} };

		await api.update({ id: '1', active: true }, body);
		await api.update({ id: '1', active: false }, body);

		expect(server?.calls.map(({ path }) => path)).toEqual([
			'/api/v1/workflows/1?publishIfActive=false',
			'/api/v1/workflows/1',
		]);
	});

	test('tells by a credential type whether the package is there', async () => {
		const api = await connect(({ path }) => (path.endsWith('iconikApi') ? {} : { status: 404 }));

		expect(await api.knowsCredentialType('iconikApi')).toBe(true);
		expect(await api.knowsCredentialType('otherApi')).toBe(false);
	});

	const page: Answer = { headers: { 'content-type': 'text/html' }, body: '<html></html>' };
	test.each<[string, Answer, RegExp]>([
		['a wrong key', { status: 401 }, /refuses the API key/],
		['a key without the rights', { status: 403 }, /may not do this \(GET \/workflows\)/],
		['an API that is switched off', { status: 404 }, /switched off/],
		["the editor's page instead of an answer", page, /switched off/],
		['another address', { status: 302, headers: { location: 'https://b.example' } }, /b\.example/],
		['a refusal', { status: 400, body: { message: 'no such thing' } }, /400: no such thing.*2\.41/],
		['another form', { body: { data: [{ id: 1 }] } }, /not known \(data\.0\.id/],
	])('says what to do about %s, without the key', async (_what, answer, sentence) => {
		const api = await connect(() => answer);
		const message = await api.workflows().catch(String);

		expect(message).toMatch(sentence);
		expect(message).not.toContain(KEY);
	});

	test('says so when nobody answers', async () => {
		const api = new PublicApi('http://127.0.0.1:9', KEY);
		await expect(api.workflows()).rejects.toThrow(/cannot be reached at http:\/\/127\.0\.0\.1:9/);
	});
});
