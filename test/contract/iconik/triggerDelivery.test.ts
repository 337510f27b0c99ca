import { RecordingServer } from '../../support/recordingServer';
import { withIconik } from '../../support/sandbox';
import { video } from './library';
import { activate, receive } from './trigger';

const service = withIconik({ seed: 'empty', fresh: 'test' });
const receiver = new RecordingServer();
let webhookBaseUrl = '';

beforeAll(async () => {
	webhookBaseUrl = `${await receiver.listen()}/webhook`;
});
beforeEach(() => {
	receiver.calls.length = 0;
});
afterAll(async () => await receiver.close());

async function nextDelivery() {
	for (let tries = 0; tries < 100 && receiver.calls.length === 0; tries++)
		await new Promise((resolve) => setTimeout(resolve, 50));
	const [call] = receiver.calls;
	if (!call) throw new Error('iconik sent nothing');
	return { body: call.body, headers: call.headers as Record<string, string> };
}

it('an approval in iconik arrives, is known as genuine and names the asset', async () => {
	const setUp = {
		webhookBaseUrl,
		parameters: { event: 'reviewStatusChanged', statuses: ['APPROVED'] },
	};
	await activate(service, setUp);
	const { asset_id } = await video(service);
	await service.act('request-review', { asset_id });
	await service.act('approve', { asset_id });
	const { body, headers } = await nextDelivery();
	const { items } = await receive(service, body, headers, setUp);
	expect(items).toMatchObject([{ asset_id, event: 'review_status_changed' }]);
	expect(receiver.calls).toHaveLength(1);
});

it('a webhook event arrives with its realm, operation and data', async () => {
	const setUp = {
		webhookBaseUrl,
		parameters: { event: 'webhookEvent', eventType: 'assets', realm: 'made-up' },
	};
	await activate(service, setUp);
	const { asset_id } = await video(service);
	await service.act('fire-webhook', {
		event_type: 'assets',
		realm: 'made-up',
		operation: 'create',
		object_id: 'thing-1',
		data: { object_type: 'assets', object_id: asset_id, secret: 'x' },
	});
	const { body, headers } = await nextDelivery();
	const { items } = await receive(service, body, headers, setUp);
	expect(items).toMatchObject([{ asset_id, realm: 'made-up', object_id: 'thing-1' }]);
	expect(items?.[0]?.data).toEqual({ object_type: 'assets', object_id: asset_id });
});
