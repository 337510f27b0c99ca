import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runNode } from '../../support/engine';
import { configured } from './runContentstack';

const CHUNK = Buffer.alloc(256 * 1024, 7);
const SIZE = 64 * 1024 * 1024;
const MOST_UNDERWAY = 16 * 1024 * 1024;

let sent = 0;
let received = 0;
let mostUnderway = 0;

const source = createServer((_request, response) => {
	response.writeHead(200, { 'content-length': SIZE });
	const write = (): void => {
		while (sent < SIZE) {
			sent += CHUNK.length;
			mostUnderway = Math.max(mostUnderway, sent - received);
			if (!response.write(CHUNK)) return void response.once('drain', write);
		}
		response.end();
	};
	write();
});

const contentstack = createServer(({ method }, response) => {
	const answer = (body: object) => response.end(JSON.stringify(body));
	if (method === 'GET') return answer({ assets: [] });
	return response.req
		.on('data', (chunk: Buffer) => (received += chunk.length))
		.on('end', () =>
			answer({ asset: { uid: 'blt1', url: 'https://x', filename: 'x', _version: 1, tags: [] } }),
		);
});

const listen = async (server: Server) => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterAll(() => {
	for (const server of [source, contentstack]) {
		server.closeAllConnections();
		server.close();
	}
});

it('a large file flows from its address to Contentstack and is never held whole', async () => {
	const [url, apiUrl] = [await listen(source), await listen(contentstack)];
	const { output, error } = await runNode({
		...configured(
			{ contentstackApi: { region: 'CUSTOM', apiUrl, apiKey: 'blt1', managementToken: 'cs1' } },
			{
				resource: 'asset',
				operation: 'createOrUpdate',
				source: 'url',
				url,
				key: 'large',
				fingerprint: 'v1',
				fileName: 'large.bin',
			},
		),
		items: [{}],
	});
	expect(error).toBeUndefined();
	expect(output[0]?.[0]?.json.files).toMatchObject([{ uid: 'blt1', result: 'created' }]);
	expect(received).toBeGreaterThan(SIZE);
	expect(mostUnderway).toBeLessThan(MOST_UNDERWAY);
});
