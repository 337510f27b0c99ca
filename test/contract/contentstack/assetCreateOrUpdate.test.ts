import { createHash } from 'crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { run } from './runContentstack';

const service = withContentstack();
let count = 0;
const upload: INodeParameters = {
	resource: 'asset',
	operation: 'createOrUpdate',
	source: 'files',
	files: '={{ [$json.poster, ...($json.captions ?? [])] }}',
};
const text: INodeParameters = {
	...upload,
	source: 'text',
	text: '={{ $json.text }}',
	key: '={{ $json.key }}',
	fileName: 'captions-de.vtt',
};

interface Answer extends IDataObject {
	files: Array<{
		uid: string;
		url: string;
		result: string;
		version: number;
		publish_queued: string[];
	}>;
}

beforeEach(async () => await service.clearLog());
const writes = async () =>
	(await service.calls('write')).map(({ method, path }) => `${method} ${path}`);
const go = async (parameters: INodeParameters, items: IDataObject[]) => {
	const { json, error } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return json as Answer[];
};
const file = (key: string, fingerprint: string, more: IDataObject = {}) => ({
	key,
	fingerprint,
	role: 'captions',
	file_name: 'untertitel 🎬.vtt',
	mime_type: 'text/vtt',
	language: 'de',
	closed_captions: true,
	url: null,
	text: 'WEBVTT\n\n00:00.000 --> 00:01.000\nGrüße 東京',
	...more,
});

describe('files', () => {
	it('are uploaded, left alone while they are the same, and replaced in place when they change', async () => {
		const key = `iconik/${++count}/captions/de`;
		const item = { captions: [file(key, 'one')] };
		const [created] = await go(upload, [item]);
		expect(created?.files).toMatchObject([
			{
				key,
				result: 'created',
				role: 'captions',
				language: 'de',
				closed_captions: true,
				version: 1,
			},
		]);

		await service.clearLog();
		for (let time = 0; time < 5; time++)
			expect((await go(upload, [item]))[0]?.files[0]).toMatchObject({
				result: 'unchanged',
				uid: created?.files[0]?.uid,
			});
		expect(await writes()).toEqual([]);

		const [replaced] = await go(upload, [{ captions: [file(key, 'two', { text: 'WEBVTT 2' })] }]);
		expect(replaced?.files[0]).toMatchObject({
			result: 'replaced',
			uid: created?.files[0]?.uid,
			version: 2,
		});
		expect(await (await fetch(replaced?.files[0]?.url as string)).text()).toBe('WEBVTT 2');
		expect((await go(upload, [{ captions: [file(key, 'two')] }]))[0]?.files[0]?.result).toBe(
			'unchanged',
		);
	});

	it('of all items are looked up with one query', async () => {
		const items = Array.from({ length: 12 }, (_, n) => ({
			captions: [file(`iconik/batch-${n}/captions/de`, 'one')],
		}));
		const answers = await go(upload, items);
		expect(answers.map(({ files }) => files[0]?.result)).toEqual(items.map(() => 'created'));
		expect(await service.calls('read')).toHaveLength(1);
	});

	it('with the same key in two items are uploaded once', async () => {
		const same = { captions: [file(`iconik/${++count}/captions/de`, 'one')] };
		const answers = await go(upload, [same, same]);
		expect(answers.map(({ files }) => files[0]?.result)).toEqual(['created', 'unchanged']);
		expect(await writes()).toHaveLength(1);
	});

	it('without an address or text are skipped with the reason', async () => {
		const poster = file('iconik/none/poster', 'one', { role: 'poster', text: null });
		const [answer] = await go(upload, [{ poster, captions: [] }]);
		expect(answer).toMatchObject({
			files: [],
			skipped: [{ key: 'iconik/none/poster', reason: expect.stringContaining('neither') }],
		});
	});

	it('that are not files are refused in words', async () => {
		const { error } = await run(service, upload, [{ poster: { name: 'x' } }]);
		expect(error?.message).toBe('Files is not a list of files');
	});

	it('are published where their version is not live, once asked for', async () => {
		const item = { captions: [file(`iconik/${++count}/captions/de`, 'one')] };
		await go(upload, [item]);
		const [answer] = await go({ ...upload, options: { publishEnvironments: ['production'] } }, [
			item,
		]);
		expect(answer?.files[0]).toMatchObject({ result: 'unchanged', publish_queued: ['production'] });
	});

	it('that several items share are published once for each environment', async () => {
		const item = { captions: [file(`iconik/${++count}/captions/de`, 'one')] };
		await go(upload, [item]);
		await service.clearLog();
		const items = ['production', 'production', 'staging'].map((to) => ({ ...item, to }));

		const answers = await go({ ...upload, options: { publishEnvironments: '={{ [$json.to] }}' } }, [
			...items,
		]);

		expect(answers.map(({ files }) => files[0]?.publish_queued)).toEqual([
			['production'],
			[],
			['staging'],
		]);
		expect(await writes()).toHaveLength(2);
	});
});

