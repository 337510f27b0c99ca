import { withIconik } from '../../support/sandbox';
import { call } from './library';
import {
	activate,
	actions,
	automations,
	deactivate,
	editable,
	isRegistered,
	webhooks,
} from './trigger';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const rejected = {
	parameters: { event: 'reviewStatusChanged', statuses: ['NOT_APPROVED', 'MIXED'] },
};
const onButton = {
	parameters: { event: 'customAction', title: 'Send to Contentstack', context: 'BULK' },
};
const onMetadata = {
	parameters: {
		event: 'webhookEvent',
		eventType: 'assets',
		realm: 'metadata',
		operation: 'update',
	},
};

/** What somebody else registered, and must find again as it was. */
async function addForeign() {
	const action = await call(service, 'POST', 'assets/v1/custom_actions/ASSET/', {
		context: 'ASSET',
		title: 'n8n: Test workflow',
		url: 'https://other.example.com/hook',
		type: 'POST',
	});
	await call(service, 'POST', 'automations/v1/automations/', {
		name: 'n8n: Test workflow',
		status: 'ACTIVE',
		triggers: [{ type: 'REVIEW_STATUS_CHANGED', parameters: { statuses: ['APPROVED'] } }],
		actions: [{ type: 'CUSTOM_ACTION', parameters: { action_id: action.id, context: 'ASSET' } }],
	});
	await call(service, 'POST', 'notifications/v1/webhooks/', {
		event_type: 'assets',
		realm: 'metadata',
		operation: 'update',
		url: 'https://other.example.com/hook',
		status: 'ENABLED',
	});
	return await registered();
}

const registered = async () => ({
	actions: await actions(service),
	automations: await automations(service),
	webhooks: await webhooks(service),
});

describe('Review Status Changed', () => {
	it('registers an action and the automation that fires it', async () => {
		await activate(service, rejected);
		const [action] = await actions(service);
		expect(action).toMatchObject({
			context: 'ASSET',
			type: 'POST',
			title: 'n8n: Test workflow',
			url: expect.stringMatching(/^https:\/\/n8n\.example\.com\/webhook\/.+/),
			headers: { 'X-N8n-Iconik-Secret': expect.stringMatching(/^[0-9a-f]{64}$/) },
		});
		expect(JSON.stringify(action)).not.toContain(service.connection.authToken);
		expect(await automations(service)).toMatchObject([
			{
				status: 'ACTIVE',
				triggers: [
					{ type: 'REVIEW_STATUS_CHANGED', parameters: { statuses: ['MIXED', 'NOT_APPROVED'] } },
				],
				actions: [{ type: 'CUSTOM_ACTION', parameters: { action_id: action?.id } }],
			},
		]);
	});

	it('writes nothing when it is activated again, with all static data lost', async () => {
		await activate(service, { ...rejected, staticData: {} });
		await service.clearLog();
		await activate(service, { ...rejected, staticData: {} });
		expect(await service.calls('write')).toEqual([]);
	});

	it.each([
		['switched off', async () => await mendAction({ disabled: true })],
		['without its headers', async () => await mendAction({ headers: {} })],
		['renamed', async () => await mendAction({ title: 'Old' })],
	])('mends an action that is %s', async (_, spoil) => {
		await activate(service, rejected);
		await spoil();
		expect(await isRegistered(service, rejected)).toBe(false);
		await activate(service, rejected);
		expect(await isRegistered(service, rejected)).toBe(true);
		expect(await actions(service)).toHaveLength(1);
		expect(await automations(service)).toHaveLength(1);
	});

	it('writes an action anew whose calls iconik found failing, and adds none', async () => {
		const unreachable = { ...rejected, webhookBaseUrl: 'http://127.0.0.1:9/webhook' };
		await activate(service, unreachable);
		const [action] = await actions(service);
		await service
			.act('fire-custom-action', { action_id: action?.id, asset_ids: ['a1'] })
			.catch(() => undefined);
		expect(await actions(service)).toMatchObject([{ status: 'FAILING' }]);
		await service.clearLog();
		await activate(service, unreachable);
		expect(await service.calls('write')).toMatchObject([{ method: 'PATCH', status: 200 }]);
		expect(await actions(service)).toMatchObject([{ id: action?.id, disabled: false }]);
	});

	it('mends an automation that is inactive, and one for other statuses', async () => {
		await activate(service, rejected);
		const [automation] = await automations(service);
		const path = `automations/v1/automations/${automation?.id}/`;
		await call(service, 'PATCH', path, { ...editable(automation), status: 'INACTIVE' });
		await activate(service, rejected);
		expect(await automations(service)).toMatchObject([{ id: automation?.id, status: 'ACTIVE' }]);

		const approved = { parameters: { event: 'reviewStatusChanged', statuses: ['APPROVED'] } };
		await activate(service, approved);
		expect(await automations(service)).toMatchObject([
			{ id: automation?.id, triggers: [{ parameters: { statuses: ['APPROVED'] } }] },
		]);
	});

	it('takes over its automation when a person deleted the action', async () => {
		await activate(service, rejected);
		const [action] = await actions(service);
		await call(service, 'DELETE', `assets/v1/custom_actions/ASSET/${action?.id}/`);
		await activate(service, rejected);
		const [made] = await actions(service);
		expect(await automations(service)).toMatchObject([
			{ actions: [{ parameters: { action_id: made?.id } }] },
		]);
		await deactivate(service, rejected);
		expect(await automations(service)).toEqual([]);
	});

	it('makes only one action when the connection breaks after iconik stored it', async () => {
		await service.faults([
			{
				fault: 'reset-after-storing',
				match: { method: 'POST', path: '*/custom_actions/*', times: 1 },
			},
		]);
		await activate(service, rejected);
		expect(await actions(service)).toHaveLength(1);
		expect(await isRegistered(service, rejected)).toBe(true);
	});

	it('lets two nodes and a test run live side by side, each removing its own alone', async () => {
		const other = { ...rejected, webhookId: 'c0ffee00-0000-4000-8000-000000000000' };
		const test = { ...rejected, isTest: true };
		for (const setUp of [rejected, other, test]) await activate(service, setUp);
		expect(await actions(service)).toHaveLength(3);
		await deactivate(service, test);
		await deactivate(service, rejected);
		expect(await isRegistered(service, other)).toBe(true);
		expect(await actions(service)).toHaveLength(1);
		expect(await automations(service)).toHaveLength(1);
	});
});

