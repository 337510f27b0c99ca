import { connectServices, type Connections } from '../client/services';
import type { EventLog } from '../console/eventLog';
import type { ImportedWorkflow, N8nInstance } from '../n8n/instance';
import { hasTrigger, type WorkflowTemplate } from '../n8n/template';
import { sandboxCredentials, saveCredentials } from './credentials';
import { step } from './progress';
import { measure, type Result, type Scenario, type ScenarioContext } from './scenario';
import { everyScenario } from './scenarios';
import { importPrepared } from './templates';

const SET_UP = '00-set-up.json';

/** Services of their own, known to n8n, with the templates that work on them. */
export interface Lane {
	context: ScenarioContext;
	workflows: Map<string, ImportedWorkflow>;
	scenarios: readonly Scenario[];
}

export interface LaneOptions {
	n8n: N8nInstance;
	templates: Map<string, WorkflowTemplate>;
	connections: Connections;
	scenarios: readonly Scenario[];
	consoleUrl: string;
	/** Tells the credentials and workflows of this lane from those of others; empty for the one that people see. */
	suffix?: string;
}

/** Makes two services known to n8n and imports templates for them, as the scenarios want them set up. Nothing is published. */
export async function openLane(options: LaneOptions): Promise<Lane> {
	const { n8n, templates, connections, scenarios, consoleUrl, suffix = '' } = options;
	const credentials = await saveCredentials(n8n, sandboxCredentials(connections), suffix);
	const imported = async (file: string, name: string, config: Record<string, unknown> = {}) => {
		const template = templates.get(file);
		if (!template) throw new Error(`There is no template ${file}`);
		const wanted = everyScenario.find((scenario) => file in scenario.templates)?.templates[file];
		return await importPrepared(n8n, { ...template, name }, credentials, consoleUrl, (place) => {
			const preparation = wanted?.(place) ?? {};
			return { ...preparation, config: { ...preparation.config, ...config } };
		});
	};
	const importing = [...templates].map(
		async ([file, { name }]) => [file, await imported(file, name + suffix)] as const,
	);
	const workflows = new Map(await Promise.all(importing));
	const workflow = (file: string) => {
		const found = workflows.get(file);
		if (!found) throw new Error(`There is no template ${file}`);
		return found;
	};
	const importAgain = async (file: string, config: Record<string, unknown>) =>
		await imported(file, `${workflow(file).name}, again`, config);
	return {
		context: { ...connectServices(connections), n8n, workflow, importAgain },
		workflows,
		scenarios,
	};
}

/** The templates that scenarios need, and the one that makes on both sides what all of them write. */
export function neededBy(
	scenarios: readonly Scenario[],
	templates: Map<string, WorkflowTemplate>,
): Map<string, WorkflowTemplate> {
	const needed = [SET_UP, ...scenarios.flatMap((scenario) => Object.keys(scenario.templates))];
	return new Map([...templates].filter(([file]) => needed.includes(file)));
}

/** Makes on both sides what the scenarios write. */
export async function prepare({ context }: Lane): Promise<void> {
	await context.n8n.run(context.workflow(SET_UP));
}

/**
 * Runs the scenarios one after the other.
 * @param staysOn whether the templates of a scenario stay published after it. Templates that react to the same events are chosen
 * between by people, so those of a scenario are switched off before the next one otherwise.
 */
export async function runLane(lane: Lane, events: EventLog, staysOn: boolean): Promise<Result[]> {
	const results: Result[] = [];
	for (const scenario of lane.scenarios) {
		const own = Object.keys(scenario.templates).map(lane.context.workflow).filter(hasTrigger);
		const { n8n } = lane.context;
		const result = await step(scenario.name, async () => {
			await Promise.all(own.map(async (workflow) => await n8n.publish(workflow)));
			return await measure(scenario, lane.context);
		});
		events.add(`${result.ok ? '✔' : '✘'} ${result.name}: ${result.happened}`);
		results.push(result);
		if (!staysOn) await Promise.all(own.map(async (workflow) => await n8n.unpublish(workflow)));
	}
	return results;
}
