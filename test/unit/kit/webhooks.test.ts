import { Clock } from '../../../sandbox/kit/clock';
import { faultRules, Faults } from '../../../sandbox/kit/faults';
import { WebhookSender } from '../../../sandbox/kit/webhooks';
import { eventually } from '../../support/eventually';
import { RecordingServer, type Answer } from '../../support/recordingServer';

const clock = new Clock();
let answer: Answer | undefined;
const never = new Promise<Answer>(() => undefined);
const receiver = new RecordingServer(() => answer ?? never);
let url: string;
let faults: Faults;
let sender: WebhookSender;

beforeAll(async () => {
	url = `${await receiver.listen()}/webhook/1`;
});
beforeEach(() => {
	receiver.calls.length = 0;
	answer = {};
	faults = new Faults();
	sender = new WebhookSender(clock, faults);
});
afterAll(async () => await receiver.close());

const send = async (body: string, more: { url?: string; timeoutMs?: number } = {}) =>
	await sender.send({
		hook: 'h1',
		url,
		headers: { 'X-Sign': 's' },
		body,
		timeoutMs: 5000,
		...more,
	});
const bodies = () => receiver.calls.map(({ body }) => body);

describe('a delivery', () => {
	it('brings the very bytes and headers that were signed', async () => {
		const body = '{ "title":"Ame\u0301lie 🎬",\n"b":1.0 }';
		expect(await send(body)).toEqual({ status: 200, body: '{}', error: null });
		expect(receiver.calls).toMatchObject([
			{ method: 'POST', body, headers: { 'x-sign': 's', 'content-type': 'application/json' } },
		]);
	});

	it('is kept with what the receiver answered', async () => {
		answer = { status: 503, body: 'busy' };
		expect(await send('{"a":1}')).toEqual({ status: 503, body: 'busy', error: null });
		expect(sender.list()).toMatchObject([
			{ hook: 'h1', url, attempt: 0, status: 503, error: null, fault: null, body: { a: 1 } },
		]);
	});

	it('is repeated as it was, the last one first, as often as asked for', async () => {
		for (const body of ['0', '1', '2']) await send(body);
		receiver.calls.length = 0;

		expect(await sender.replay({ from: 1, times: 2 })).toBe(4);

		expect(bodies()).toEqual(['2', '1', '2', '1']);
		expect(receiver.calls[0]?.headers).toMatchObject({ 'x-sign': 's' });
		expect(sender.list().map(({ fault }) => fault)).toEqual([
			...[null, null, null],
			...Array<string>(4).fill('replayed'),
		]);
		expect(JSON.stringify(sender.list())).not.toContain('X-Sign');
	});

	it('does not follow a redirect: the answer is the answer', async () => {
		answer = { status: 302, headers: { location: '/elsewhere' } };
		expect((await send('{}')).status).toBe(302);
		expect(receiver.calls).toHaveLength(1);
	});

	it('that nobody answers in time has no status and a reason', async () => {
		answer = undefined;
		const outcome = await send('{}', { timeoutMs: 50 });
		expect(outcome).toMatchObject({ status: null, error: expect.stringContaining('timeout') });
		expect(sender.list()).toMatchObject([{ status: null, error: outcome.error }]);
	});

	it('to a closed port has no status and a reason', async () => {
		const closed = new RecordingServer();
		const origin = await closed.listen();
		await closed.close();
		expect(await send('{}', { url: `${origin}/x` })).toMatchObject({
			status: null,
			error: expect.stringContaining('ECONNREFUSED'),
		});
	});
});

describe('misbehaviour', () => {
	const misbehave = (fault: string, match: object = {}) =>
		faults.set(faultRules.parse([{ fault, match }]));

	it('a lost event never arrives, and the sender does not know', async () => {
		misbehave('webhook-lost', { times: 1 });
		expect(await send('1')).toEqual({ status: 200, body: '', error: null });
		await send('2');
		expect(bodies()).toEqual(['2']);
		expect(sender.list()).toMatchObject([{ fault: 'lost', status: null }, { fault: null }]);
	});

	it('a doubled event arrives twice', async () => {
		misbehave('webhook-doubled');
		await send('1');
		await eventually(() => expect(bodies()).toEqual(['1', '1']));
		await eventually(() => expect(sender.list()).toHaveLength(2));
		expect(sender.list().filter(({ fault }) => fault === 'doubled')).toHaveLength(1);
	});

	it('a reordered event arrives after one that was sent later', async () => {
		misbehave('webhook-reordered', { times: 1 });
		await Promise.all([send('1'), send('2')]);
		expect(bodies()).toEqual(['2', '1']);
		expect(sender.list().map(({ fault }) => fault)).toEqual([null, 'reordered']);
	});

	it('is for the receivers that the rule names', async () => {
		misbehave('webhook-lost', { path: '/webhook/2' });
		await send('1');
		await send('2', { url: url.replace('/webhook/1', '/webhook/2') });
		expect(bodies()).toEqual(['1']);
	});
});

it('the record of deliveries is empty once cleared', async () => {
	await send('1');
	sender.clear();
	expect(sender.list()).toEqual([]);
});
