import type { Services } from '../client/services';
import type { ImportedWorkflow, N8nInstance } from '../n8n/instance';

export interface ScenarioContext extends Services {
	n8n: N8nInstance;
	/** The imported workflow of a template file. */
	workflow(file: string): ImportedWorkflow;
	/** Imports a template once more, with other values in its Config node. */
	importAgain(file: string, config: Record<string, unknown>): Promise<ImportedWorkflow>;
}

/** Where things are that a template may have to be told of. */
export interface Place {
	/** The console, whose entry form shows the picker. */
	consoleUrl: string;
	/** The address that n8n gives a trigger of the template, without the path of the trigger's own. */
	webhookUrl(node: string): string;
}

/** What a person would fill in after the import: values of the Config node, and parameters of other nodes by their names. */
export interface Preparation {
	config?: Record<string, unknown>;
	parameters?: Record<string, Record<string, unknown>>;
}

export interface Outcome {
	/** One line for the table. */
	happened: string;
	/** Whether it did all that it should. */
	ok: boolean;
}

export interface Scenario {
	name: string;
	/** The template files it needs, each with what the sandbox wants different. */
	templates: Record<string, (place: Place) => Preparation>;
	run(context: ScenarioContext): Promise<Outcome>;
}

/** A template that is right for the sandbox as it is. */
export const asItIs = () => ({});

export interface Result extends Outcome {
	name: string;
	/** The first of its template files. */
	template: string;
	calls: { contentstack: number; iconik: number };
	seconds: number;
}

/** Runs a scenario and counts what it cost; one that throws has failed with that message. */
export async function measure(scenario: Scenario, context: ScenarioContext): Promise<Result> {
	const start = Date.now();
	const before = await callsOfOthers(context);
	const outcome = await scenario.run(context).catch((error: unknown) => ({
		happened: error instanceof Error ? error.message : String(error),
		ok: false,
	}));
	const after = await callsOfOthers(context);
	return {
		name: scenario.name,
		template: Object.keys(scenario.templates)[0] ?? '',
		...outcome,
		calls: {
			contentstack: after.contentstack - before.contentstack,
			iconik: after.iconik - before.iconik,
		},
		seconds: (Date.now() - start) / 1000,
	};
}

/** The services' calls so far without those of the onlooker that checks on them. */
async function callsOfOthers({ contentstack, iconik }: Services): Promise<Result['calls']> {
	const [contentstackLog, iconikLog] = await Promise.all([
		contentstack.control.log(),
		iconik.control.log(),
	]);
	return {
		contentstack: contentstackLog.length - contentstack.ownCalls(),
		iconik: iconikLog.length - iconik.ownCalls(),
	};
}
