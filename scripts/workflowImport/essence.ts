import { fingerprint } from '../../lib/fingerprint';
import type { WorkflowNode, WorkflowTemplate } from '../../sandbox/n8n/template';
import { withoutDefaults } from './defaults';
import { assignmentsOf, CONFIG_NODE } from './setUp';

/**
 * A fingerprint of what a workflow does and how it is laid out. Left out is what its set-up asks people for (credentials, the values
 * of Config, the workflow's settings) and what n8n adds or drops by itself (webhook ids, parameters that have their default).
 */
export function essence({
	nodes,
	connections,
}: Pick<WorkflowTemplate, 'nodes' | 'connections'>): string {
	const steps = nodes.map(stepOf).sort((a, b) => (a.name < b.name ? -1 : 1));
	return fingerprint({ steps, connections });
}

const LEFT_OUT = ['id', 'credentials', 'webhookId'];

function stepOf(node: WorkflowNode) {
	const kept = Object.entries(node).filter(([key]) => !LEFT_OUT.includes(key));
	return {
		...(Object.fromEntries(kept) as Pick<WorkflowNode, 'name'>),
		parameters:
			node.name === CONFIG_NODE
				? assignmentsOf(node).map(({ name, type }) => ({ name, type }))
				: withoutDefaults(node),
	};
}
