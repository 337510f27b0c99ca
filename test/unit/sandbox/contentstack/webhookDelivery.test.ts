import { constants, createHmac, verify } from 'crypto';
import { eventually } from './client';
import { webhookBench, type WebhookBench } from './receiver';

let stack: WebhookBench;
beforeAll(async () => {
	stack = await webhookBench();
});
afterAll(async () => await stack.close());
afterEach(async () => await stack.reset());

describe('signatures', () => {
	it('signs the very bytes with the key that is served', async () => {
		await stack.listen(['content_types.entries.create']);
		await stack.create({ summary: 'Ünïcode 🎬' });
		await stack.until(1);
		const { data } = await stack.cma.get(`${stack.connection.appUrl}/.well-known/public-keys.json`);
		const header = String(stack.last().headers['x-contentstack-request-signature']);
		const key = {
			key: data['signing-key'],
			padding: constants.RSA_PKCS1_PSS_PADDING,
			saltLength: 32,
		};
		const signature = Buffer.from(header.replace(/^v1=/, ''), 'base64');
		expect(verify('sha256', stack.last().raw, key, signature)).toBe(true);
		const altered = Buffer.from(stack.last().raw.toString().replace('Ünïcode', 'Unicode'));
		expect(verify('sha256', altered, key, signature)).toBe(false);
	});

	afterEach(async () => await stack.act('sign-webhooks', { method: 'rsa' }));

	it('signs with every shared secret while one replaces the other', async () => {
		await stack.act('sign-webhooks', { method: 'hmac', secrets: ['new', 'old'] });
		await stack.listen(['content_types.entries.create']);
		await stack.create();
		await stack.until(1);
		expect(stack.last().headers).not.toHaveProperty('x-contentstack-request-signature');
		const [time, ...signatures] = String(
			stack.last().headers['x-contentstack-hmac-signature'],
		).split(',');
		const seconds = String(time).replace('t=', '');
		const expected = ['new', 'old'].map(
			(secret) =>
				`v1=${createHmac('sha256', secret).update(`${seconds}.`).update(stack.last().raw).digest('hex')}`,
		);
		expect(signatures).toEqual(expected);
	});

	it('sends the destination its password and own header, and hides them from whoever reads', async () => {
		const { uid } = await stack.listen(['content_types.entries.create']);
		await stack.create();
		await stack.until(1);
		expect(stack.last().headers.authorization).toBe(
			`Basic ${Buffer.from('u:p').toString('base64')}`,
		);
		expect(stack.last().headers['x-own']).toBe('own');
		const { data } = await stack.cma.get(`/webhooks/${uid}`);
		expect(data.webhook.destinations[0]).toMatchObject({
			http_basic_password: '********',
			custom_header: [{ header_name: 'X-Own', value: '********' }],
		});
	});
});

describe('receivers that fail', () => {
	it('tries again after 5, 25, 125 and 625 seconds, each time with a fresh time stamp', async () => {
		const { uid: hook } = await stack.listen(['content_types.entries.create']);
		await stack.control.delete('/deliveries');
		stack.answer = 500;
		await stack.control.put('/clock', { speed: 2000 });
		await stack.create();
		await stack.until(5);
		const times = stack.received.map(({ body }) => Date.parse(body.triggered_at));
		const gaps = times.slice(1).map((time, index) => (time - (times[index] as number)) / 1000);
		for (const [index, least] of [5, 25, 125, 625].entries())
			expect(gaps[index]).toBeGreaterThanOrEqual(least);
		const { data } = await stack.cma.get(`/webhooks/${hook}/executions`);
		expect(data.webhooks).toMatchObject([{ status: 500, retry_count: 4 }]);
		expect(data.webhooks[0].request_details).toHaveLength(5);
	});

	it('tries once only when retries are manual, and again when somebody asks', async () => {
		const { uid: hook } = await stack.listen(['content_types.entries.create'], {
			retry_policy: 'manual',
		});
		stack.answer = 404;
		await stack.control.put('/clock', { speed: 2000 });
		await stack.create();
		await stack.until(1);
		const { data: clock } = await stack.control.get('/clock');
		expect(clock.waiting).toBe(0);
		stack.answer = 200;
		const { data } = await stack.cma.get(`/webhooks/${hook}/executions`);
		await stack.cma.post(`/webhooks/${data.webhooks[0].uid}/retry`);
		await stack.until(2);
	});

	it('switches a webhook off after ten failures in a row, and loses what happens then', async () => {
		const { uid: hook } = await stack.listen(['content_types.entries.create'], {
			retry_policy: 'manual',
			notifiers: 'ops@example.com',
		});
		stack.answer = 503;
		for (let index = 0; index < 10; index += 1) await stack.create();
		await eventually(
			async () => (await stack.cma.get(`/webhooks/${hook}`)).data.webhook,
			({ disabled }) => disabled === true,
		);
		const { data: state } = await stack.control.get('/state');
		expect(state.mails.at(-1)).toMatchObject({ to: ['ops@example.com'], webhook: hook });
		stack.answer = 200;
		await stack.create();
		const enabled = await stack.cma.put(`/webhooks/${hook}`, { webhook: { disabled: false } });
		expect(enabled.data.webhook.unhealthy).toEqual({ state: false });
		const uid = await stack.create();
		await stack.until(11);
		expect(stack.last().body.data.entry).toMatchObject({ uid });
	});
});
