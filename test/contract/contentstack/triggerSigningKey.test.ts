import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { RecordingServer } from '../../support/recordingServer';
import { withContentstack } from '../../support/sandbox';
import { receive, type SetUp, signed } from './trigger';

const service = withContentstack({ seed: 'empty' });

const newPair = () =>
	generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
	});

let pair = newPair();
let served: { status?: number; body?: unknown } = {};
let region: RecordingServer;
let setUp: SetUp;

beforeEach(async () => {
	served = { body: { 'signing-key': pair.publicKey } };
	region = new RecordingServer(() => served);
	setUp = {
		parameters: { events: ['entryDeleted'] },
		credential: { appUrl: await region.listen() },
	};
});
afterEach(async () => await region.close());

let made = 0;
/** The status that a delivery is answered with; 200 when it started a run. */
async function deliver(privateKey = pair.privateKey): Promise<number> {
	const body = {
		module: 'entry',
		event: 'delete',
		data: { entry: { uid: `e${++made}` }, content_type: { uid: 'page' } },
	};
	const { raw, headers } = signed(service, body);
	const key = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
	const signature = sign('sha256', Buffer.from(raw), key).toString('base64');
	const { items, response } = await receive(
		service,
		raw,
		{
			...headers,
			'x-contentstack-hmac-signature': '',
			'x-contentstack-request-signature': `v1=${signature}`,
		},
		setUp,
	);
	expect(items?.length ?? 0).toBe(response.ended ? 0 : 1);
	return response.status;
}

it('is asked for once, however many deliveries come, also at the same time', async () => {
	expect(await Promise.all([deliver(), deliver(), deliver()])).toEqual([200, 200, 200]);
	expect(await deliver()).toBe(200);
	expect(region.calls.map(({ path }) => path)).toEqual(['/.well-known/public-keys.json']);
});

it('is asked for once more when it no longer fits, as the service may have a new one', async () => {
	expect(await deliver()).toBe(200);
	pair = newPair();
	served = { body: { 'signing-key': pair.publicKey } };
	expect(await deliver()).toBe(200);
	expect(await deliver()).toBe(200);
	expect(region.calls).toHaveLength(2);
});

it('is asked for once more for a forged delivery, which stays refused', async () => {
	expect(await deliver()).toBe(200);
	expect(await deliver(newPair().privateKey)).toBe(401);
	expect(region.calls).toHaveLength(2);
	expect(await deliver()).toBe(200);
});

it('is not asked for by who does not know the secret', async () => {
	const { raw, headers } = signed(service, { module: 'entry', event: 'delete', data: {} });
	const forged = { ...headers, 'X-N8n-Contentstack-Secret': 'f'.repeat(64) };
	expect((await receive(service, raw, forged, setUp)).response.status).toBe(401);
	expect(region.calls).toEqual([]);
});

it.each([
	['an error', { status: 500 }],
	['a web page', { body: '<html></html>' }],
	['no key', { body: {} }],
])(
	'that comes as %s makes the sender come again, and is then asked for anew',
	async (_, answer) => {
		served = answer;
		expect(await deliver()).toBe(503);
		served = { body: { 'signing-key': pair.publicKey } };
		expect(await deliver()).toBe(200);
	},
);
