import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eventually } from '../../support/eventually';
import { RecordingServer } from '../../support/recordingServer';
import { withContentstack } from '../../support/sandbox';
import { byId, run } from './runContentstack';

const service = withContentstack();
let status = 200;
const receiver = new RecordingServer(() => ({ status, body: { message: 'no' } }));
let origin = '';
beforeAll(async () => {
	origin = await receiver.listen();
});
afterAll(async () => await receiver.close());
beforeEach(async () => {
	status = 200;
	await service.clearLog();
});

const manage = async (method: string, path: string, body?: object) => {
	const { baseUrl, apiKey, managementToken } = service.connection;
	const answer = await fetch(`${baseUrl}/v3${path}`, {
		method,
		headers: {
			api_key: apiKey,
			authorization: managementToken,
			...(body && { 'content-type': 'application/json' }),
		},
		...(body && { body: JSON.stringify(body) }),
	});
	return (await answer.json()) as { webhook: { uid: string } };
};
let count = 0;
const newWebhook = async (more: object = {}, destination: object = {}) => {
	const target_url = `${origin}/hook-${++count}`;
	const { webhook } = await manage('POST', '/webhooks', {
		webhook: {
			name: `Hook ${count}`,
			destinations: [{ target_url, ...destination }],
			channels: ['content_types.campaign.entries.create'],
			retry_policy: 'manual',
			...more,
		},
	});
	return { uid: webhook.uid, path: `/hook-${count}` };
};
const newEntry = async (title: string) =>
	await service.act('create-entry', { contentType: 'campaign', fields: { title } });
const received = (path: string) => receiver.calls.filter((call) => call.path === path);

const webhook = (operation: string, uid = '', more: INodeParameters = {}): INodeParameters => ({
	resource: 'webhook',
	operation,
	webhook: byId(uid),
	...more,
});
const go = async (parameters: INodeParameters, items: IDataObject[] = [{}]) => {
	const { json, error } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return json;
};
const failedOf = async (uid: string, more: INodeParameters = {}) =>
	await go(webhook('getFailedDeliveries', uid, more));

it('webhooks are listed with whether they are on, without secrets', async () => {
	const { uid, path } = await newWebhook(
		{ disabled: true },
		{ custom_header: [{ header_name: 'X-Secret', value: 's3cret' }] },
	);
	const all = await go(webhook('getAll', '', { returnAll: true }));
	expect(all.find((one) => one.uid === uid)).toMatchObject({
		target_url: `${origin}${path}`,
		channels: ['content_types.campaign.entries.create'],
		enabled: false,
		healthy: true,
	});
	const raw = await go(webhook('getAll', '', { returnAll: true, simplify: false }));
	expect(JSON.stringify(raw)).not.toContain('s3cret');
});

it('deliveries that were not accepted are read and sent once more', async () => {
	const { uid, path } = await newWebhook();
	await newEntry('Accepted');
	await eventually(async () => expect(received(path)).toHaveLength(1));
	status = 500;
	await newEntry('Refused');
	const [failed] = await eventually(async () => {
		const found = await failedOf(uid);
		expect(found).toHaveLength(1);
		return found;
	});
	expect(failed).toMatchObject({
		webhook_uid: uid,
		status: 500,
		target_url: `${origin}${path}`,
		answer: '{"message":"no"}',
		event: { event: 'create', data: { entry: { title: 'Refused' } } },
	});
	expect(await failedOf(uid, { options: { to: '2020-01-01T00:00:00Z' } })).toEqual([]);

	status = 200;
	const before = received(path).length;
	const retry = webhook('retryDelivery', uid, { deliveryUid: '={{ $json.delivery_uid }}' });
	expect(await go(retry, [failed as IDataObject])).toMatchObject([
		{ result: 'queued', delivery_uid: failed?.delivery_uid },
	]);
	await eventually(async () => expect(received(path).length).toBe(before + 1));
	expect(JSON.parse(received(path).at(-1)?.body ?? '{}')).toMatchObject({
		data: { entry: { title: 'Refused' } },
	});
	await eventually(async () => expect(await failedOf(uid)).toEqual([]));
});

it('a delivery that was not answered at all counts as failed', async () => {
	const { uid } = await newWebhook({}, { target_url: 'http://127.0.0.1:1/gone' });
	await newEntry('Unanswered');
	await eventually(async () => expect(await failedOf(uid)).toMatchObject([{ status: 0 }]));
});

it('no more failed deliveries are given than asked for', async () => {
	const { uid } = await newWebhook();
	status = 404;
	for (let n = 0; n < 3; n++) await newEntry(`Missed ${n}`);
	await eventually(async () => expect(await failedOf(uid)).toHaveLength(3));
	expect(await failedOf(uid, { limit: 2 })).toHaveLength(2);
});

it('a retry finds the delivery by the other form of the call, where the first is not known', async () => {
	const { error } = await run(
		service,
		webhook('retryDelivery', 'blt0000000000000001', { deliveryUid: 'blt0000000000000002' }),
	);
	expect(error?.message).toContain('execution was not found');
	const paths = (await service.calls('write')).map(({ path }) => path);
	expect(paths).toEqual([
		'/v3/webhooks/blt0000000000000002/retry',
		'/v3/webhooks/blt0000000000000001/retry',
	]);
	const none = webhook('retryDelivery', 'blt1', { deliveryUid: '={{ $json.none }}' });
	expect((await run(service, none)).error?.message).toBe('This item has no delivery UID');
});

it('one that is off is switched on and still sends its secrets', async () => {
	const { uid, path } = await newWebhook(
		{ disabled: true },
		{ custom_header: [{ header_name: 'X-Secret', value: 's3cret' }] },
	);
	expect(await go(webhook('enable', uid))).toMatchObject([{ result: 'enabled', enabled: true }]);
	await newEntry('After');
	await eventually(async () => expect(received(path)).toHaveLength(1));
	expect(received(path)[0]?.headers['x-secret']).toBe('s3cret');
	await service.clearLog();
	expect(await go(webhook('enable', uid))).toMatchObject([{ result: 'unchanged' }]);
	expect(await service.calls('write')).toEqual([]);
});

it('one that the service does not let be switched on is told with what to do', async () => {
	const secret = { custom_header: [{ header_name: 'X-Secret', value: 's3cret' }] };
	const { uid } = await newWebhook({ disabled: true }, secret);
	await service.faults([{ fault: 'html', status: 422, match: { method: 'PUT' } }]);
	const { error } = await run(service, webhook('enable', uid));
	expect(error?.message).toContain('could not be switched on');
	expect(error?.description).toContain('Settings → Webhooks: it has secrets');
	const missing = await run(service, webhook('enable', 'blt0000000000000000'));
	expect(missing.error?.message).toContain('The webhook was not found');
});
