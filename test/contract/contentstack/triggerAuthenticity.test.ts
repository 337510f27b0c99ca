import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { activate, HMAC_SECRET, receive, save, signed, signedByHmac } from './trigger';
import { deliveryBench } from './triggerBench';

const service = withContentstack({ fresh: 'test' });
const { create, itemsOf, on, receiver } = deliveryBench(service);

describe('signed by HMAC', () => {
	const secret = { credential: { webhookSecret: 'the-new-secret' } };

	it('is known as genuine while one secret replaces the other', async () => {
		await service.act('sign-webhooks', { method: 'hmac', secrets: ['other', 'the-new-secret'] });
		const setUp = { ...on(['entryCreated']), ...secret };
		await activate(service, setUp);
		const { uid } = await create();
		expect(await itemsOf(setUp)).toMatchObject([{ entry_uid: uid }]);
	});

	it('with another secret: 401', async () => {
		await service.act('sign-webhooks', { method: 'hmac', secrets: ['other'] });
		const setUp = { ...on(['entryCreated']), ...secret };
		await activate(service, setUp);
		await create();
		const [delivery] = await receiver.deliveries();
		const { response } = await receive(
			service,
			delivery?.raw ?? '',
			delivery?.headers ?? {},
			setUp,
		);
		expect(response).toMatchObject({ status: 401, ended: true });
	});

	it('without a secret to check it is refused, unless the node is told to do without', async () => {
		await service.act('sign-webhooks', { method: 'hmac', secrets: ['other'] });
		const setUp = on(['entryCreated']);
		await activate(service, setUp);
		const { uid } = await create();
		const [{ raw, headers }] = (await receiver.deliveries()) as [
			{ raw: string; headers: Record<string, string> },
		];
		const { response } = await receive(service, raw, headers, setUp);
		expect(response).toMatchObject({ status: 401, ended: true });
		const lenient = on(['entryCreated'], { options: { acceptUnsigned: true } });
		expect((await receive(service, raw, headers, lenient)).items).toMatchObject([
			{ entry_uid: uid },
		]);
	});

	it('falls back to RSA when the organization switches HMAC off', async () => {
		const setUp = { ...on(['entryCreated']), ...secret };
		await activate(service, setUp);
		const { uid } = await create();
		expect(await itemsOf(setUp)).toMatchObject([{ entry_uid: uid }]);
	});
});

describe('a delivery that was tampered with starts nothing', () => {
	async function delivered() {
		const setUp = on(['entryCreated']);
		await activate(service, setUp);
		await create('campaign', { title: `Ünïcode 🎬 ${Math.random()}` });
		const [delivery] = await receiver.deliveries();
		return { setUp, ...(delivery as { raw: string; headers: Record<string, string> }) };
	}

	it('one letter of the body changed: 401', async () => {
		const { setUp, raw, headers } = await delivered();
		const altered = raw.replace('Ünïcode', 'Unicode');
		expect(altered).not.toBe(raw);
		const { response, items } = await receive(service, altered, headers, setUp);
		expect(response).toMatchObject({ status: 401, ended: true });
		expect(items).toBeUndefined();
		expect((await receive(service, raw, headers, setUp)).items).toHaveLength(1);
	});

	it.each([
		['its signature left out', { 'x-contentstack-request-signature': '' }],
		['its signature made up', { 'x-contentstack-request-signature': 'v1=AAAA' }],
		['its secret left out', { 'x-n8n-contentstack-secret': '' }],
		['its secret made up', { 'x-n8n-contentstack-secret': 'f'.repeat(64) }],
		['a user added', { 'x-n8n-contentstack-user': 'somebody' }],
	])('%s: 401', async (_, change) => {
		const { setUp, raw, headers } = await delivered();
		const altered = { ...headers, ...change } as Record<string, string>;
		const { response, items } = await receive(service, raw, altered, setUp);
		expect(response).toMatchObject({ status: 401, ended: true });
		expect(items).toBeUndefined();
	});

	it('replayed to another node: 401', async () => {
		const { setUp, raw, headers } = await delivered();
		const other = { ...setUp, webhookId: 'c0ffee00-0000-4000-8000-000000000000' };
		const { response } = await receive(service, raw, headers, other);
		expect(response).toMatchObject({ status: 401, ended: true });
	});
});

describe('what is refused', () => {
	const updated = { ...signedByHmac, parameters: { events: ['entryUpdated'] } };
	const answer = async (body: IDataObject, made: Parameters<typeof signed>[2] = {}) => {
		const { raw, headers } = signed(service, body, made);
		const { response, items } = await receive(service, raw, headers, updated);
		expect(items).toBeUndefined();
		return response;
	};
	const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;

	it('a delivery whose signature is older than five minutes: 401', async () => {
		const seconds = Math.floor(minutesAgo(5.1) / 1000);
		expect(await answer(save(), { seconds })).toMatchObject({ status: 401, ended: true });
	});

	it('a body that is older than five minutes although it is signed now: 401', async () => {
		const triggered_at = new Date(minutesAgo(5.1)).toISOString();
		expect(await answer({ ...save(), triggered_at })).toMatchObject({ status: 401 });
	});

	it('a body that does not say when it was made: 401', async () => {
		expect(await answer({ ...save(), triggered_at: null })).toMatchObject({ status: 401 });
	});

	it('a delivery of another stack: 401', async () => {
		const other = { ...save(), api_key: 'blt9999999999999999' };
		expect(await answer(other)).toMatchObject({ status: 401 });
	});

	it.each(['[1,2]', '"text"', '7'])('a signed body that is no object, %s: 400', async (raw) => {
		const seconds = Math.floor(Date.now() / 1000);
		const proof = createHmac('sha256', HMAC_SECRET).update(`${seconds}.${raw}`).digest('hex');
		const { headers } = signed(service, {});
		const own = { ...headers, 'x-contentstack-hmac-signature': `t=${seconds},v1=${proof}` };
		const { response } = await receive(service, raw, own, updated);
		expect(response).toMatchObject({ status: 400, ended: true });
	});
});
