import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectServices, type Connections, type Services } from '../../../sandbox/client/services';
import type { Login } from '../../../sandbox/n8n/editorApi';
import { N8nInstance, type ImportedWorkflow } from '../../../sandbox/n8n/instance';
import type { Credentials, WorkflowTemplate } from '../../../sandbox/n8n/template';
import { sandboxCredentials, saveCredentials } from '../../../sandbox/start/credentials';

export interface N8nAddress {
	url: string;
	login: Login;
}

export interface SuiteConnections extends Connections {
	n8n: N8nAddress;
}

export interface Suite extends Services {
	n8n: N8nInstance;
	/** Credentials for both simulators, stored in n8n. */
	credentials: Credentials;
	/** Imports a template of `workflows/` or a workflow of the test's own; not published. */
	importWorkflow(
		template: string | WorkflowTemplate,
		config?: Record<string, unknown>,
	): Promise<ImportedWorkflow>;
}

type Close = () => Promise<void>;
const KEY = Symbol.for('e2e.running');

/** What the global set-up has started. Set-up and teardown are loaded apart, so the list lives in the process. */
export const running: Close[] = ((globalThis as { [KEY]?: Close[] })[KEY] ??= []);

/** Ends what has been started, the latest first. */
export async function closeAll(): Promise<void> {
	for (const close of running.splice(0).reverse()) await close();
}

/** The n8n of all test files and the services of this one. */
export async function connectSuite(): Promise<Suite> {
	const text = process.env.E2E_CONNECTIONS;
	if (!text) throw new Error('Nothing is running: e2e tests need their environment');
	const { n8n: address, ...connections } = JSON.parse(text) as SuiteConnections;
	const n8n = await N8nInstance.connect(address.url, address.login);
	const credentials = await saveCredentials(n8n, sandboxCredentials(connections));
	return {
		...connectServices(connections),
		n8n,
		credentials,
		importWorkflow: async (template, config) =>
			await n8n.importWorkflow(
				typeof template === 'string' ? await readTemplate(template) : template,
				credentials,
				config,
			),
	};
}

async function readTemplate(file: string): Promise<WorkflowTemplate> {
	const path = join(__dirname, '..', '..', '..', 'workflows', file);
	return JSON.parse(await readFile(path, 'utf8')) as WorkflowTemplate;
}
