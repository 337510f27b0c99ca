import type { INode, INodeParameters } from 'n8n-workflow';
import { layout } from '../../support/templates/layout';
import { parameters } from '../../support/templates/parameters';
import { privacy } from '../../support/templates/privacy';
import { sampleNodes, sampleTemplate } from '../../support/templates/sample';
import { parts, references, structure, wiring } from '../../support/templates/shape';
import type { Check, Template } from '../../support/templates/template';

const all = { structure, parts, wiring, references, parameters, privacy, layout };

/** What a check says of the sample after one change to it. */
function after(check: Check, change: (template: Template) => void): string[] {
	const template = sampleTemplate();
	change(template);
	return check(template, sampleNodes);
}

const node = (template: Template, name: string) =>
	template.nodes.find((candidate) => candidate.name === name) as INode;
const fill = (values: INodeParameters) => (template: Template) => {
	Object.assign(node(template, 'Shelf').parameters, values);
};

it.each(Object.entries(all))('%s finds nothing in a good template', (_name, check) => {
	expect(check(sampleTemplate(), sampleNodes)).toEqual([]);
});

describe('what the checks find', () => {
	it.each<[string, Check, (template: Template) => void, string]>([
		[
			'a connection to a node that is not there',
			structure,
			({ connections }) =>
				void connections.Config?.main?.[0]?.push({ node: 'X', type: 'main', index: 0 }),
			'connections.Config.main.0.1.node: Connection target "X" does not reference an existing node',
		],
		['an active template', parts, (t) => void (t.active = true), 'It does not say "active": false'],
		[
			'no trigger',
			parts,
			(t) => void (node(t, 'Start').type = 'n8n-nodes-base.noOp'),
			'No trigger starts it',
		],
		[
			'no Config node',
			parts,
			(t) => void (node(t, 'Config').name = 'Choices'),
			'No Set node named "Config" holds its choices',
		],
		[
			'no sticky note',
			parts,
			(t) => void (t.nodes = t.nodes.filter(({ name }) => name !== 'About' && name !== 'Read')),
			'No sticky note explains it',
		],
		[
			'no error branch',
			parts,
			(t) => void delete node(t, 'Shelf').onError,
			'No branch deals with errors',
		],
		[
			'a Code node',
			parts,
			(t) => void (node(t, 'Failed').type = 'n8n-nodes-base.code'),
			'"Failed" is a n8n-nodes-base.code',
		],
		[
			'a node that nothing leads to',
			wiring,
			(t) => void delete t.connections.Start,
			'Nothing leads to "Config"',
		],
		[
			'an error output that leads nowhere',
			wiring,
			(t) => void (t.connections.Shelf = { main: [[{ node: 'Failed', type: 'main', index: 0 }]] }),
			'The error output of "Shelf" leads nowhere',
		],
		[
			'an expression that looks at a renamed node',
			references,
			fill({ title: "={{ $('Configuration').item.json.title }}" }),
			'"Shelf" looks at "Configuration", which is not there',
		],
		[
			'nodes over each other',
			layout,
			(t) => void (node(t, 'Config').position = [50, 50]),
			'"Start" and "Config" lie over each other',
		],
		[
			'a sticky note that cuts a node',
			layout,
			(t) => void (node(t, 'Read').position = [50, -100]),
			'The sticky note "Read" cuts "Start"',
		],
		[
			'sticky notes that cut each other',
			layout,
			(t) => void (node(t, 'About').position = [-200, -100]),
			'The sticky notes "About" and "Read" cut each other',
		],
	])('%s', (_name, check, change, finding) => {
		expect(after(check, change)).toContain(finding);
	});
});

describe('what the parameter check finds', () => {
	it.each<[string, (template: Template) => void, string]>([
		[
			'an unknown type of ours',
			(t) => void (node(t, 'Shelf').type = 'n8n-nodes-sample.drawer'),
			'"Shelf" has the unknown type n8n-nodes-sample.drawer',
		],
		[
			'an unknown version',
			(t) => void (node(t, 'Shelf').typeVersion = 2),
			'"Shelf" has the unknown version 2',
		],
		['an unknown key', fill({ colour: 'red' }), '"Shelf": there is no parameter "colour"'],
		[
			'a key of another operation',
			fill({ operation: 'get' }),
			'"Shelf": "title" is not shown with the other settings',
		],
		[
			'an option that does not exist',
			fill({ operation: 'burn' }),
			'"Shelf": "operation" has no option "burn"',
		],
		[
			'one of several options that does not exist',
			fill({ languages: ['de', 'xx'] }),
			'"Shelf": "languages" has no option "xx"',
		],
		[
			'an expression where none is taken',
			fill({ operation: '={{ "put" }}' }),
			'"Shelf": "operation" takes no expression',
		],
		[
			'a value of the wrong type inside a collection',
			fill({ options: { loud: 'yes' } }),
			'"Shelf": "options.loud" is not a boolean',
		],
		[
			'an unknown key inside a collection',
			fill({ options: { quiet: true } }),
			'"Shelf": there is no parameter "options.quiet"',
		],
		[
			'an unknown key inside a fixed collection',
			fill({ fields: { field: [{ label: 'a' }] } }),
			'"Shelf": there is no parameter "fields.field.label"',
		],
		[
			'an unknown group of a fixed collection',
			fill({ fields: { row: [] } }),
			'"Shelf": there is no parameter "fields.row"',
		],
		[
			'a resource locator with an unknown mode',
			fill({ book: { __rl: true, mode: 'url', value: 'x' } }),
			'"Shelf": "book" has no mode "url"',
		],
		[
			'a plain text for a resource locator',
			fill({ book: 'b1' }),
			'"Shelf": "book" is not a resource locator',
		],
		['an empty required parameter', fill({ title: '' }), '"Shelf": Parameter "Title" is required.'],
	])('%s', (_name, change, finding) => {
		expect(after(parameters, change)).toContain(finding);
	});
});

describe('what the privacy check finds', () => {
	it.each([
		['cs0123456789abcdef0123456789', 'It holds a Contentstack token'],
		['blt0123456789abcdef', 'It holds a Contentstack uid or stack key'],
		['eyJhbGciOiJIUzI1NiJ9.e30.x', 'It holds a JSON web token'],
		['Bearer abcdefghijklmnop', 'It holds a bearer token'],
		['https://x.example/a.mp4?X-Amz-Signature=0123abcd', 'It holds a signed address'],
		['k3Jd83kdKD83kdkd83kdKD83kdkd83kd', 'It holds a long key'],
	])('%s', (title, finding) => {
		expect(after(privacy, fill({ title }))).toContain(finding);
	});

	it('does not take the id of a node for a key', () => {
		const id = '0b9d7c3e-5c1f-4c38-9a51-2a6f6f0f3c11';
		expect(after(privacy, (t) => void (node(t, 'Shelf').id = id))).toEqual([]);
	});

	it.each<[string, (template: Template) => void, string]>([
		[
			'the id of a credential',
			(t) => void (node(t, 'Shelf').credentials = { shelfApi: { id: '7', name: 'Mine' } }),
			'"Shelf" holds the id of a shelfApi credential',
		],
		[
			'the id of an n8n',
			(t) => void (t.meta = { instanceId: 'x' }),
			'It holds the id of the n8n that it was made in',
		],
		['pinned data', (t) => void (t.pinData = { Start: [] }), 'It holds pinned data'],
	])('%s', (_name, change, finding) => {
		expect(after(privacy, change)).toContain(finding);
	});
});
