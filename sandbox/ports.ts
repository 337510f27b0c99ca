import { createServer } from 'node:net';

/** A fault of what the user asked for: its message is one sentence and all that needs to be shown. */
export class PlainError extends Error {}

const LARGEST_PORT = 65_535;

/**
 * Reads the value of a port option. 0 stands for any free port.
 * @throws PlainError when it is not a port number
 */
export function readPort(option: string, value: string): number {
	const port = Number(value);
	if (/^\d+$/.test(value) && port <= LARGEST_PORT) return port;
	throw new PlainError(
		`--${option} takes a port number from 0 to ${LARGEST_PORT} (0 is any free one), not "${value}".`,
	);
}

/**
 * Runs what listens on a port, and says in one sentence when the port is taken or not allowed.
 * @throws PlainError for a port that cannot be had; any other fault as it is
 */
export async function listening<T>(
	option: string,
	port: number,
	listen: () => Promise<T>,
): Promise<T> {
	try {
		return await listen();
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code === 'EADDRINUSE')
			throw new PlainError(
				`Port ${port} is taken: give another one with --${option}, or 0 for any free one.`,
			);
		if (code === 'EACCES')
			throw new PlainError(`Port ${port} needs more rights: give another one with --${option}.`);
		throw error;
	}
}

/**
 * Makes sure that a port can be had, before a program that would take long to find out is started on it.
 * @returns the port itself, or a free one for 0
 */
export async function freePort(option: string, port: number): Promise<number> {
	return await listening(
		option,
		port,
		async () =>
			await new Promise<number>((resolve, reject) => {
				const server = createServer();
				server.once('error', reject);
				server.listen(port, '127.0.0.1', () => {
					const address = server.address();
					const taken = typeof address === 'object' && address ? address.port : port;
					server.close(() => resolve(taken));
				});
			}),
	);
}
