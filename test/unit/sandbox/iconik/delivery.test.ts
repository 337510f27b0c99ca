import axios from 'axios';
import { demoAssets, demoIds } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { startSandbox, type Sandbox } from './client';

const permissions = {
	allow_approving_comments: false,
	allow_comments: false,
	allow_download: false,
	allow_setting_approve_status: false,
};

describe('delivery', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});
	afterEach(async () => await sandbox.close());

	const share = async (id: string, body: object = permissions) =>
		await sandbox.api.post(`/assets/v1/assets/${id}/shares/url/`, body);
	const open = async (url: string) => await axios.get<string>(url, { validateStatus: () => true });

	it('by a share link shows a page until the share expires', async () => {
		const expires = new Date(Date.now() + 3_600_000).toISOString();
		const { status, data } = await share(demoAssets.approved, { ...permissions, expires });
		expect(status).toBe(200);
		expect(data.url).toMatch(/\/u\/[\w]{12}\/$/);
		const page = await open(data.url);
		expect(page.status).toBe(200);
		expect(page.data).toContain('<video');
		await sandbox.putControl('clock', { advanceMs: 2 * 3_600_000 });
		expect((await open(data.url)).status).toBe(410);
	});

	it('by a share link needs four decisions', async () => {
		const { status, data } = await share(demoAssets.approved, {});
		expect(status).toBe(400);
		expect(Object.keys(data.errors)).toEqual(Object.keys(permissions));
	});

	it('by a share link escapes a title with markup in it', async () => {
		const title = '<script>alert(1)</script>';
		const { data } = await share(demoAssets.approved, { ...permissions, title });
		expect((await open(data.url)).data).not.toContain('<script>');
	});

	it('by a share link is refused while sharing is off, and for a blocked asset', async () => {
		expect((await share(demoAssets.blocked)).status).toBe(403);
		await sandbox.act('set-sharing', { enabled: false });
		expect((await share(demoAssets.approved)).status).toBe(403);
		await sandbox.act('set-sharing', { enabled: true });
		expect((await share(demoAssets.approved)).status).toBe(200);
	});

	it('by a share link can be read again and ended', async () => {
		const { data } = await share(demoAssets.approved);
		const path = `/assets/v1/assets/${demoAssets.approved}/shares/`;
		expect((await sandbox.api.get(path)).data.objects).toMatchObject([{ url: data.url }]);
		expect((await sandbox.api.delete(`${path}${data.id}/`)).status).toBe(204);
		expect((await open(data.url)).status).toBe(404);
	});

	it('by an export puts the file behind the CDN once the job is finished', async () => {
		const { data } = await sandbox.api.post(
			`/files/v1/assets/${demoAssets.approved}/export_locations/${demoIds.exportLocation}/`,
			{ file_name: 'film.mp4' },
		);
		const url = `${sandbox.connection.baseUrl}/cdn/media/film.mp4`;
		expect((await open(url)).status).toBe(404);
		await eventually(async () => {
			const job = await sandbox.api.get(`/jobs/v1/jobs/${data.job_id}/`);
			expect(job.data).toMatchObject({ status: 'FINISHED', progress: 100 });
		});
		expect((await open(url)).status).toBe(200);
	});

	it('by an export fails for an asset without files and is refused for a blocked one', async () => {
		const start = async (id: string) =>
			await sandbox.api.post(
				`/files/v1/assets/${id}/export_locations/${demoIds.exportLocation}/`,
				{},
			);
		expect((await start(demoAssets.blocked)).status).toBe(403);
		const { data } = await start(demoAssets.placeholder);
		await eventually(async () => {
			const job = await sandbox.api.get(`/jobs/v1/jobs/${data.job_id}/`);
			expect(job.data).toMatchObject({ status: 'FAILED', error_message: expect.any(String) });
		});
	});
});
