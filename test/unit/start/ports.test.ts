import { createServer, type Server } from 'node:net';
import { freePort } from '../../../sandbox/ports';

describe('finding a port', () => {
	let server: Server;
	let taken: number;

	beforeAll(async () => {
		server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		taken = (server.address() as { port: number }).port;
	});

	afterAll(async () => await new Promise((resolve) => server.close(resolve)));

	test('a taken one is refused with its number and the option to change', async () => {
		await expect(freePort('n8n-port', taken)).rejects.toThrow(
			`Port ${taken} is taken: give another one with --n8n-port, or 0 for any free one.`,
		);
	});

	test('0 gives one that is free', async () => {
		const port = await freePort('n8n-port', 0);

		expect(port).toBeGreaterThan(0);
		expect(port).not.toBe(taken);
	});
});
