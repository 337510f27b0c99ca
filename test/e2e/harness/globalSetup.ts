import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startN8n } from '../../../sandbox/n8n';
import { packageTarball } from '../../../sandbox/n8n/packageTarball';
import { closeAll, running, type N8nAddress } from './suite';

/** Starts the real n8n with the packed package, once for all e2e test files. */
export default async function globalSetup(): Promise<void> {
	try {
		process.env.E2E_N8N = JSON.stringify(await startOnce());
	} catch (error) {
		await closeAll();
		throw error;
	}
}

async function startOnce(): Promise<N8nAddress> {
	const tarball = await packageTarball();
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	const n8n = await startN8n({ userFolder, port: 0, tarballs: [tarball] });
	running.push(async () => {
		await n8n.stop();
		await rm(userFolder, { recursive: true, force: true });
	});
	return { url: n8n.url, login: n8n.instance.login };
}
