import { setTimeout as wait } from 'node:timers/promises';
import { EditorApi, type Login } from './editorApi';
import { isOver, readTable, type Execution, type ExecutionSummary } from './execution';
import { manualTrigger, prepare, type Credentials, type WorkflowTemplate } from './template';

export interface ImportedWorkflow extends WorkflowTemplate {
	id: string;
	/** The version that publishing makes the live one. */
	versionId: string;
	active: boolean;
}

interface Publication {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: Array<{ nodeId: string; errorMessage: string | null }>;
}

const POLL_MS = 100;
const PUBLISH_TIMEOUT_MS = 60_000;
const RUN_TIMEOUT_MS = 60_000;

/** A running n8n, driven as a person would drive it in the editor. */
export class N8nInstance {
	private constructor(
		readonly url: string,
		readonly login: Login,
		readonly api: EditorApi,
	) {}

	/** Connects to a running n8n. A login that is not there yet becomes its owner, if it has none. */
	static async connect(url: string, login: Login): Promise<N8nInstance> {
		return new N8nInstance(url, login, await EditorApi.connect(url, login));
	}

	/** Stores a credential; one of the same type and name is overwritten. */
	async saveCredential(type: string, name: string, data: Record<string, unknown>) {
		type Stored = { id: string; name: string; type: string };
		const existing = (await this.api.call<Stored[]>('GET', '/rest/credentials')).find(
			(candidate) => candidate.type === type && candidate.name === name,
		);
		const { id } = existing
			? await this.api.call<Stored>('PATCH', `/rest/credentials/${existing.id}`, {
					type,
					name,
					data,
				})
			: await this.api.call<Stored>('POST', '/rest/credentials', { type, name, data });
		return { id, name };
	}

	/** The workflows that are there. */
	async workflows(): Promise<ImportedWorkflow[]> {
		return await this.api.call('GET', '/rest/workflows');
	}

	/** Imports a template, not published, with these credentials and values of its Config node. */
	async importWorkflow(
		template: WorkflowTemplate,
		credentials: Credentials,
		config: Record<string, unknown> = {},
	): Promise<ImportedWorkflow> {
		const { name, nodes, connections, settings = {} } = prepare(template, credentials, config);
		const body = { name, nodes, connections, settings };
		return await this.api.call('POST', '/rest/workflows', body);
	}

	/**
	 * Publishes a workflow and waits until its triggers are registered at the services.
	 * @throws Error with the trigger's own message when one cannot be registered
	 */
	async publish(workflow: ImportedWorkflow): Promise<void> {
		const { id, versionId } = workflow;
		await this.api.call('POST', `/rest/workflows/${id}/activate`, { versionId });
		await this.published(workflow);
	}

	/** Waits until the triggers of a workflow that is being published are registered. @throws Error as `publish` does */
	async published({ id, name }: Pick<ImportedWorkflow, 'id' | 'name'>): Promise<void> {
		const done = async () => {
			const publication = await this.api.call<Publication>(
				'GET',
				`/rest/workflows/${id}/publication-status`,
			);
			return publication.status === 'in_progress' ? undefined : publication;
		};
		const { status, triggers } = await until(`"${name}" is published`, PUBLISH_TIMEOUT_MS, done);
		if (status === 'published') return;
		const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
		throw new Error(`"${name}" is not published (${status}): ${reasons.join('; ')}`);
	}

	/** Takes a workflow out of service; its triggers remove what they registered. */
	async unpublish({ id }: Pick<ImportedWorkflow, 'id'>): Promise<void> {
		await this.api.call('POST', `/rest/workflows/${id}/deactivate`);
	}

	/** Unpublishes, archives and deletes a workflow with its executions. n8n refuses with 409 while its triggers still clear up. */
	async removeWorkflow({ id }: Pick<ImportedWorkflow, 'id'>): Promise<void> {
		await this.unpublish({ id });
		await this.api.call('POST', `/rest/workflows/${id}/archive`);
		await until('the workflow is deleted', PUBLISH_TIMEOUT_MS, async () => {
			try {
				await this.api.call('DELETE', `/rest/workflows/${id}`);
				return true;
			} catch (error) {
				if (/: 409 /.test(String(error))) return undefined;
				throw error;
			}
		});
	}

	/**
	 * Runs a workflow from its manual trigger, as the editor's button does, and waits for its end.
	 * @returns the execution, failed or not
	 */
	async run(workflow: ImportedWorkflow, timeoutMs = RUN_TIMEOUT_MS): Promise<Execution> {
		return await this.end(workflow, await this.start(workflow), timeoutMs);
	}

	/** Starts a workflow from its manual trigger, and gives the ID of the execution. */
	async start(workflow: ImportedWorkflow): Promise<string> {
		const trigger = manualTrigger(workflow);
		if (!trigger) throw new Error(`"${workflow.name}" has no manual trigger`);
		const { executionId } = await this.api.call<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			{ triggerToStartFrom: { name: trigger.name } },
		);
		return executionId;
	}

	/** Stops an execution, as the editor's button does. */
	async stop(executionId: string): Promise<void> {
		await this.api.call('POST', `/rest/executions/${executionId}/stop`);
	}

	/** Waits for the end of an execution, and gives it. */
	async end(
		{ name }: Pick<ImportedWorkflow, 'name'>,
		executionId: string,
		timeoutMs = RUN_TIMEOUT_MS,
	): Promise<Execution> {
		return await until(`"${name}" has run`, timeoutMs, async () => {
			const execution = await this.execution(executionId);
			return isOver(execution) ? execution : undefined;
		});
	}

	/** The latest executions of a workflow, newest first. */
	async executions({ id }: Pick<ImportedWorkflow, 'id'>, limit = 100): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const { results } = await this.api.call<{ results: ExecutionSummary[] }>(
			'GET',
			`/rest/executions?limit=${limit}&filter=${filter}`,
		);
		return results;
	}

	/** One execution with what each node put out. */
	async execution(id: string): Promise<Execution> {
		const stored = await this.api.call<ExecutionSummary & { data: string }>(
			'GET',
			`/rest/executions/${id}`,
		);
		return { ...stored, data: readTable(stored.data) as Execution['data'] };
	}

	/**
	 * Waits until a workflow has had `count` executions more than `known` (see `executions`) and all of them are over.
	 * @returns those new ones, oldest first
	 */
	async newExecutions(
		workflow: Pick<ImportedWorkflow, 'id' | 'name'>,
		known: readonly ExecutionSummary[],
		count: number,
		timeoutMs = RUN_TIMEOUT_MS,
	): Promise<Execution[]> {
		const seen = new Set(known.map(({ id }) => id));
		const over = await until(`${count} executions of "${workflow.name}"`, timeoutMs, async () => {
			const fresh = (await this.executions(workflow)).filter(({ id }) => !seen.has(id));
			return fresh.length >= count && fresh.every(isOver) ? fresh : undefined;
		});
		return await Promise.all(over.reverse().map(async ({ id }) => await this.execution(id)));
	}
}

/**
 * Asks again and again until there is an answer.
 * @throws Error that names what did not come about in time
 */
export async function until<T>(
	what: string,
	timeoutMs: number,
	ask: () => Promise<T | undefined>,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs / 1000} s: ${what}`);
		await wait(POLL_MS);
	}
}
