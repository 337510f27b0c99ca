import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportedWorkflow, N8nInstance } from '../n8n/instance';
import { withWebhookIds, type Credentials, type WorkflowTemplate } from '../n8n/template';
import type { Place, Preparation } from './scenario';

const folder = join(dirname(dirname(__dirname)), 'workflows');

/** Every template of the package by file name, in the order of the names. */
export async function readTemplates(): Promise<Map<string, WorkflowTemplate>> {
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
	const read = files.map(
		async (file) =>
			[file, JSON.parse(await readFile(join(folder, file), 'utf8')) as WorkflowTemplate] as const,
	);
	return new Map(await Promise.all(read));
}

/** Imports a template as a scenario wants it set up. It is not published. */
export async function importPrepared(
	n8n: N8nInstance,
	template: WorkflowTemplate,
	credentials: Credentials,
	consoleUrl: string,
	prepare: (place: Place) => Preparation,
): Promise<ImportedWorkflow> {
	const own = withWebhookIds(template);
	const webhookUrl = (name: string) =>
		`${n8n.url}/webhook/${own.nodes.find((node) => node.name === name)?.webhookId}`;
	const { config, parameters = {} } = prepare({ consoleUrl, webhookUrl });
	const nodes = own.nodes.map((node) => ({
		...node,
		parameters: { ...node.parameters, ...parameters[node.name] },
	}));
	return await n8n.importWorkflow({ ...own, nodes }, credentials, config);
}

/** Imports the templates that are not there yet by their names, so that nobody's changes to them are lost. */
export async function importMissing(
	n8n: N8nInstance,
	templates: Map<string, WorkflowTemplate>,
	credentials: Credentials,
): Promise<string[]> {
	const present = new Set((await n8n.workflows()).map(({ name }) => name));
	const missing = [...templates.values()].filter(({ name }) => !present.has(name));
	for (const template of missing) await n8n.importWorkflow(template, credentials);
	return missing.map(({ name }) => name);
}
