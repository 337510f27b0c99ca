import { demoAssets, demoIds } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { RecordingServer } from '../../../support/recordingServer';
import { startSandbox, type Sandbox } from './client';

let sandbox: Sandbox;
let receiver: RecordingServer;
let url: string;
let status: number;

beforeEach(async () => {
	status = 200;
	sandbox = await startSandbox();
	receiver = new RecordingServer(() => ({ status }));
	url = `${await receiver.listen()}/hook`;
});
afterEach(async () => {
	await sandbox.close();
	await receiver.close();
});

const bodies = () => receiver.calls.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const arrival = async (count = 1) =>
	await eventually(() => {
		expect(receiver.calls.length).toBeGreaterThanOrEqual(count);
		return bodies();
	});

describe('webhooks', () => {
	const create = async (more: object) =>
		await sandbox.api.post('/notifications/v1/webhooks/', {
			event_type: 'assets',
			url,
			status: 'ENABLED',
			headers: { 'X-Iconik-Secret': 'shh' },
			...more,
		});
	const read = async (id: string) =>
		(await sandbox.api.get(`/notifications/v1/webhooks/${id}/`)).data;

	it('are created with 201, read with 201, replaced with 200 and deleted with 204', async () => {
		const made = await create({});
		const path = `/notifications/v1/webhooks/${made.data.id}/`;
		expect(made.status).toBe(201);
		expect((await sandbox.api.get(path)).status).toBe(201);
		const replacement = { event_type: 'assets', url, status: 'DISABLED' };
		expect((await sandbox.api.put(path, replacement)).data.status).toBe('DISABLED');
		expect((await sandbox.api.delete(path)).status).toBe(204);
		expect((await sandbox.api.get('/notifications/v1/webhooks/')).data.objects).toEqual([]);
	});

	it('need a status, a known one', async () => {
		expect((await create({ status: undefined })).data.errors).toHaveProperty('status');
		expect((await create({ status: 'ON' })).status).toBe(400);
	});

	it('tell of a share as iconik does, with their own headers', async () => {
		await create({ realm: 'shares', operation: 'create' });
		await sandbox.api.post(`/assets/v1/assets/${demoAssets.approved}/shares/url/`, {
			allow_approving_comments: true,
			allow_comments: true,
			allow_download: false,
			allow_setting_approve_status: true,
		});
		const [event] = await arrival();
		expect(receiver.calls[0]?.headers['x-iconik-secret']).toBe('shh');
		expect(event).toEqual({
			system_domain_id: sandbox.connection.systemDomainId,
			event_type: 'assets',
			object_id: expect.any(String),
			user_id: demoIds.users.integration,
			realm: 'shares',
			operation: 'create',
			request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
			data: expect.objectContaining({ object_id: demoAssets.approved, object_type: 'assets' }),
		});
		expect(event?.object_id).toBe((event?.data as { id: string }).id);
	});

	it('tell of what is put into a collection', async () => {
		await create({ event_type: 'collections', realm: 'contents', operation: 'create' });
		await sandbox.api.post(`/assets/v1/collections/${demoIds.collections.campaigns}/contents/`, {
			object_id: demoAssets.image,
			object_type: 'assets',
		});
		const [event] = await arrival();
		expect(event?.data).toEqual({
			collection_id: demoIds.collections.campaigns,
			object_id: demoAssets.image,
			object_type: 'assets',
			date_created: expect.any(String),
		});
	});

	it('hear only of the object they watch and of events that their query lets through', async () => {
		await create({ object_id: demoAssets.image, query: 'operation="update" AND data.title!=null' });
		await sandbox.act('edit-title', { asset_id: demoAssets.audio, title: 'Unheard' });
		await sandbox.act('delete-asset', { asset_id: demoAssets.image });
		await sandbox.act('edit-title', { asset_id: demoAssets.image, title: 'Heard' });
		const [event] = await arrival();
		expect(event).toMatchObject({ realm: 'entity', operation: 'update', data: { title: 'Heard' } });
	});

	it('refuse a query that is none', async () => {
		expect((await create({ query: 'operation is update' })).data.errors).toHaveProperty('query');
	});

	it('carry any event that the sandbox is told to make', async () => {
		await create({ realm: 'reviews' });
		await sandbox.act('fire-webhook', {
			event_type: 'assets',
			realm: 'reviews',
			operation: 'whatever',
			object_id: demoAssets.approved,
			data: { free: true },
		});
		expect((await arrival())[0]).toMatchObject({ operation: 'whatever', data: { free: true } });
	});

	it('are FAILING after a refusal and ENABLED again after the next success', async () => {
		const { data } = await create({});
		status = 500;
		await sandbox.act('edit-title', { asset_id: demoAssets.image, title: 'A' });
		await eventually(async () =>
			expect(await read(data.id)).toMatchObject({
				status: 'FAILING',
				first_failed_at: expect.any(String),
				last_error: expect.stringContaining('500'),
			}),
		);
		status = 204;
		await sandbox.act('edit-title', { asset_id: demoAssets.image, title: 'B' });
		await eventually(async () => expect((await read(data.id)).status).toBe('ENABLED'));
	});

	it('are switched off after five hours of failure and then hear nothing', async () => {
		const { data } = await create({});
		status = 500;
		await sandbox.act('edit-title', { asset_id: demoAssets.image, title: 'A' });
		await eventually(async () => expect((await read(data.id)).status).toBe('FAILING'));
		await sandbox.putControl('clock', { advanceMs: 5 * 3_600_000 });
		await eventually(async () => expect((await read(data.id)).status).toBe('DISABLED'));
		const before = receiver.calls.length;
		const { data: other } = await create({ name: 'another' });
		status = 200;
		await sandbox.act('edit-title', { asset_id: demoAssets.image, title: 'B' });
		await arrival(before + 1);
		const hooks = (await sandbox.control('deliveries')) as Array<{ hook: string }>;
		expect(hooks[hooks.length - 1]?.hook).toBe(other.id);
		expect(receiver.calls).toHaveLength(before + 1);
	});

	it('can be lost and doubled', async () => {
		await create({ realm: 'entity' });
		await sandbox.putControl('faults', [{ fault: 'webhook-lost', match: { times: 1 } }]);
		await sandbox.act('edit-title', { asset_id: demoAssets.image, title: 'Lost' });
		await sandbox.putControl('faults', [{ fault: 'webhook-doubled', match: { times: 1 } }]);
		await sandbox.act('edit-title', { asset_id: demoAssets.image, title: 'Twice' });
		const events = await arrival(2);
		expect(events.map(({ data }) => (data as { title: string }).title)).toEqual(['Twice', 'Twice']);
	});
});

