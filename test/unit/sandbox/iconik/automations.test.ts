import { demoAssets, demoIds } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { startSandbox, type Sandbox } from './client';

const DAY_MS = 86_400_000;

describe('automations', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});
	afterEach(async () => await sandbox.close());

	const make = async (trigger: object, more: object = {}) => {
		const { data } = await sandbox.api.post<{ id: string }>('/automations/v1/automations/', {
			name: 'Collect',
			triggers: [trigger],
			actions: [
				{
					type: 'ADD_TO_COLLECTION',
					parameters: { collection_id: demoIds.collections.campaigns, index_immediately: true },
				},
			],
			...more,
		});
		return data.id;
	};
	const collected = async (id: string) =>
		(
			await sandbox.api.get<{ in_collections: string[] }>(
				`/assets/v1/assets/${id}/?include_collections=true`,
			)
		).data.in_collections.includes(demoIds.collections.campaigns);
	const created = async () =>
		(await sandbox.api.post<{ id: string }>('/assets/v1/assets/', { title: 'New' })).data.id;

	it('start when an asset was made so many days ago, and not before', async () => {
		await make({ type: 'CREATED_AT_TRANSITION', parameters: { days_since_created: 3 } });
		const id = await created();
		await sandbox.putControl('clock', { advanceMs: 2 * DAY_MS });
		await sandbox.putControl('clock', { speed: 3600 });
		expect(await collected(id)).toBe(false);
		await sandbox.putControl('clock', { advanceMs: DAY_MS });
		await eventually(async () => expect(await collected(id)).toBe(true));
	});

	it('start so many days after the last change', async () => {
		await make({ type: 'MODIFIED_AT_TRANSITION', parameters: { days_since_modified: 2 } });
		const [still, changed] = [await created(), await created()];
		await sandbox.putControl('clock', { advanceMs: DAY_MS });
		await sandbox.api.patch(`/assets/v1/assets/${changed}/`, { title: 'Changed' });
		await sandbox.putControl('clock', { advanceMs: 1.5 * DAY_MS, speed: 3600 });
		await eventually(async () => expect(await collected(still)).toBe(true));
		expect(await collected(changed)).toBe(false);
	});

	it('start when an asset goes into the archive, and bring others out of it', async () => {
		const storage = { destination_storage_id: demoIds.views.rights };
		const restore = { actions: [{ type: 'RESTORE', parameters: storage }] };
		await make({ type: 'ARCHIVE', parameters: {} }, restore);
		await make({ type: 'RESTORE', parameters: {} });
		await sandbox.act('archive-asset', { asset_id: demoAssets.image });
		await eventually(async () => expect(await collected(demoAssets.image)).toBe(true));
		const { data } = await sandbox.api.get(`/assets/v1/assets/${demoAssets.image}/`);
		expect(data).toMatchObject({ archive_status: 'NOT_ARCHIVED', is_online: true });
	});

	it('export an asset that gets captions, and say who may see it', async () => {
		const { data } = await sandbox.api.get<{ objects: Array<{ id: string }> }>(
			'/files/v1/export_locations/',
		);
		const trigger = { type: 'SUBTITLE_ADDED', parameters: {} };
		const grant = { user_ids: [demoIds.users.legal], permissions: ['read'], mode: 'APPEND' };
		const parameters = { export_location_id: data.objects[0]?.id };
		await make(trigger, { actions: [{ type: 'EXPORT', parameters }] });
		await make(trigger, { actions: [{ type: 'UPDATE_ACL', parameters: { objects: [grant] } }] });
		await sandbox.act('add-subtitle', { asset_id: demoAssets.approved, language: 'fi' });
		await eventually(async () => {
			const state = (await sandbox.control('state')) as { exports: Array<{ asset_id: string }> };
			expect(state.exports.map(({ asset_id }) => asset_id)).toContain(demoAssets.approved);
		});
		const { data: list } = await sandbox.api.get(`/acls/v1/acl/assets/${demoAssets.approved}/`);
		expect(list.users_acl).toEqual([{ user_id: demoIds.users.legal, permissions: ['read'] }]);
	});

	it('tell how many assets a run would take up, and how the run ended for each', async () => {
		const id = await make(
			{ type: 'REVIEW_STATUS_CHANGED', parameters: { statuses: ['APPROVED'] } },
			{ conditions: [{ operator: 'AND', terms: [{ name: 'id', value: demoAssets.image }] }] },
		);
		const path = `/automations/v1/automations/${id}`;
		expect((await sandbox.api.get(`${path}/runs/estimate/`)).data).toMatchObject({ total: 1 });
		const asset = await sandbox.api.get(`/assets/v1/assets/${demoAssets.image}/`);
		const { versions } = asset.data as { versions: Array<{ id: string }> };
		const run = `${path}/history/assets/${demoAssets.image}/${versions[0]?.id}/`;
		expect((await sandbox.api.get(run)).status).toBe(404);
		expect((await sandbox.api.post(`${path}/runs/`)).status).toBe(202);
		await eventually(async () =>
			expect((await sandbox.api.get(run)).data).toMatchObject({
				status: 'SUCCEED',
				object_id: demoAssets.image,
			}),
		);
		expect(await collected(demoAssets.image)).toBe(true);
		expect((await sandbox.api.delete(run)).status).toBe(204);
		expect((await sandbox.api.get(run)).status).toBe(404);
	});
});

describe('jobs', () => {
	let sandbox: Sandbox;
	let path: string;

	beforeEach(async () => {
		sandbox = await startSandbox('empty');
		const { data } = await sandbox.api.post('/jobs/v1/jobs/', {
			title: 'Sync',
			type: 'CUSTOM',
			status: 'STARTED',
		});
		path = `/jobs/v1/jobs/${data.id}/`;
	});
	afterEach(async () => await sandbox.close());

	it('answer a change with 200, or with 201 as clients have seen', async () => {
		expect((await sandbox.api.patch(path, { progress_processed: 50 })).status).toBe(200);
		await sandbox.act('set-job-answers', { status: 201 });
		const answer = await sandbox.api.patch(path, { status: 'FINISHED' });
		expect([answer.status, answer.data.progress]).toEqual([201, 100]);
	});

	it('change one step, and go together', async () => {
		const step = { id: demoIds.views.rights, label: 'Read', status: 'IN_PROGRESS' };
		await sandbox.api.put(`${path}steps/`, { steps: [step] });
		const { data } = await sandbox.api.patch(`${path}steps/${step.id}/`, { status: 'DONE' });
		expect(data.steps).toMatchObject([{ label: 'Read', status: 'DONE' }]);
		const body = { job_ids: [data.id] };
		expect((await sandbox.api.delete('/jobs/v1/jobs/', { data: body })).status).toBe(204);
		expect((await sandbox.api.get(path)).status).toBe(404);
	});
});
