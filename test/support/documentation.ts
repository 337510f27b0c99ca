import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';

const root = join(__dirname, '../..');

/** A node, its trigger, and where they are written about. Paths start at the root of the project. */
export interface Documented {
	/** A page with a table of operations (resource, operation, what, test) and one of events (event, what, test). */
	page: string;
	/** The file with the router's table of operations. */
	router: string;
	node: INodeType;
	trigger: INodeType;
	/** The parameter of the trigger that names the event. */
	eventParameter: string;
}

/** Tests that each operation and each event has its row with a link to a test that names it, and that the router runs what the editor offers. */
export function testDocumentation({
	page,
	router,
	node,
	trigger,
	eventParameter,
}: Documented): void {
	const rows = tableRows(readFileSync(join(root, page), 'utf8'));
	const { properties } = node.description;
	const operations = operationsOf(properties);
	const events = trigger.description.properties
		.filter(({ name }) => name === eventParameter)
		.flatMap(optionsOf);

	it.each(operations)(`${page} has $resource · $operation with its test`, (one) => {
		const row = rows.find(
			([resource, name]) => resource === one.resource && name === one.operation,
		);
		expect(row).toBeDefined();
		expect(linkedTest(row)).toContain(`'${one.value}'`);
	});

	it.each(events)(`${page} has the event $name with its test`, ({ name, value }) => {
		const row = rows.find(([event]) => event === name);
		expect(row).toBeDefined();
		expect(linkedTest(row)).toContain(`'${String(value)}'`);
	});

	it('offers in the editor exactly what the router can run', () => {
		const table = readFileSync(join(root, router), 'utf8');
		const keys = [...table.matchAll(/^\t'(\w+:\w+)':/gm)].map(([, key]) => key);
		expect(operations.map(({ key }) => key).sort()).toEqual(keys.sort());
	});
}

/** The cells of all table rows, as text. */
function tableRows(page: string): string[][] {
	return page
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.slice(1, -1)
				.split('|')
				.map((cell) => cell.trim()),
		);
}

function operationsOf(properties: INodeProperties[]) {
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(optionsOf);
	return properties
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
}

function optionsOf({ options }: INodeProperties): INodePropertyOptions[] {
	return (options ?? []) as INodePropertyOptions[];
}

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
