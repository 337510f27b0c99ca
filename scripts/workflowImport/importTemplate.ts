import type { WorkflowTemplate } from '../../sandbox/n8n/template';
import { essence } from './essence';
import type { PublicApi, StoredCredential, StoredWorkflow, WorkflowBody } from './publicApi';
import { withCredentials, withSetUpOf } from './setUp';

/** Where the mark stands in a workflow's static data: the one place that the API writes and the editor leaves alone. */
const MARK_KEY = 'n8n-nodes-contentstack-iconik';

interface Mark {
	/** The template's file without its ending, like `01-approved-video-to-contentstack`. */
	template: string;
	/** The essence of what was imported last. */
	essence: string;
}

export type Outcome =
	| 'created'
	| 'unchanged'
	| 'updated'
	| 'changed by you: left alone'
	| 'not from this import: left alone';

export interface Imported {
	outcome: Outcome;
	/** Set when the workflow was published before and its update waits for being published. */
	isDraft: boolean;
}

export interface ImportChoices {
	dryRun: boolean;
	overwrite: boolean;
	credentials: Record<string, StoredCredential>;
}

/**
 * Brings one template into an n8n. Its workflow is known again by a mark, also after somebody renamed it; one of the same name without
 * the mark was imported by hand. Neither is replaced when its content is a person's, unless that is wished.
 */
export async function importTemplate(
	api: Pick<PublicApi, 'create' | 'update'>,
	id: string,
	template: WorkflowTemplate,
	present: readonly StoredWorkflow[],
	choices: ImportChoices,
): Promise<Imported> {
	const stored = find(present, id, template.name);
	const outcome = decide(stored, template, choices);
	const isWritten = outcome === 'created' || outcome === 'updated';
	if (isWritten && !choices.dryRun) {
		const body = bodyOf(id, template, stored, choices.credentials);
		await (stored ? api.update(stored, body) : api.create(body));
	}
	return { outcome, isDraft: outcome === 'updated' && stored?.active === true };
}

function find(
	present: readonly StoredWorkflow[],
	id: string,
	name: string,
): StoredWorkflow | undefined {
	const usable = present
		.filter(({ isArchived }) => !isArchived)
		.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
	return (
		usable.find((workflow) => markOf(workflow)?.template === id) ??
		usable.find((workflow) => workflow.name === name && !markOf(workflow))
	);
}

function decide(
	stored: StoredWorkflow | undefined,
	template: WorkflowTemplate,
	{ overwrite, credentials }: ImportChoices,
): Outcome {
	if (!stored) return 'created';
	const mark = markOf(stored);
	const current = essence(stored);
	if (mark && current === essence(template))
		return uses(stored, credentials) ? 'unchanged' : 'updated';
	if (overwrite || current === mark?.essence) return 'updated';
	return mark ? 'changed by you: left alone' : 'not from this import: left alone';
}

/** Whether the workflow has the chosen credentials wherever it needs one of their types. */
function uses({ nodes }: StoredWorkflow, chosen: ImportChoices['credentials']): boolean {
	return nodes.every(({ credentials = {} }) =>
		Object.entries(credentials).every(([type, { id }]) => (chosen[type]?.id ?? id) === id),
	);
}

function markOf({ staticData }: StoredWorkflow): Mark | undefined {
	return staticData?.[MARK_KEY] as Mark | undefined;
}

function bodyOf(
	id: string,
	template: WorkflowTemplate,
	stored: StoredWorkflow | undefined,
	credentials: Record<string, StoredCredential>,
): WorkflowBody {
	const mark: Mark = { template: id, essence: essence(template) };
	const nodes = stored ? withSetUpOf(stored.nodes, template.nodes) : template.nodes;
	return {
		name: stored?.name ?? template.name,
		nodes: withCredentials(nodes, credentials),
		connections: template.connections,
		settings: { ...template.settings, ...stored?.settings },
		staticData: { ...stored?.staticData, [MARK_KEY]: mark },
	};
}
