import axios from 'axios';
import { demoAssets } from '../../../../sandbox/iconik';
import { startSandbox, type Sandbox } from './client';

interface File {
	id: string;
	url?: string;
	type?: string;
	status: string;
	is_public: boolean;
	version_id: string;
}

describe('media files', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});
	afterEach(async () => await sandbox.close());

	const list = async (kind: string, id: string, query = ''): Promise<File[]> =>
		(await sandbox.api.get(`/files/v1/assets/${id}/${kind}/${query}`)).data.objects as File[];
	const fetch = async (url: string | undefined) =>
		await axios.get<Buffer>(url ?? '', { responseType: 'arraybuffer', validateStatus: () => true });
	const poster = (files: File[]) => files.find(({ type }) => type === 'POSTER') as File;

	it('come by a signed link without credentials', async () => {
		const [proxy] = await list('proxies', demoAssets.approved);
		const answer = await fetch(proxy?.url);
		expect(answer.status).toBe(200);
		expect(answer.headers['content-type']).toBe('video/mp4');
		expect(answer.data.subarray(4, 8).toString()).toBe('ftyp');
	});

	it('are refused by a link that has expired, and given by a fresh one', async () => {
		const [old] = await list('proxies', demoAssets.approved);
		await sandbox.putControl('clock', { advanceMs: 16 * 60_000 });
		expect((await fetch(old?.url)).status).toBe(403);
		const [fresh] = await list('proxies', demoAssets.approved);
		expect((await fetch(fresh?.url)).status).toBe(200);
	});

	it('are refused by a link that was changed', async () => {
		const [proxy] = await list('proxies', demoAssets.approved);
		const changed = proxy?.url?.replace(/expires=\d+/, 'expires=9999999999999');
		expect((await fetch(changed)).status).toBe(403);
	});

	it('keep their signed link for a while, unless a fresh one is asked for', async () => {
		const [first] = await list('proxies', demoAssets.approved);
		const [second] = await list('proxies', demoAssets.approved);
		const [fresh] = await list('proxies', demoAssets.approved, '?bypass_url_cache=true');
		expect(second?.url).toBe(first?.url);
		expect(fresh?.url).not.toBe(first?.url);
	});

	it.each(['proxies', 'keyframes'])(
		'of %s can be made public: a lasting link that ends when it is taken back',
		async (kind) => {
			const id = demoAssets.approved;
			const [file] = await list(kind, id);
			const path = `/files/v1/assets/${id}/${kind}/${file?.id}/public/`;
			const made = await sandbox.api.post(path);
			expect(made.status).toBe(201);
			expect(made.data.is_public).toBe(true);
			expect(made.data.url).not.toContain('signature');
			await sandbox.putControl('clock', { advanceMs: 365 * 86_400_000 });
			expect((await fetch(made.data.url)).status).toBe(200);
			expect((await sandbox.api.delete(path)).data.is_public).toBe(false);
			expect((await fetch(made.data.url)).status).toBe(403);
		},
	);

	it('have a poster that is a real picture and differs from version to version', async () => {
		const id = demoAssets.approved;
		const before = await fetch(poster(await list('keyframes', id)).url);
		await sandbox.act('add-version', { asset_id: id });
		const after = await fetch(poster(await list('keyframes', id)).url);
		for (const { data } of [before, after]) {
			expect(data.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
			expect(data.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
		}
		expect(after.data.equals(before.data)).toBe(false);
	});

	it('of a version can be listed when it is no longer the latest', async () => {
		const id = demoAssets.approved;
		const [old] = await list('proxies', id);
		await sandbox.act('add-version', { asset_id: id });
		const { data } = await sandbox.api.get(
			`/files/v1/assets/${id}/versions/${old?.version_id}/proxies/`,
		);
		expect(data.objects.map((file: File) => file.id)).toEqual([old?.id]);
		expect(await list('proxies', id, '?include_all_versions=true')).toHaveLength(2);
	});

	it('that are not ready are not CLOSED and have no link, until the transcoder is done', async () => {
		const id = demoAssets.proxyNotReady;
		const [waiting] = await list('proxies', id);
		expect(waiting).not.toHaveProperty('url');
		expect(waiting?.status).not.toBe('CLOSED');
		await sandbox.act('finish-transcode', { asset_id: id });
		expect((await list('proxies', id))[0]).toMatchObject({ status: 'CLOSED' });
	});

	it.each(['noProxy', 'subclip', 'placeholder'] as const)('are no proxies for %s', async (name) => {
		const { status } = await sandbox.api.get(`/files/v1/assets/${demoAssets[name]}/proxies/`);
		expect(status).toBe(404);
	});

	it('are held back for a blocked asset: neither public nor for download', async () => {
		const id = demoAssets.blocked;
		const [proxy] = await list('proxies', id);
		const path = `/files/v1/assets/${id}/proxies/${proxy?.id}`;
		expect((await sandbox.api.post(`${path}/public/`)).status).toBe(403);
		expect((await sandbox.api.get(`${path}/download_url/`)).status).toBe(403);
	});

	it('can be fetched in parts', async () => {
		const [proxy] = await list('proxies', demoAssets.approved);
		const answer = await axios.get<Buffer>(proxy?.url ?? '', {
			responseType: 'arraybuffer',
			headers: { Range: 'bytes=4-7' },
		});
		expect(answer.status).toBe(206);
		expect(answer.data.toString()).toBe('ftyp');
	});
});

describe('captions', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	it('are WebVTT by language, for those who may read them', async () => {
		const path = `/files/v1/assets/${demoAssets.readyToApprove}/subtitles`;
		const { data } = await sandbox.api.get(`${path}/`);
		expect(data.objects.map(({ language }: { language: string }) => language)).toEqual([
			'en',
			'de',
			'fr',
		]);
		const text = await sandbox.api.get(`${path}/de/webvtt/`);
		expect(text.headers['content-type']).toContain('text/vtt');
		expect(text.data).toMatch(/^WEBVTT\n/);
		const anonymous = await axios.get(`${sandbox.connection.baseUrl}/API${path}/de/webvtt/`, {
			validateStatus: () => true,
		});
		expect(anonymous.status).toBe(401);
	});

	it('change when somebody corrects them, and open ones are apart from closed ones', async () => {
		const asset_id = demoAssets.rejected;
		const path = `/files/v1/assets/${asset_id}/subtitles/en`;
		const add = async (closed_captions: boolean, content: string) =>
			await sandbox.act('add-subtitle', { asset_id, language: 'en', closed_captions, content });
		await add(false, 'WEBVTT\n\nopen');
		await add(true, 'WEBVTT\n\nclosed');
		expect((await sandbox.api.get(`${path}/cc/webvtt/`)).data).toContain('closed');
		await sandbox.act('edit-subtitle', { asset_id, language: 'en', content: 'WEBVTT\n\nbetter' });
		expect((await sandbox.api.get(`${path}/webvtt/`)).data).toContain('better');
	});
});
