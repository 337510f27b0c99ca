import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import {
	activate,
	call,
	deactivate,
	isRegistered,
	receive,
	type SetUp,
	type Registered,
	webhooks,
	webhookUrl,
} from './trigger';
import { Receiver } from './triggerBench';

const service = withContentstack({ seed: 'empty', fresh: 'test' });

const published: SetUp = { parameters: { events: ['entryPublished'] } };
const changed: SetUp = {
	parameters: {
		events: ['entryCreated', 'entryUpdated'],
		filters: { contentTypes: ['page', 'article'], branch: 'develop' },
		options: { concise: true, title: 'Pages' },
	},
};

/** A webhook of somebody else, as a person makes it. */
const foreign = async (change: IDataObject = {}) =>
	(
		await call<{ webhook: Registered }>(service, 'POST', '/webhooks', {
			webhook: {
				name: 'Search index',
				destinations: [{ target_url: 'https://search.example.com/hook' }],
				channels: ['content_types.entries.publish'],
				...change,
			},
		})
	).webhook;

/** Changes the node's webhook as a person would, whose form sends everything. */
async function edit(change: IDataObject) {
	const own = (await webhooks(service)).find(
		({ destinations }) => destinations[0]?.target_url === webhookUrl(),
	);
	await call(service, 'PUT', `/webhooks/${own?.uid}`, { webhook: { ...own, ...change } });
}

const writes = async () =>
	(await service.calls('write')).map(({ method, status }) => `${method} ${status}`);

describe('the webhook of a trigger', () => {
	it('is made once, with the channels of the events, a secret of its own, and no state', async () => {
		await activate(service, published);
		await activate(service, published);
		const all = await webhooks(service);
		expect(all).toMatchObject([
			{
				name: expect.stringMatching(/^n8n: .+ \([0-9a-f]{8}\)$/),
				channels: ['content_types.entries.publish'],
				branches: ['main'],
				disabled: false,
				concise_payload: false,
				retry_policy: 'automatic',
				destinations: [
					{
						target_url: webhookUrl(),
						custom_header: [{ header_name: 'X-N8n-Contentstack-Secret' }],
					},
				],
			},
		]);
		expect(await isRegistered(service, published)).toBe(true);
		expect(await writes()).toEqual(['POST 201']);
	});

	it('listens as narrowly as it can: content types, branch, concise payload', async () => {
		await activate(service, changed);
		expect(await webhooks(service)).toMatchObject([
			{
				name: expect.stringMatching(/^Pages \(/),
				channels: [
					'content_types.article.entries.create',
					'content_types.article.entries.update',
					'content_types.page.entries.create',
					'content_types.page.entries.update',
				],
				branches: ['develop'],
				concise_payload: true,
			},
		]);
	});

	it('takes over other events without a second webhook', async () => {
		await activate(service, published);
		const [before] = await webhooks(service);
		await activate(service, changed);
		expect(await webhooks(service)).toMatchObject([
			{ uid: before?.uid, branches: ['develop'], concise_payload: true },
		]);
	});

	it.each([
		['switched off', { disabled: true }],
		['with other channels', { channels: ['assets.create'] }],
		['on another branch', { branches: ['develop'] }],
		['concise', { concise_payload: true }],
		['without its secret', { destinations: [{ target_url: webhookUrl() }] }],
	])('is mended when somebody left it %s', async (_, change) => {
		await activate(service, published);
		const [made] = await webhooks(service);
		await edit(change);
		expect(await isRegistered(service, published)).toBe(false);
		await activate(service, published);
		expect(await webhooks(service)).toMatchObject([
			{ uid: made?.uid, disabled: false, channels: ['content_types.entries.publish'] },
		]);
		expect(await isRegistered(service, published)).toBe(true);
	});

	it('keeps the mail addresses that a person put in', async () => {
		await activate(service, published);
		await edit({ notifiers: ['ops@example.com'], disabled: true });
		await activate(service, published);
		expect(await webhooks(service)).toMatchObject([
			{ disabled: false, notifiers: ['ops@example.com'] },
		]);
	});

	it('is made again when a person deleted it', async () => {
		await activate(service, published);
		const [made] = await webhooks(service);
		await call(service, 'DELETE', `/webhooks/${made?.uid}`);
		await activate(service, published);
		expect(await webhooks(service)).toHaveLength(1);
	});

	it('gets a new secret when the token of the credential changed', async () => {
		await activate(service, published);
		const secret = 'cs00000000000000000000000000';
		await service.act('add-token', { kind: 'management', name: 'second', secret });
		const renewed = { ...published, credential: { managementToken: secret } };
		expect(await isRegistered(service, renewed)).toBe(false);
		await activate(service, renewed);
		expect(await webhooks(service)).toHaveLength(1);
		expect(await isRegistered(service, renewed)).toBe(true);
	});

	it('is one alone even when the connection breaks after it was stored', async () => {
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/webhooks', times: 1 } },
		]);
		await activate(service, published);
		expect(await webhooks(service)).toHaveLength(1);
		expect(await isRegistered(service, published)).toBe(true);
	});

	it('drives out its double', async () => {
		await activate(service, published);
		await foreign({ name: 'Double', destinations: [{ target_url: webhookUrl() }] });
		expect(await isRegistered(service, published)).toBe(false);
		await activate(service, published);
		expect(await webhooks(service)).toHaveLength(1);
	});

	it('lives beside those of a copy, of another address and of a test run, each removed alone', async () => {
		const copy = { ...published, webhookId: 'c0ffee00-0000-4000-8000-000000000000' };
		const moved = { ...published, webhookBaseUrl: 'https://moved.example.com/webhook' };
		const test = { ...published, isTest: true };
		for (const setUp of [published, copy, moved, test]) await activate(service, setUp);
		expect(await webhooks(service)).toHaveLength(4);
		for (const setUp of [test, moved, published]) await deactivate(service, setUp);
		expect(await isRegistered(service, copy)).toBe(true);
		expect(await webhooks(service)).toHaveLength(1);
	});

	it('touches no webhook of anybody else, and may be removed twice', async () => {
		const other = await foreign();
		for (const step of [activate, activate, deactivate, deactivate]) await step(service, published);
		expect(await webhooks(service)).toMatchObject([{ uid: other.uid, name: 'Search index' }]);
	});
});

it('is switched on again after the breaker, with a secret that is no mask: what it sends is genuine', async () => {
	const receiver = new Receiver();
	await receiver.open();
	try {
		const setUp = receiver.at({ parameters: { events: ['entryCreated'] } });
		await call(service, 'POST', '/content_types', {
			content_type: {
				uid: 'note',
				title: 'Note',
				schema: [{ uid: 'title', display_name: 'Title', data_type: 'text', mandatory: true }],
			},
		});
		const create = async (title: string) =>
			await service.act('create-entry', { contentType: 'note', fields: { title } });
		await activate(service, setUp);
		receiver.answers(503);
		for (let index = 0; index < 10; index++) await create(`Lost ${index}`);
		await receiver.deliveries(10);
		expect(await isRegistered(service, setUp)).toBe(false);
		receiver.forget();
		await activate(service, setUp);
		await create('Heard');
		const [delivery] = await receiver.deliveries();
		const { items } = await receive(service, delivery?.raw ?? '', delivery?.headers ?? {}, setUp);
		expect(items).toMatchObject([{ title: 'Heard' }]);
	} finally {
		await receiver.close();
	}
});
