import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectServices, type Services } from '../../../sandbox/client/services';
import { startContentstack } from '../../../sandbox/contentstack';
import { startIconik } from '../../../sandbox/iconik';
import { startN8n, type RunningN8n } from '../../../sandbox/n8n';
import type { N8nInstance, ImportedWorkflow } from '../../../sandbox/n8n/instance';
import { packageTarball } from '../../../sandbox/n8n/packageTarball';
import type { Credentials, WorkflowTemplate } from '../../../sandbox/n8n/template';
import { sandboxCredentials, saveCredentials } from '../../../sandbox/start/credentials';

/** Simulators and an n8n of a test file's own, which it may stop and start without disturbing others. */
export interface OwnWorld extends Services {
	readonly n8n: N8nInstance;
	importTemplate(file: string, config?: Record<string, unknown>): Promise<ImportedWorkflow>;
	/** Ends the process of n8n. Returns when it is gone. */
	stopN8n(): Promise<void>;
	/** Starts n8n again, at the same address and with the same data. */
	startN8n(): Promise<void>;
	close(): Promise<void>;
}

/** A bigger plan than the usual one, so that tests wait less. */
const CALLS_PER_SECOND = 100;

const TEMPLATES = join(__dirname, '..', '..', '..', 'workflows');

/** Starts an empty iconik, the demo stack of Contentstack, and n8n with the packed package. */
export async function startOwnWorld(): Promise<OwnWorld> {
	const tarball = await packageTarball();
	const contentstack = await startContentstack({
		port: 0,
		seed: 'demo',
		callsPerSecond: CALLS_PER_SECOND,
	});
	const iconik = await startIconik({ port: 0, seed: 'empty' });
	const connections = { contentstack: contentstack.connection, iconik: iconik.connection };
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-own-'));
	let running: RunningN8n | undefined = await startN8n({
		userFolder,
		port: 0,
		tarballs: [tarball],
	});
	const port = Number(new URL(running.url).port);
	const credentials: Credentials = await saveCredentials(
		running.instance,
		sandboxCredentials(connections),
	);
	const n8n = () => {
		if (!running) throw new Error('n8n is stopped');
		return running.instance;
	};
	const stopN8n = async () => {
		await running?.stop();
		running = undefined;
	};
	return {
		...connectServices(connections),
		get n8n() {
			return n8n();
		},
		importTemplate: async (file, config) => {
			const text = await readFile(join(TEMPLATES, file), 'utf8');
			return await n8n().importWorkflow(JSON.parse(text) as WorkflowTemplate, credentials, config);
		},
		stopN8n,
		startN8n: async () => {
			running ??= await startN8n({ userFolder, port, tarballs: [] });
		},
		close: async () => {
			await stopN8n();
			await Promise.all([contentstack.close(), iconik.close()]);
			await rm(userFolder, { recursive: true, force: true });
		},
	};
}
