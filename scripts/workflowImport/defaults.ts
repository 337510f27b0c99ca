import { NodeHelpers, type INode } from 'n8n-workflow';
import type { WorkflowNode } from '../../sandbox/n8n/template';
import { ourNodes } from './ourNodes';

const descriptions = ourNodes();

/** What the editor leaves out of n8n's own nodes, as far as templates spell it out. Their descriptions are not at hand here. */
const CORE_DEFAULTS: Record<string, Record<string, unknown>> = {
	'n8n-nodes-base.convertToFile': { operation: 'csv' },
	'n8n-nodes-base.merge': { mode: 'append' },
	'n8n-nodes-base.scheduleTrigger': {
		field: 'days',
		daysInterval: 1,
		hoursInterval: 1,
		weeksInterval: 1,
		triggerAtMinute: 0,
	},
};

/**
 * The parameters of a node as they are equal before and after the editor has saved them: it drops what has its default value, and adds
 * collections and locators in which nothing is chosen.
 */
export function withoutDefaults(node: WorkflowNode): unknown {
	const description = descriptions.get(node.type);
	if (!description) return chosen(node.parameters, CORE_DEFAULTS[node.type] ?? {});
	const { properties } = description;
	const whole = node as unknown as INode;
	const { parameters } = whole;
	return chosen(
		NodeHelpers.getNodeParameters(properties, parameters, false, false, whole, description),
		{},
	);
}

function chosen(value: unknown, defaults: Record<string, unknown>): unknown {
	if (Array.isArray(value)) return value.map((inner) => chosen(inner, defaults));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key, inner]) => defaults[key] === undefined || defaults[key] !== inner)
			.map(([key, inner]) => [key, chosen(inner, defaults)] as const)
			.filter(([, inner]) => !isNothing(inner)),
	);
}

/** An empty object, or a resource locator without a value. */
function isNothing(value: unknown): boolean {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const { __rl, value: located } = value as { __rl?: boolean; value?: unknown };
	return Object.keys(value).length === 0 || (__rl === true && located === '');
}
