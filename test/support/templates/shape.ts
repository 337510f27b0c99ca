import { safeParseWorkflowStructure, type INode, type INodeType } from 'n8n-workflow';
import { isSticky, isTrigger, type Check, type Template } from './template';

/** Code is a black box on a canvas that people are to bend; the others run commands or leave n8n. */
const UNWANTED = ['code', 'function', 'functionItem', 'itemLists', 'executeCommand', 'aiTransform'];

/** n8n can open the file: its own check of names, ids and connections. */
export const structure: Check = (template) => {
	const result = safeParseWorkflowStructure(template);
	return result.success
		? []
		: result.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

/** What every template has: a trigger, one place for choices, explanations, a way for errors; and what none has. */
export const parts: Check = (template, ourNodes) => {
	const { nodes, settings, active } = template;
	const has = (type: string) => nodes.some((node) => node.type === `n8n-nodes-base.${type}`);
	const config = nodes.find(({ name }) => name === 'Config');
	const expected: Array<[boolean, string]> = [
		[template.name !== '', 'It has no name'],
		[active === false, 'It does not say "active": false'],
		[settings?.executionOrder === 'v1', 'Its settings do not say executionOrder v1'],
		[nodes.some((node) => isTrigger(node, ourNodes)), 'No trigger starts it'],
		[config?.type === 'n8n-nodes-base.set', 'No Set node named "Config" holds its choices'],
		[has('stickyNote'), 'No sticky note explains it'],
		[hasErrorBranch(template, ourNodes), 'No branch deals with errors'],
	];
	return [
		...expected.filter(([holds]) => !holds).map(([, wrong]) => wrong),
		...nodes
			.filter(({ type }) => UNWANTED.some((name) => type === `n8n-nodes-base.${name}`))
			.map(({ name, type }) => `"${name}" is a ${type}`),
	];
};

/** Every node is reached from a trigger, and every error output leads somewhere. */
export const wiring: Check = (template, ourNodes) => {
	const { nodes } = template;
	const steps = nodes.filter((node) => !isSticky(node));
	const reached = new Set(
		steps.filter((node) => isTrigger(node, ourNodes)).map(({ name }) => name),
	);
	for (const name of reached) for (const next of targets(template, name)) reached.add(next);
	return [
		...steps
			.filter(({ name }) => !reached.has(name))
			.map(({ name }) => `Nothing leads to "${name}"`),
		...steps
			.filter(({ onError }) => onError === 'continueErrorOutput')
			.filter((node) => errorTargets(template, node, ourNodes).length === 0)
			.map(({ name }) => `The error output of "${name}" leads nowhere`),
	];
};

/** Expressions that look at another node name one that is there. */
export const references: Check = ({ nodes }) => {
	const names = new Set(nodes.map(({ name }) => name));
	return nodes.flatMap(({ name, parameters }) =>
		[...JSON.stringify(parameters).matchAll(/\$\(\s*(?:\\?"|')(.+?)(?:\\?"|')\s*\)/g)]
			.map(([, referred]) => referred as string)
			.filter((referred) => !names.has(referred))
			.map((referred) => `"${name}" looks at "${referred}", which is not there`),
	);
};

function targets({ connections }: Template, name: string, output?: number): string[] {
	const main = connections[name]?.main ?? [];
	const branches = output === undefined ? main : [main[output] ?? null];
	return branches.flatMap((branch) => (branch ?? []).map(({ node }) => node));
}

/** The error output comes after all others. How many those are is known of our own nodes; of n8n's it is whatever is wired last. */
function errorTargets(
	template: Template,
	node: INode,
	ourNodes: Record<string, INodeType>,
): string[] {
	const outputs = ourNodes[node.type]?.description.outputs;
	const last = Math.max(1, (template.connections[node.name]?.main ?? []).length - 1);
	return targets(template, node.name, Array.isArray(outputs) ? outputs.length : last);
}

function hasErrorBranch(template: Template, ourNodes: Record<string, INodeType>): boolean {
	return template.nodes.some(
		(node) =>
			node.type === 'n8n-nodes-base.errorTrigger' ||
			(node.onError === 'continueErrorOutput' && errorTargets(template, node, ourNodes).length > 0),
	);
}
