import type { IDataObject } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { byId, call, run } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });
const SECRET = 'a-secret-of-the-receiver';
const headers = { 'X-Secret': SECRET };

const made = {
	async webhook(status = 'ENABLED') {
		return await call<IDataObject>(service, 'POST', 'notifications/v1/webhooks/', {
			name: 'Of metadata',
			event_type: 'assets',
			realm: 'metadata',
			url: 'https://n8n.example.com/hook?key=4711',
			status,
			headers,
		});
	},
	async customAction(disabled = false) {
		return await call<IDataObject>(service, 'POST', 'assets/v1/custom_actions/ASSET/', {
			context: 'ASSET',
			title: 'Send',
			url: 'https://n8n.example.com/hook?key=4711',
			headers,
			disabled,
		});
	},
	async automation(actionId: unknown, status = 'ACTIVE') {
		return await call<IDataObject>(service, 'POST', 'automations/v1/automations/', {
			name: 'On approval',
			status,
			triggers: [{ type: 'REVIEW_STATUS_CHANGED', parameters: { statuses: ['APPROVED'] } }],
			actions: [{ type: 'CUSTOM_ACTION', parameters: { action_id: actionId, context: 'ASSET' } }],
		});
	},
};

const perform = async (resource: string, operation: string, id?: unknown, more: object = {}) =>
	await run(service, {
		resource,
		operation,
		...(id !== undefined && { [`${resource}Id`]: byId(String(id)) }),
		...more,
	});

describe.each(['webhook', 'customAction', 'automation'])('%s', (resource) => {
	const broken = async (): Promise<IDataObject> => {
		if (resource === 'webhook') return await made.webhook('DISABLED');
		if (resource === 'customAction') return await made.customAction(true);
		return await made.automation((await made.customAction()).id, 'INACTIVE');
	};

	it('is listed without the secret of its receiver', async () => {
		const { id } = await broken();
		const { json } = await perform(resource, 'getAll');
		expect(json).toMatchObject([{ id }]);
		expect(JSON.stringify(json)).not.toContain(SECRET);
		expect(JSON.stringify(json)).not.toContain('4711');
	});

	it('that is switched off is unhealthy until it is enabled, with its headers kept', async () => {
		const { id } = await broken();
		const health = await perform(resource, 'getHealth', undefined, { onlyUnhealthy: true });
		expect(health.json).toMatchObject([
			{ id, healthy: false, problem: expect.stringContaining('switched off') },
		]);
		const enabled = await perform(resource, 'enable', id);
		expect(enabled.json).toMatchObject([{ id }]);
		expect(JSON.stringify(enabled.json)).not.toContain(SECRET);
		expect((await perform(resource, 'getHealth', id)).json).toMatchObject([
			{ id, healthy: true, problem: null },
		]);
		await service.clearLog();
		await perform(resource, 'enable', id);
		expect(await service.calls('write')).toEqual([]);
	});

	it('is deleted, and is then unknown', async () => {
		const { id } = await broken();
		expect((await perform(resource, 'delete', id)).json).toEqual([{ deleted: true }]);
		expect((await perform(resource, 'getAll')).json).toEqual([]);
		expect((await perform(resource, 'delete', id)).error?.message).toContain(String(id));
	});
});

it('a webhook is enabled with everything else as it was', async () => {
	const { id } = await made.webhook('DISABLED');
	await perform('webhook', 'enable', id);
	const now = await call(service, 'GET', `notifications/v1/webhooks/${String(id)}/`);
	expect(now).toMatchObject({ status: 'ENABLED', realm: 'metadata', headers, name: 'Of metadata' });
});

it('an automation is unhealthy when the action that it fires is gone, or fails', async () => {
	const action = await made.customAction();
	const { id } = await made.automation(action.id);
	const problem = async () => (await perform('automation', 'getHealth', id)).json[0]?.problem;
	expect(await problem()).toBeNull();
	await perform('customAction', 'delete', action.id);
	expect(await problem()).toContain('gone');
});
