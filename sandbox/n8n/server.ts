import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hostLocation } from '../host/location.cjs';
import { freePort, PlainError } from '../ports';

export interface N8nServer {
	/** The origin, like `http://127.0.0.1:5678`. */
	url: string;
	/** n8n's own output. */
	log: string;
	/** Resolves when the process has ended, however it ended. */
	ended: Promise<void>;
	/** Ends n8n and waits until it is gone. */
	stop(): Promise<void>;
}

const LIFELINE = join(__dirname, 'endWithParent.cjs');
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 15_000;
const POLL_MS = 100;
/** n8n writes this once its `/webhook/` paths are served too. */
const READY = 'Editor is now accessible';

/**
 * Starts the real n8n, reachable from this machine only, with its data in a folder of its own.
 * @throws PlainError when the port is taken, n8n is not installed or does not come up
 */
export async function startServer(options: {
	userFolder: string;
	port: number;
	webhookUrl?: string;
}): Promise<N8nServer> {
	const host = hostLocation();
	if (!host.isReady())
		throw new PlainError('n8n is not installed yet: `npm start` or `npm test` installs it.');
	const port = await freePort('n8n-port', options.port);
	const brokerPort = await freePort('n8n-broker-port', 0);
	const url = `http://127.0.0.1:${port}`;
	const log = join(options.userFolder, 'n8n.log');
	await mkdir(options.userFolder, { recursive: true });
	const output = await open(log, 'w');
	const child = spawn(process.execPath, ['--require', LIFELINE, host.entry, 'start'], {
		cwd: options.userFolder,
		env: environment(options.userFolder, port, brokerPort, options.webhookUrl),
		// Not by pipes: n8n spins for ever on its own complaints when their other end is gone.
		stdio: ['ignore', output.fd, output.fd, 'ipc'],
		// A Ctrl-C in the terminal is for the program that started n8n, which ends n8n in its turn.
		detached: process.platform !== 'win32',
	});
	await output.close();
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const stop = async () => await stopped(child, ended);
	try {
		await ready(child, log);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, log, ended, stop };
}

/** n8n in its default settings, save that it stays on this machine and calls nobody. */
function environment(
	userFolder: string,
	port: number,
	brokerPort: number,
	webhookUrl = `http://127.0.0.1:${port}/`,
): NodeJS.ProcessEnv {
	const foreign = /^(N8N_|DB_|EXECUTIONS_|WEBHOOK_|QUEUE_|NODES_|NODE_OPTIONS$|NODE_ENV$|JEST_)/;
	const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return {
		...Object.fromEntries(own),
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		WEBHOOK_URL: webhookUrl,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
	};
}

/** Waits until n8n has written that it serves, or has ended instead. */
async function ready(child: ChildProcess, log: string): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	while (!(await readFile(log, 'utf8')).includes(READY)) {
		const { exitCode, signalCode } = child;
		if (exitCode !== null || signalCode !== null)
			throw new PlainError(`n8n ended with ${exitCode ?? signalCode}; its output is in ${log}`);
		if (Date.now() > deadline)
			throw new PlainError(
				`n8n was not up after ${START_TIMEOUT_MS / 1000} s; its output is in ${log}`,
			);
		await wait(POLL_MS);
	}
}

async function stopped(child: ChildProcess, ended: Promise<void>): Promise<void> {
	if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
	const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
	await ended;
	clearTimeout(timer);
}
