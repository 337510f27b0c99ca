import { demoAssets, demoIds } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { startSandbox, type Sandbox } from './client';

describe('metadata', () => {
	let sandbox: Sandbox;
	let id: string;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(async () => {
		id = (await sandbox.act('create-asset', { title: 'Described' })).asset_id as string;
	});
	afterAll(async () => await sandbox.close());

	const path = (view: string) => `/metadata/v1/assets/${id}/views/${view}/`;
	const put = async (metadata_values: unknown, view: string = demoIds.views.editorial) =>
		await sandbox.api.put(path(view), { metadata_values });
	const values = async (field: string, view: string = demoIds.views.editorial) => {
		const { data } = await sandbox.api.get(path(view));
		return data.metadata_values[field]?.field_values.map(({ value }: { value: unknown }) => value);
	};
	const list = (...texts: string[]) => ({ field_values: texts.map((value) => ({ value })) });

	it('is a 404 for an object without values in the view', async () => {
		await put({ Campaign: list('Spring') });
		expect((await sandbox.api.get(path(demoIds.views.editorial))).status).toBe(200);
		expect((await sandbox.api.get(path(demoIds.views.rights))).status).toBe(404);
	});

	it('is written by field, joined, thinned out and cleared', async () => {
		await put({ Tags: list('a', 'b'), Campaign: list('Spring') });
		await put({ Tags: { ...list('c'), mode: 'append' } });
		expect(await values('Tags')).toEqual(['a', 'b', 'c']);
		await put({ Tags: { ...list('a'), mode: 'delete' } });
		expect(await values('Tags')).toEqual(['b', 'c']);
		await put({ Tags: list() });
		expect(await values('Tags')).toEqual([]);
		expect(await values('Campaign')).toEqual(['Spring']);
	});

	it.each([
		['the flat form', { Campaign: 'Spring' }, 'metadata_values.Campaign'],
		['a field outside the view', { RightsHolder: list('Me') }, 'RightsHolder'],
		['several values in a field for one', { Campaign: list('a', 'b') }, 'Campaign'],
	])('refuses %s', async (_name, sent, field) => {
		const { status, data } = await put(sent);
		expect(status).toBe(400);
		expect(Object.keys(data.errors)).toEqual([field]);
	});

	it.each(['tomorrow', '2027-13-40'])('refuses the date %s', async (text) => {
		expect((await put({ RightsExpiry: list(text) }, demoIds.views.rights)).status).toBe(400);
	});

	it('needs its view to be a real one', async () => {
		expect((await put({ Campaign: list('x') }, demoAssets.approved)).status).toBe(404);
	});

	it('that blocks sets the flag and the warning of the asset', async () => {
		const blocked = {
			Blocked: { field_values: [{ value: true }] },
			BlockReason: list('No rights'),
		};
		await put(blocked, demoIds.views.restriction);
		const { data } = await sandbox.api.get(`/assets/v1/assets/${id}/`);
		expect(data).toMatchObject({ is_blocked: true, warning: 'No rights' });
	});

	it('is flat in search, after the lag', async () => {
		await put({ Campaign: list('Equinox'), Tags: list('a', 'b') });
		await eventually(async () => {
			const { data } = await sandbox.api.post('/search/v1/search/', {
				doc_types: ['assets'],
				query: 'metadata.Campaign:Equinox',
			});
			expect(data.objects[0].metadata).toEqual({ Campaign: ['Equinox'], Tags: ['a', 'b'] });
		});
	});

	it('is written for many objects in the background', async () => {
		const body = { object_ids: [id], metadata_values: { Campaign: list('Bulk') } };
		const { status, data } = await sandbox.api.put(
			`/metadata/v1/assets/views/${demoIds.views.editorial}/`,
			body,
		);
		expect(status).toBe(202);
		await eventually(async () => {
			const job = await sandbox.api.get(`/jobs/v1/jobs/${data.job_id}/`);
			expect(job.data.status).toBe('FINISHED');
		});
		expect(await values('Campaign')).toEqual(['Bulk']);
	});

	it('of one version stays with it when a new one comes without a copy', async () => {
		await put({ Campaign: list('First') });
		const { data } = await sandbox.api.get(`/assets/v1/assets/${id}/`);
		await sandbox.act('add-version', { asset_id: id, copy_metadata: false });
		expect((await sandbox.api.get(path(demoIds.views.editorial))).status).toBe(404);
		const old = await sandbox.api.get(
			`/metadata/v1/assets/${id}/versions/${data.versions[0].id}/views/${demoIds.views.editorial}/`,
		);
		expect(old.data.metadata_values.Campaign.field_values).toEqual([{ value: 'First' }]);
	});

	it('belongs to a segment, too, which is reached by its asset', async () => {
		const { data: segment } = await sandbox.api.post<{ id: string }>(
			`/assets/v1/assets/${id}/segments/`,
			{ segment_type: 'GENERIC', time_start_milliseconds: 0, time_end_milliseconds: 10 },
		);
		const part = `/metadata/v1/assets/${id}/segments/${segment.id}/views/${demoIds.views.editorial}/`;
		expect((await sandbox.api.get(part)).status).toBe(404);
		await sandbox.api.put(part, { metadata_values: { Campaign: list('Scene') } });
		const { data } = await sandbox.api.get(part);
		expect(data).toMatchObject({ object_id: segment.id, object_type: 'segments' });
		expect(data.metadata_values.Campaign.field_values).toEqual([{ value: 'Scene' }]);
	});

	it('has views whose fields come whole when one view is read, with a separator among them', async () => {
		const { data } = await sandbox.api.get(`/metadata/v1/views/${demoIds.views.rights}/`);
		const fields = data.view_fields as Array<{ name: string; field_type: string }>;
		expect(fields.find(({ name }) => name === 'RightsExpiry')?.field_type).toBe('date');
		expect(fields.map(({ name }) => name)).toContain('__separator__');
	});
});
