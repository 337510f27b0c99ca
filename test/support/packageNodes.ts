import { basename, join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import card from '../../package.json';

const root = join(__dirname, '../..');

/** An instance of the class in the TypeScript source of a file that the card names by its place in `dist/`. */
function instance<T>(distPath: string): T {
	const source = join(root, distPath.replace(/^dist\//, '').replace(/\.js$/, ''));
	const className = basename(distPath).split('.')[0] as string;
	const classes = require(source) as Record<string, new () => T>;
	const found = classes[className];
	if (!found) throw new Error(`${distPath} has no class ${className}`);
	return new found();
}

/** The package's nodes by full type name, like `n8n-nodes-contentstack-iconik.iconik`. */
export function packageNodes(): Record<string, INodeType> {
	const nodes = card.n8n.nodes.map((path) => instance<INodeType>(path));
	return Object.fromEntries(nodes.map((node) => [`${card.name}.${node.description.name}`, node]));
}

/** The package's credential types. */
export function packageCredentialTypes(): ICredentialType[] {
	return card.n8n.credentials.map((path) => instance<ICredentialType>(path));
}
