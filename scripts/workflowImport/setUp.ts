import type { WorkflowNode } from '../../sandbox/n8n/template';
import type { StoredCredential } from './publicApi';

export const CONFIG_NODE = 'Config';

interface Assignment {
	name: string;
	type?: string;
	value: unknown;
}

/** The lines of a Config node. */
export function assignmentsOf({ parameters }: WorkflowNode): Assignment[] {
	const { assignments } = (parameters.assignments ?? {}) as { assignments?: Assignment[] };
	return assignments ?? [];
}

/**
 * The nodes of a template with what the set-up of the stored workflow has put into them: credentials and webhook ids of nodes that
 * are still there by their name, values of Config that still have their line. Without its webhook id a trigger would get a new
 * address, and events would go astray.
 */
export function withSetUpOf(
	stored: readonly WorkflowNode[],
	template: readonly WorkflowNode[],
): WorkflowNode[] {
	const present = new Map(stored.map((node) => [node.name, node]));
	return template.map((node) => {
		const own = present.get(node.name);
		if (!own || own.type !== node.type) return node;
		return {
			...node,
			...(own.webhookId && { webhookId: own.webhookId }),
			...(node.credentials && { credentials: { ...node.credentials, ...own.credentials } }),
			...(node.name === CONFIG_NODE && { parameters: withValuesOf(own, node) }),
		};
	});
}

function withValuesOf(own: WorkflowNode, node: WorkflowNode): Record<string, unknown> {
	const values = new Map(assignmentsOf(own).map((line) => [line.name, line]));
	const assignments = assignmentsOf(node).map((line) => {
		const kept = values.get(line.name);
		return kept?.type === line.type ? { ...line, value: kept?.value } : line;
	});
	return { ...node.parameters, assignments: { assignments } };
}

/** The nodes with chosen credentials, by credential type; others stay as they are. */
export function withCredentials(
	nodes: readonly WorkflowNode[],
	chosen: Record<string, StoredCredential>,
): WorkflowNode[] {
	return nodes.map((node) => {
		if (!node.credentials) return node;
		const credentials = Object.entries(node.credentials).map(([type, current]) => {
			const { id, name } = chosen[type] ?? current;
			return [type, { id, name }] as const;
		});
		return { ...node, credentials: Object.fromEntries(credentials) };
	});
}