describe('custom actions', () => {
	const path = '/assets/v1/custom_actions/ASSET/';
	const create = async (more: object = {}) =>
		await sandbox.api.post(path, {
			context: 'ASSET',
			title: 'Send to Contentstack',
			url,
			type: 'POST',
			headers: { 'X-Iconik-Secret': 'shh' },
			app_id: sandbox.connection.appId,
			...more,
		});

	it('are created and read with 201, changed with 200, deleted with 204', async () => {
		const made = await create();
		expect(made.status).toBe(201);
		const one = `${path}${made.data.id}/`;
		expect((await sandbox.api.get(one)).status).toBe(201);
		expect((await sandbox.api.patch(one, { title: 'Other' })).data.title).toBe('Other');
		expect((await sandbox.api.delete(one)).status).toBe(204);
		expect((await sandbox.api.get(path)).data.objects).toEqual([]);
	});

	it('POST what they were picked on, with a token that acts for whoever picked', async () => {
		const { data: action } = await create();
		await sandbox.act('fire-custom-action', {
			action_id: action.id,
			asset_ids: [demoAssets.approved],
			by: demoIds.users.legal,
		});
		const [payload] = await arrival();
		expect(payload).toEqual({
			user_id: demoIds.users.legal,
			system_domain_id: sandbox.connection.systemDomainId,
			context: 'ASSET',
			action_id: action.id,
			asset_ids: [demoAssets.approved],
			collection_ids: [],
			saved_search_ids: [],
			metadata_view_id: null,
			metadata_values: null,
			date_created: expect.stringMatching(/\d$/),
			auth_token: expect.any(String),
		});
		const current = await sandbox.api.get('/users/v1/users/current/', {
			headers: { 'Auth-Token': String(payload?.auth_token) },
		});
		expect(current.data.id).toBe(demoIds.users.legal);
		await sandbox.putControl('clock', { advanceMs: 13 * 3_600_000 });
		const expired = await sandbox.api.get('/users/v1/users/current/', {
			headers: { 'Auth-Token': String(payload?.auth_token) },
		});
		expect(expired.status).toBe(401);
	});

	it('bring no token when they have no application', async () => {
		const { data: action } = await create({ app_id: null });
		await sandbox.api.post(`${path}${action.id}/callback/`, { asset_ids: [demoAssets.approved] });
		expect((await arrival())[0]).not.toHaveProperty('auth_token');
	});

	it('show that their receiver failed', async () => {
		const { data: action } = await create();
		status = 500;
		await sandbox.api.post(`${path}${action.id}/callback/`, { asset_ids: [demoAssets.approved] });
		const { data } = await sandbox.api.get(`${path}${action.id}/`);
		expect(data).toMatchObject({ status: 'FAILING', last_error: expect.stringContaining('500') });
	});
});

