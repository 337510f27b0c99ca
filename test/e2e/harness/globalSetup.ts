import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startN8n } from '../../../sandbox/n8n';
import { packageTarball } from '../../../sandbox/n8n/packageTarball';
import { startSandbox } from '../../../sandbox/sandbox';
import { running, type SuiteConnections } from './suite';

/** Starts both simulators and the real n8n with the packed package, once for all e2e test files. */
export default async function globalSetup(): Promise<void> {
	const [tarball, sandbox] = await Promise.all([
		packageTarball(),
		startSandbox({ contentstackPort: 0, iconikPort: 0, seed: 'demo' }),
	]);
	running.push(sandbox.close);
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	const n8n = await startN8n({ userFolder, port: 0, tarballs: [tarball] });
	running.push(n8n.stop);
	const connections: SuiteConnections = {
		contentstack: sandbox.contentstack.connection,
		iconik: sandbox.iconik.connection,
		n8n: { url: n8n.url, login: n8n.instance.login },
	};
	// Test files run in contexts of their own; the environment is what reaches them.
	process.env.E2E_CONNECTIONS = JSON.stringify(connections);
}
