import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startN8n } from '../../../sandbox/n8n';
import { packageTarball } from '../../../sandbox/n8n/packageTarball';
import { startSandbox } from '../../../sandbox/sandbox';
import { closeAll, running, type SuiteConnections } from './suite';

/**
 * Most tests are not about the pace, and wait less with a bigger plan. With the usual one of 10 calls a second the scenarios of
 * `npm start` run.
 */
const CALLS_PER_SECOND = 50;

/** Starts both simulators and the real n8n with the packed package, once for all e2e test files. */
export default async function globalSetup(): Promise<void> {
	try {
		// Test files run in contexts of their own; the environment is what reaches them.
		process.env.E2E_CONNECTIONS = JSON.stringify(await startAll());
	} catch (error) {
		await closeAll();
		throw error;
	}
}

async function startAll(): Promise<SuiteConnections> {
	const [tarball, sandbox] = await Promise.all([
		packageTarball(),
		startSandbox({
			contentstackPort: 0,
			iconikPort: 0,
			seed: 'demo',
			callsPerSecond: CALLS_PER_SECOND,
		}),
	]);
	running.push(sandbox.close);
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	const n8n = await startN8n({ userFolder, port: 0, tarballs: [tarball] });
	running.push(async () => {
		await n8n.stop();
		await rm(userFolder, { recursive: true, force: true });
	});
	return {
		contentstack: sandbox.contentstack.connection,
		iconik: sandbox.iconik.connection,
		n8n: { url: n8n.url, login: n8n.instance.login },
	};
}
