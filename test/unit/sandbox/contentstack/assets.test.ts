import { stillPng } from '../../../../sandbox/contentstack/seed/still';
import { bench, FILM, unlimited, type Bench } from './client';

let stack: Bench;
beforeAll(async () => {
	stack = unlimited(await bench());
});
afterAll(async () => await stack.close());

const form = (
	bytes: Uint8Array | string,
	filename: string,
	type: string,
	fields: Record<string, string> = {},
) => {
	const made = new FormData();
	for (const [name, value] of Object.entries(fields)) made.append(`asset[${name}]`, value);
	made.append('asset[upload]', new Blob([bytes as BlobPart], { type }), filename);
	return made;
};
const upload = async (...input: Parameters<typeof form>) =>
	await stack.cma.post('/assets', form(...input));
const bytesAt = async (url: string) =>
	Buffer.from((await stack.cma.get(url, { responseType: 'arraybuffer' })).data as ArrayBuffer);

it('stores an uploaded image with its details and serves the same bytes', async () => {
	const png = stillPng(100);
	const { data: folder } = await stack.cma.post('/assets/folders', { asset: { name: 'Stills' } });
	const { status, data } = await upload(png, 'first still.png', 'image/png', {
		title: 'A still',
		description: 'From the harbour',
		tags: 'harbour, dawn',
		parent_uid: folder.asset.uid,
	});
	expect(status).toBe(201);
	expect(data.notice).toBe('Asset created successfully.');
	expect(data.asset).toMatchObject({
		title: 'A still',
		description: 'From the harbour',
		tags: ['harbour', 'dawn'],
		filename: 'first_still.png',
		content_type: 'image/png',
		file_size: String(png.length),
		parent_uid: folder.asset.uid,
		_version: 1,
	});
	expect(await bytesAt(data.asset.url)).toEqual(png);
	const { data: read } = await stack.cma.get(`/assets/${data.asset.uid}?include_dimension=true`);
	expect(read.asset.dimension).toEqual({ width: 320, height: 180 });
});

it('keeps the uid and changes the address when the file is replaced, and serves both files', async () => {
	const { data: before } = await upload('one', 'a.vtt', 'text/vtt');
	const { data: after } = await stack.cma.put(
		`/assets/${before.asset.uid}`,
		form('two', 'a.vtt', 'text/vtt'),
	);
	expect(after.notice).toBe('Asset updated successfully.');
	expect(after.asset).toMatchObject({
		uid: before.asset.uid,
		title: before.asset.title,
		_version: 2,
	});
	expect(after.asset.url).not.toBe(before.asset.url);
	expect(String(await bytesAt(before.asset.url))).toBe('one');
	expect(String(await bytesAt(after.asset.url))).toBe('two');
});

it('changes details by JSON without touching the file, and reverts to an earlier version', async () => {
	const { data: before } = await upload('x', 'b.txt', 'text/plain');
	const path = `/assets/${before.asset.uid}`;
	const { data } = await stack.cma.put(path, { asset: { title: 'Renamed', tags: ['a', 'b'] } });
	expect(data.asset).toMatchObject({
		title: 'Renamed',
		tags: ['a', 'b'],
		url: before.asset.url,
		_version: 2,
	});
	const { data: reverted } = await stack.cma.put(path, { asset: { version: 1 } });
	expect(reverted.asset).toMatchObject({ title: 'b.txt', _version: 3 });
	const { data: versions } = await stack.cma.get(`${path}/versions`);
	expect(versions.versions.map(({ _version }: { _version: number }) => _version)).toEqual([
		3, 2, 1,
	]);
});

it('refuses an upload without a file and one into a folder that does not exist', async () => {
	const empty = new FormData();
	empty.append('asset[title]', 'nothing');
	expect((await stack.cma.post('/assets', empty)).data.errors).toEqual({
		upload: ['is a required field.'],
	});
	const { data } = await upload('x', 'x.txt', 'text/plain', { parent_uid: 'blt0000000000000000' });
	expect(data.errors).toEqual({ parent_uid: ['is not valid.'] });
});

it('refuses a file of more than 100 MB', async () => {
	const { status, data } = await upload(
		new Uint8Array(101 * 1024 * 1024),
		'big.mov',
		'video/quicktime',
	);
	expect(status).toBe(422);
	expect(data.error_code).toBe(145);
}, 60_000);

it('finds assets by a filter and folders when asked', async () => {
	await upload('x', 'findme.txt', 'text/plain');
	const query = JSON.stringify({ filename: 'findme.txt' });
	expect(
		(await stack.cma.get('/assets', { params: { query, include_count: true } })).data.count,
	).toBe(1);
	const folders = JSON.stringify({ is_dir: true, name: 'Stills' });
	const { data } = await stack.cma.get('/assets', {
		params: { query: folders, include_folders: true },
	});
	expect(data.assets).toMatchObject([
		{ is_dir: true, content_type: 'application/vnd.contenstack.folder' },
	]);
});

it('shows the asset in an entry that holds its uid, the entry among its users, and null once it is gone', async () => {
	await stack.cma.post('/content_types', { content_type: FILM });
	const { data } = await upload('x', 'poster.txt', 'text/plain');
	const { uid } = data.asset;
	const { data: saved } = await stack.cma.post('/content_types/film/entries', {
		entry: { title: 'F', asset_id: 'f', poster: uid, captions: [{ language: 'en', file: uid }] },
	});
	expect(saved.entry.poster).toMatchObject({ uid, url: data.asset.url });
	expect(saved.entry.captions[0].file).toMatchObject({ uid });
	const { data: users } = await stack.cma.get(`/assets/${uid}/references`);
	expect(users.references).toMatchObject([
		{ entry_uid: saved.entry.uid, content_type_uid: 'film' },
	]);
	await stack.cma.delete(`/assets/${uid}`);
	const { data: left } = await stack.cma.get(`/content_types/film/entries/${saved.entry.uid}`);
	expect(left.entry.poster).toBeNull();
	expect((await stack.cma.get(`/assets/${uid}`)).data.error_code).toBe(145);
});
