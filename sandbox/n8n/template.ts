import { randomUUID } from 'node:crypto';

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	webhookId?: string;
}

/** What a workflow file holds, as far as it matters here; everything else in it is carried along. */
export interface WorkflowTemplate {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

/** Credentials of an instance, by credential type. */
export type Credentials = Record<string, { id: string; name: string }>;

const CONFIG_NODE = 'Config';
const WEBHOOK_LIKE = /(Trigger|\.webhook)$/;

/** A copy whose triggers have addresses of their own: n8n makes them of these IDs, and would fall back on the nodes' names. */
export function withWebhookIds(template: WorkflowTemplate): WorkflowTemplate {
	const nodes = structuredClone(template.nodes);
	for (const node of nodes) if (WEBHOOK_LIKE.test(node.type)) node.webhookId ||= randomUUID();
	return { ...template, nodes };
}

/**
 * What a person does after the import of a template: picks the credentials, fills in the Config node. The template stays as it is.
 * @param config values by the assignment's name
 * @throws Error when the Config node has no assignment of a given name, since the value would be lost in silence
 */
export function prepare(
	template: WorkflowTemplate,
	credentials: Credentials,
	config: Record<string, unknown> = {},
): WorkflowTemplate {
	const { nodes } = withWebhookIds(template);
	for (const node of nodes) {
		for (const type of Object.keys(node.credentials ?? {})) {
			const own = credentials[type];
			if (own && node.credentials) node.credentials[type] = own;
		}
	}
	configure(template.name, nodes, config);
	return { ...template, nodes };
}

/** The trigger that a person starts by hand, if the template has one. */
export function manualTrigger({
	nodes,
}: Pick<WorkflowTemplate, 'nodes'>): WorkflowNode | undefined {
	return nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
}

/** Whether something else than a person starts it, so that it has to be published to work. */
export function hasTrigger({ nodes }: Pick<WorkflowTemplate, 'nodes'>): boolean {
	const byHand = ['n8n-nodes-base.manualTrigger', 'n8n-nodes-base.errorTrigger'];
	return nodes.some(({ type }) => isTrigger(type) && !byHand.includes(type));
}

const isTrigger = (type: string) => /(Trigger|\.webhook)$/i.test(type);

interface Assignment {
	name: string;
	value: unknown;
}

function configure(name: string, nodes: WorkflowNode[], config: Record<string, unknown>): void {
	const wanted = Object.entries(config);
	if (wanted.length === 0) return;
	const node = nodes.find((candidate) => candidate.name === CONFIG_NODE);
	const { assignments = [] } = (node?.parameters.assignments ?? {}) as {
		assignments?: Assignment[];
	};
	for (const [key, value] of wanted) {
		const assignment = assignments.find((candidate) => candidate.name === key);
		if (!assignment) throw new Error(`"${name}" has no value "${key}" in its ${CONFIG_NODE} node`);
		assignment.value = value;
	}
}
