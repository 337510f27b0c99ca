import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Connections } from '../client/services';
import type { ImportedWorkflow, N8nInstance } from '../n8n/instance';
import type { Credentials, WorkflowTemplate } from '../n8n/template';
import type { Scenario } from './scenario';

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

/** Imports templates as the scenarios want them set up. Nothing is published. */
export async function importTemplates(
	n8n: N8nInstance,
	templates: Map<string, WorkflowTemplate>,
	credentials: Credentials,
	scenarios: readonly Scenario[],
	connections: Connections,
): Promise<Map<string, ImportedWorkflow>> {
	const imported = [...templates].map(async ([file, template]) => {
		const wishes = scenarios.map((scenario) => scenario.templates[file]?.(connections));
		const config = Object.assign({}, ...wishes) as Record<string, unknown>;
		return [file, await n8n.importWorkflow(template, credentials, config)] as const;
	});
	return new Map(await Promise.all(imported));
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
