import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { Contentstack } from '../../../nodes/Contentstack/Contentstack.node';
import { ContentstackTrigger } from '../../../nodes/Contentstack/ContentstackTrigger.node';

const root = join(__dirname, '../../..');
const page = readFileSync(join(root, 'docs/contentstack.md'), 'utf8');

/** The cells of all table rows of the page, as text. */
const rows = page
	.split('\n')
	.filter((line) => line.startsWith('|'))
	.map((line) =>
		line
			.slice(1, -1)
			.split('|')
			.map((cell) => cell.trim()),
	);

const { properties } = new Contentstack().description;
const { properties: triggerProperties } = new ContentstackTrigger().description;

function optionsOf({ options }: INodeProperties): INodePropertyOptions[] {
	return (options ?? []) as INodePropertyOptions[];
}

const resources = properties.filter(({ name }) => name === 'resource').flatMap(optionsOf);
const operations = properties
	.filter(({ name }) => name === 'operation')
	.flatMap((property) =>
		(property.displayOptions?.show?.resource ?? []).flatMap((resource) =>
			optionsOf(property).map((option) => ({
				resource: resources.find(({ value }) => value === resource)?.name ?? String(resource),
				operation: option.name,
				key: `${String(resource)}:${String(option.value)}`,
				value: String(option.value),
			})),
		),
	);
const events = triggerProperties.filter(({ name }) => name === 'events').flatMap(optionsOf);

/** The text of the test file that the last cell of a row links to, with what lies beside it and is imported there. */
function linkedTest(row: string[] | undefined): string {
	const target = /\]\(\.\.\/(test\/[^)]+\.test\.ts)\)/.exec(row?.at(-1) ?? '')?.[1];
	const file = join(root, target ?? 'none');
	if (target === undefined || !existsSync(file)) return '';
	const text = readFileSync(file, 'utf8');
	const beside = [...text.matchAll(/from '(\.\/\w+)'/g)].map(([, name]) =>
		readFileSync(join(dirname(file), `${name}.ts`), 'utf8'),
	);
	return [text, ...beside].join('\n');
}

it.each(operations)('docs/contentstack.md has $resource · $operation with its test', (one) => {
	const row = rows.find(([resource, name]) => resource === one.resource && name === one.operation);
	expect(row).toBeDefined();
	expect(linkedTest(row)).toContain(`'${one.value}'`);
});

it.each(events)('docs/contentstack.md has the event $name with its test', ({ name, value }) => {
	const row = rows.find(([event]) => event === name);
	expect(row).toBeDefined();
	expect(linkedTest(row)).toContain(`'${String(value)}'`);
});

it('offers in the editor exactly what the router can run', () => {
	const router = readFileSync(join(root, 'nodes/Contentstack/actions/router.ts'), 'utf8');
	const keys = [...router.matchAll(/^\t'(\w+:\w+)':/gm)].map(([, key]) => key);
	expect(operations.map(({ key }) => key).sort()).toEqual(keys.sort());
});