it.each([
	['Review Status Changed', rejected],
	['Custom Action', onButton],
	['Webhook Event', onMetadata],
])('%s never touches what is not its own', async (_, setUp) => {
	const before = await addForeign();
	await activate(service, setUp);
	await activate(service, setUp);
	await deactivate(service, setUp);
	await deactivate(service, setUp);
	expect(await registered()).toEqual(before);
});

describe('Custom Action', () => {
	it('puts one button into the chosen menu, and moves it when another menu is chosen', async () => {
		await activate(service, onButton);
		expect(await actions(service)).toMatchObject([
			{ context: 'BULK', title: 'Send to Contentstack' },
		]);
		const onAsset = { parameters: { ...onButton.parameters, context: 'ASSET' } };
		await activate(service, onAsset);
		expect(await actions(service)).toMatchObject([{ context: 'ASSET' }]);
		expect(await automations(service)).toEqual([]);
	});
});

describe('Webhook Event', () => {
	it('registers one webhook, and mends it when it is disabled or for another event', async () => {
		await activate(service, onMetadata);
		const [webhook] = await webhooks(service);
		expect(webhook).toMatchObject({ event_type: 'assets', realm: 'metadata', status: 'ENABLED' });
		const body = { ...editable(webhook), status: 'DISABLED', realm: 'entity', query: 'data.x=1' };
		await call(service, 'PUT', `notifications/v1/webhooks/${webhook?.id}/`, body);
		await activate(service, onMetadata);
		expect(await webhooks(service)).toMatchObject([
			{ id: webhook?.id, status: 'ENABLED', realm: 'metadata' },
		]);
		expect(await isRegistered(service, onMetadata)).toBe(true);
	});
});

describe('an address that iconik cannot reach', () => {
	const local = { ...rejected, webhookBaseUrl: 'http://localhost:5678/webhook' };

	it('is fine for an iconik on the same machine', async () => {
		await activate(service, local);
		expect(await actions(service)).toHaveLength(1);
	});

	it('is refused for any other, before anything is registered', async () => {
		const credentials = {
			iconikApi: { host: 'https://app.iconik.io', appId: 'a', authToken: 't' },
		};
		await expect(activate(service, { ...local, credentials })).rejects.toMatchObject({
			message: 'iconik cannot reach this n8n',
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	});
});

it('says what is missing when the token may not manage custom actions', async () => {
	await service.act('revoke-token');
	await expect(activate(service, rejected)).rejects.toMatchObject({
		httpCode: '401',
		description: expect.stringContaining('role'),
	});
});

async function mendAction(change: object) {
	const [action] = await actions(service);
	await call(service, 'PATCH', `assets/v1/custom_actions/ASSET/${action?.id}/`, {
		...editable(action),
		...change,
	});
}