describe('an upload that may have landed', () => {
	it('is looked for by its key and not repeated', async () => {
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/assets', times: 1 } },
		]);
		const key = `iconik/${++count}/captions/de`;
		const [answer] = await go(upload, [{ captions: [file(key, 'one')] }]);
		expect(answer?.files[0]?.result).toBe('created');
		expect((await writes()).filter((call) => call.startsWith('POST'))).toHaveLength(1);
	});
});

describe('text', () => {
	it('has its own fingerprint', async () => {
		const item = { key: `text-${++count}`, text: 'WEBVTT' };
		expect((await go(text, [item]))[0]?.files[0]?.result).toBe('created');
		expect((await go(text, [item]))[0]?.files[0]?.result).toBe('unchanged');
		expect((await go(text, [{ ...item, text: 'WEBVTT 2' }]))[0]?.files[0]?.result).toBe('replaced');
	});

	it('without a key is refused', async () => {
		const { error } = await run(service, text, [{ key: '', text: 'WEBVTT' }]);
		expect(error?.message).toContain('no key');
	});
});

describe('a file at an address', () => {
	const LARGE = Buffer.alloc(24 * 1024 * 1024, 'poster');
	const requests: IncomingHttpHeaders[] = [];
	const source = createServer(({ url = '', headers }, response) => {
		requests.push(headers);
		if (url.startsWith('/gone')) return response.writeHead(403).end('expired');
		if (url.startsWith('/huge'))
			return response.writeHead(200, { 'content-length': 101 * 1024 * 1024 }).flushHeaders();
		const isChunked = url.startsWith('/chunked');
		response.writeHead(200, {
			'content-type': 'image/jpeg',
			...(!isChunked && { 'content-length': LARGE.length }),
		});
		return response.end(LARGE);
	});
	let origin: string;
	beforeAll(async () => {
		await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
		origin = `http://127.0.0.1:${(source.address() as AddressInfo).port}`;
	});
	afterAll(() => {
		source.closeAllConnections();
		source.close();
	});
	const posterAt = (path: string) => ({
		poster: file(`iconik/${++count}/poster`, 'one', {
			file_name: 'poster.jpg',
			mime_type: '',
			text: null,
			url: `${origin}${path}?sig=s3cret`,
		}),
	});

	it.each(['/poster', '/chunked'])(
		'%s arrives byte by byte, fetched without credentials',
		async (path) => {
			const [answer] = await go(upload, [posterAt(path)]);
			const delivered = await fetch(answer?.files[0]?.url as string);
			const digest = (data: Buffer) => createHash('sha256').update(data).digest('hex');
			expect(digest(Buffer.from(await delivered.arrayBuffer()))).toBe(digest(LARGE));
			expect(delivered.headers.get('content-type')).toContain('image/jpeg');
			expect(requests.at(-1)).not.toHaveProperty('authorization');
			expect(requests.at(-1)).not.toHaveProperty('api_key');
			expect(JSON.stringify(answer)).not.toContain('s3cret');
		},
	);

	it('is fetched anew when the upload has to be repeated', async () => {
		await service.faults([{ fault: 'rate-limited', match: { method: 'POST', times: 1 } }]);
		const [answer] = await go(upload, [posterAt('/poster')]);
		expect(answer?.files[0]?.result).toBe('created');
	});

	it('that has expired is told without showing the address', async () => {
		const { error } = await run(service, upload, [posterAt('/gone')]);
		expect(error?.message).toContain('could not be fetched: HTTP 403');
		expect(JSON.stringify(error)).not.toContain('s3cret');
		expect(await writes()).toEqual([]);
	});

	it('that is over 100 MB is refused before the upload', async () => {
		const { error } = await run(service, upload, [posterAt('/huge')]);
		expect(error?.message).toContain('too large');
		expect(await writes()).toEqual([]);
	});
});

describe('a binary file', () => {
	it('is uploaded with its type', async () => {
		const { json } = await run(
			service,
			{ ...upload, source: 'binary', key: 'binary', fingerprint: 'v1', fileName: 'still.png' },
			[
				{
					json: {},
					binary: {
						data: { data: Buffer.from('pixels').toString('base64'), mimeType: 'image/png' },
					},
				},
			],
		);
		const [{ url, result }] = (json[0] as Answer).files as [Answer['files'][number]];
		expect(result).toBe('created');
		expect(await (await fetch(url)).text()).toBe('pixels');
	});
});