describe('automations', () => {
	const automate = async (triggers: object[], more: object = {}) => {
		const { data: action } = await sandbox.api.post('/assets/v1/custom_actions/ASSET/', {
			context: 'ASSET',
			title: 'Call',
			url,
			app_id: sandbox.connection.appId,
		});
		return await sandbox.api.post('/automations/v1/automations/', {
			name: 'On approval',
			triggers,
			actions: [{ type: 'CUSTOM_ACTION', parameters: { action_id: action.id, context: 'ASSET' } }],
			...more,
		});
	};
	const onReview = (...statuses: string[]) => ({
		type: 'REVIEW_STATUS_CHANGED',
		parameters: { statuses },
	});

	it('call a custom action when a version comes to a status they wait for, and for no other', async () => {
		expect((await automate([onReview('APPROVED')])).status).toBe(201);
		await sandbox.act('reject', { asset_id: demoAssets.image });
		await sandbox.act('approve', { asset_id: demoAssets.readyToApprove });
		const events = await arrival();
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({
			asset_ids: [demoAssets.readyToApprove],
			context: 'ASSET',
			auth_token: expect.any(String),
		});
	});

	it('stay silent when another vote changes nothing about the status', async () => {
		await automate([onReview()]);
		await sandbox.act('approve', { asset_id: demoAssets.approved, by: demoIds.users.integration });
		await sandbox.act('approve', { asset_id: demoAssets.readyToApprove });
		expect((await arrival())[0]?.asset_ids).toEqual([demoAssets.readyToApprove]);
	});

	it('with several triggers wait until all have come for the same asset', async () => {
		await automate([
			onReview('APPROVED'),
			{ type: 'SUBTITLE_ADDED', parameters: { language: 'de' } },
		]);
		const asset_id = demoAssets.rejected;
		await sandbox.act('add-subtitle', { asset_id, language: 'de' });
		await sandbox.act('approve', { asset_id: demoAssets.readyToApprove });
		await sandbox.act('revoke-approval', { asset_id });
		await sandbox.act('approve', { asset_id });
		expect((await arrival())[0]?.asset_ids).toEqual([asset_id]);
	});

	it('run only where their conditions hold, and not while they are inactive', async () => {
		const term = { name: 'media_type', value: 'audio' };
		await automate([onReview('APPROVED')], { conditions: [{ operator: 'AND', terms: [term] }] });
		await automate([onReview('APPROVED')], { status: 'INACTIVE' });
		const { asset_id } = await sandbox.act('create-asset', { title: 'Talk', media_type: 'audio' });
		await sandbox.act('approve', { asset_id: demoAssets.readyToApprove });
		await sandbox.act('approve', { asset_id });
		expect((await arrival()).map(({ asset_ids }) => asset_ids)).toEqual([[asset_id]]);
	});

	it('can restrict an asset', async () => {
		await sandbox.api.post('/automations/v1/automations/', {
			name: 'Restrict',
			triggers: [onReview('NOT_APPROVED')],
			actions: [
				{
					type: 'RESTRICT_ASSET',
					parameters: {
						restrict_metadata_field: 'Blocked',
						warning: 'Rejected',
						warning_metadata_field: 'BlockReason',
					},
				},
			],
		});
		await sandbox.act('reject', { asset_id: demoAssets.readyToApprove });
		await eventually(async () => {
			const { data } = await sandbox.api.get(`/assets/v1/assets/${demoAssets.readyToApprove}/`);
			expect(data).toMatchObject({ is_blocked: true, warning: 'Rejected' });
		});
	});

	it.each([
		['no trigger', { triggers: [] }],
		['two actions', { actions: [{}, {}] }],
		['an unknown trigger', { triggers: [{ type: 'FULL_MOON', parameters: {} }] }],
	])('are refused with %s', async (_name, more) => {
		expect((await automate([onReview()], more)).status).toBe(400);
	});
});
