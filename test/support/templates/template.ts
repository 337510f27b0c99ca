import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode, INodeType } from 'n8n-workflow';

/** A workflow template as its file holds it. */
export interface Template {
	name: string;
	nodes: INode[];
	connections: IConnections;
	active?: boolean;
	settings?: { executionOrder?: string; errorWorkflow?: string };
	pinData?: object;
	meta?: { instanceId?: string };
}

/** One look at a template: what is wrong, each in one sentence; nothing when all is well. */
export type Check = (template: Template, ourNodes: Record<string, INodeType>) => string[];

const folder = join(__dirname, '../../../workflows');

/** Names of the templates' files, in order. */
export function templateFiles(): string[] {
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.sort();
}

export function readTemplate(file: string): Template {
	return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template;
}

export const isSticky = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote';

/** Nodes that begin a run: ours by their group, n8n's own by their name. */
export function isTrigger(node: INode, ourNodes: Record<string, INodeType>): boolean {
	const ours = ourNodes[node.type];
	if (ours) return ours.description.group.includes('trigger');
	return /(trigger|\.webhook)$/i.test(node.type);
}
