import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';
import { isResourceLocatorValue, NodeHelpers } from 'n8n-workflow';
import type { Check } from './template';

/** Our nodes are filled in as their descriptions say: known type and version, known and shown parameters, legal values, nothing missing. */
export const parameters: Check = ({ nodes }, ourNodes) =>
	nodes.flatMap((node) => {
		const prefix = Object.keys(ourNodes)[0]?.split('.')[0];
		if (node.type.split('.')[0] !== prefix) return [];
		const description = ourNodes[node.type]?.description;
		if (!description) return [`"${node.name}" has the unknown type ${node.type}`];
		const versions = [description.version].flat();
		if (!versions.includes(node.typeVersion))
			return [`"${node.name}" has the unknown version ${node.typeVersion}`];
		return [...wrongValues(node, description), ...missing(node, description)].map(
			(wrong) => `"${node.name}": ${wrong}`,
		);
	});

function missing(node: INode, description: INodeTypeDescription): string[] {
	const filled = { ...node, parameters: withDefaults(description.properties, node, description) };
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, filled, description);
	return Object.values(issues?.parameters ?? {}).flat();
}

function withDefaults(
	properties: INodeProperties[],
	node: INode,
	description: INodeTypeDescription,
): INodeParameters {
	const { parameters: given } = node;
	return NodeHelpers.getNodeParameters(properties, given, true, false, node, description) ?? {};
}

function wrongValues(node: INode, description: INodeTypeDescription): string[] {
	const root = withDefaults(description.properties, node, description);
	const isShown = (shown: INodeProperties | INodePropertyOptions, near: INodeParameters) =>
		NodeHelpers.displayParameter(near, shown, node, description, root);
	return wrongIn(description.properties, node.parameters, root, '', isShown);
}

type IsShown = (property: INodeProperties | INodePropertyOptions, near: INodeParameters) => boolean;

/**
 * @param given what the template holds at this level
 * @param near the same with defaults, which decides what is shown
 */
function wrongIn(
	properties: INodeProperties[],
	given: INodeParameters,
	near: INodeParameters,
	path: string,
	isShown: IsShown,
): string[] {
	return Object.entries(given).flatMap(([name, value]) => {
		const here = path + name;
		const named = properties.filter((property) => property.name === name);
		if (named.length === 0) return [`there is no parameter "${here}"`];
		const property = named.find((candidate) => isShown(candidate, near));
		if (!property) return [`"${here}" is not shown with the other settings`];
		return wrongValue(property, value, near, here, isShown);
	});
}

function wrongValue(
	property: INodeProperties,
	value: unknown,
	near: INodeParameters,
	path: string,
	isShown: IsShown,
): string[] {
	if (typeof value === 'string' && value.startsWith('='))
		return property.noDataExpression ? [`"${path}" takes no expression`] : [];
	const is = (kind: 'string' | 'number' | 'boolean') =>
		typeof value === kind ? [] : [`"${path}" is not a ${kind}`];
	switch (property.type) {
		case 'boolean':
		case 'number':
			return is(property.type);
		case 'string':
		case 'dateTime':
			return property.typeOptions?.multipleValues ? [] : is('string');
		case 'options':
			return illegal(property, [value], near, path, isShown);
		case 'multiOptions':
			return Array.isArray(value)
				? illegal(property, value, near, path, isShown)
				: [`"${path}" is not a list`];
		case 'resourceLocator':
			return wrongLocator(property, value, path);
		case 'collection':
			return wrongCollection(property, value as INodeParameters, path, isShown);
		case 'fixedCollection':
			return wrongFixedCollection(property, value as INodeParameters, path, isShown);
		default:
			return [];
	}
}

function illegal(
	{ options = [], typeOptions }: INodeProperties,
	values: unknown[],
	near: INodeParameters,
	path: string,
	isShown: IsShown,
): string[] {
	if (typeOptions?.loadOptionsMethod ?? typeOptions?.loadOptions) return [];
	const legal = (options as INodePropertyOptions[])
		.filter((option) => isShown(option, near))
		.map(({ value }) => value as unknown);
	return values
		.filter((value) => !legal.includes(value))
		.map((value) => `"${path}" has no option ${JSON.stringify(value)}`);
}

function wrongLocator({ modes = [] }: INodeProperties, value: unknown, path: string): string[] {
	if (!isResourceLocatorValue(value)) return [`"${path}" is not a resource locator`];
	return modes.some(({ name }) => name === value.mode)
		? []
		: [`"${path}" has no mode "${value.mode}"`];
}

function wrongCollection(
	property: INodeProperties,
	value: INodeParameters,
	path: string,
	isShown: IsShown,
): string[] {
	const fields = (property.options ?? []) as INodeProperties[];
	return [value].flat().flatMap((entry) => wrongIn(fields, entry, entry, `${path}.`, isShown));
}

function wrongFixedCollection(
	property: INodeProperties,
	value: INodeParameters,
	path: string,
	isShown: IsShown,
): string[] {
	const groups = (property.options ?? []) as INodePropertyCollection[];
	return Object.entries(value).flatMap(([name, entries]) => {
		const group = groups.find((candidate) => candidate.name === name);
		if (!group) return [`there is no parameter "${path}.${name}"`];
		const defaults = Object.fromEntries(group.values.map((field) => [field.name, field.default]));
		return [entries as INodeParameters | INodeParameters[]]
			.flat()
			.flatMap((entry) =>
				wrongIn(group.values, entry, { ...defaults, ...entry }, `${path}.${name}.`, isShown),
			);
	});
}
