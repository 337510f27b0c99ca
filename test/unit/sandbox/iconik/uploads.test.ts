import axios from 'axios';
import { demoAssets } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { startSandbox, type Sandbox } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const post = async (path: string, body?: object) => {
	const { data } = await sandbox.api.post<Record<string, string>>(path, body);
	return data;
};
const storage = async () => {
	const { data } = await sandbox.api.get<{ objects: Array<{ id: string }> }>(
		'/files/v1/storages/?purpose=FILES',
	);
	return String(data.objects[0]?.id);
};
const finished = async (id: unknown) =>
	await eventually(async () => {
		const { data } = await sandbox.api.get<{ status: string }>(`/jobs/v1/jobs/${String(id)}/`);
		expect(data.status).toBe('FINISHED');
	});
/** Notes a file of a new asset and sends its bytes. */
const uploaded = async (original_name: string, bytes: string) => {
	const asset = await post('/assets/v1/assets/', { title: 'Brought in' });
	const base = `/files/v1/assets/${asset.id}`;
	const format = await post(`${base}/formats/`, { name: 'ORIGINAL' });
	const set = { name: original_name, format_id: format.id, base_dir: '', component_ids: [] };
	const fileSet = await post(`${base}/file_sets/`, { ...set, storage_id: await storage() });
	const file = await post(`${base}/files/`, {
		original_name,
		directory_path: '',
		type: 'FILE',
		size: bytes.length,
		file_set_id: fileSet.id,
		format_id: format.id,
	});
	expect(file).toMatchObject({ status: 'OPEN', upload_method: 'PUT' });
	await axios.put(String(file.upload_url), bytes, { headers: { 'content-type': 'video/mp4' } });
	return { base, asset, file, path: `${base}/files/${file.id}/` };
};

describe('an upload', () => {
	it('goes online when its file is closed, and gets proxy and keyframes when they are asked for', async () => {
		const { base, asset, path } = await uploaded('film.mp4', 'bytes of a film');
		expect((await sandbox.api.get(`${base}/proxies/`)).status).toBe(404);
		await sandbox.api.patch(path, { status: 'CLOSED' });
		const { data } = await sandbox.api.get(`/assets/v1/assets/${asset.id}/`);
		expect(data.is_online).toBe(true);
		const { data: link } = await sandbox.api.get<{ url: string }>(`${path}download_url/`);
		expect((await axios.get<string>(link.url)).data).toBe('bytes of a film');
		await finished((await post(`${path}keyframes/`, {})).job_id);
		const { data: proxies } = await sandbox.api.get(`${base}/proxies/`);
		expect(proxies.objects).toMatchObject([{ status: 'CLOSED', codec: 'h264' }]);
		const { data: sets } = await sandbox.api.get(`${base}/file_sets/`);
		expect(sets.objects).toMatchObject([{ name: 'film.mp4', file_count: 1 }]);
	});

	it('goes nowhere by a link that was meant for reading', async () => {
		const { path } = await uploaded('film.mp4', 'first');
		await sandbox.api.patch(path, { status: 'CLOSED' });
		const { data } = await sandbox.api.get<{ url: string }>(`${path}download_url/`);
		const answer = await axios.put(data.url, 'second', {
			headers: { 'content-type': 'video/mp4' },
			validateStatus: () => true,
		});
		expect(answer.status).toBe(403);
	});

	it('of captions becomes subtitles in the language of its name', async () => {
		const srt = '1\n00:00:01,000 --> 00:00:02,000\nGuten Tag\n';
		const { base, path } = await uploaded('film.de.srt', srt);
		await finished((await post(`${path}subtitles/`, {})).job_id);
		const { data } = await sandbox.api.get<string>(`${base}/subtitles/de/webvtt/`);
		expect(data).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGuten Tag\n');
	});

	it('of a small file takes one form', async () => {
		const form = new FormData();
		form.append('file_name', 'note.png');
		form.append('storage_id', await storage());
		form.append('asset_title', 'A note');
		form.append('file', new Blob(['pixels']), 'note.png');
		const { status, data } = await sandbox.api.post('/files/v1/files/upload/', form);
		expect(status).toBe(200);
		const { data: asset } = await sandbox.api.get(`/assets/v1/assets/${data.asset_id}/`);
		expect(asset).toMatchObject({ title: 'A note', is_online: true });
	});
});

it('a still is taken as a further poster, and can be the picture of the asset', async () => {
	const base = `/files/v1/assets/${demoAssets.approved}`;
	const { data: files } = await sandbox.api.get(`${base}/files/`);
	const { job_id } = await post(`${base}/files/${files.objects[0].id}/capture/1500/`, {
		set_as_custom_keyframe: true,
	});
	await finished(job_id);
	const { data } = await sandbox.api.get(`/assets/v1/assets/${demoAssets.approved}/`);
	const { data: keyframes } = await sandbox.api.get(`${base}/keyframes/?per_page=100`);
	expect(keyframes.objects).toContainEqual(
		expect.objectContaining({ id: data.custom_keyframe, type: 'POSTER', is_custom_keyframe: true }),
	);
});

it('a file on premises is listed, but has no link and cannot be downloaded', async () => {
	await sandbox.act('move-on-premises', { asset_id: demoAssets.image });
	const base = `/files/v1/assets/${demoAssets.image}`;
	const { data } = await sandbox.api.get(`${base}/files/?generate_signed_url=true`);
	const [file] = data.objects as Array<Record<string, string>>;
	expect(file).toMatchObject({ status: 'CLOSED', storage_method: 'FILE' });
	expect(file).not.toHaveProperty('url');
	expect((await sandbox.api.get(`${base}/files/${file?.id}/download_url/`)).status).toBe(400);
});
