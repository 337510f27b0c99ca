import { basename, join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import card from '../../package.json';

const root = join(__dirname, '..', '..');

/** The descriptions of the package's nodes by the type that workflows name them by, from the source: nothing has to be built. */
export function ourNodes(): Map<string, INodeTypeDescription> {
	const descriptions = card.n8n.nodes.map(descriptionIn);
	return new Map(descriptions.map((description) => [typeOf(description), description]));
}

/** The file is named with its ending: beside each there is one of the same name that ends in `.json`. */
function descriptionIn(built: string): INodeTypeDescription {
	const source = built.replace(/^dist\/(.*)\.js$/, '$1.ts');
	const classes = require(join(root, source)) as Record<string, new () => INodeType>;
	const Class = classes[basename(source, '.node.ts')];
	if (!Class) throw new Error(`${source} does not export its class`);
	return new Class().description;
}

const typeOf = ({ name }: INodeTypeDescription) => `${card.name}.${name}`;
