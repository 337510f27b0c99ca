import {
	hasTrigger,
	manualTrigger,
	prepare,
	type WorkflowTemplate,
} from '../../../sandbox/n8n/template';

const node = (name: string, type: string, more: object = {}) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
	...more,
});

const template: WorkflowTemplate = {
	name: 'A template',
	nodes: [
		node('Review', 'n8n-nodes-contentstack-iconik.iconikTrigger', {
			credentials: { iconikApi: { id: '', name: 'iconik account' } },
		}),
		node('Config', 'n8n-nodes-base.set', {
			parameters: {
				assignments: { assignments: [{ id: '1', name: 'cdnBase', type: 'string', value: '' }] },
			},
		}),
		node('Save', 'n8n-nodes-contentstack-iconik.contentstack', {
			credentials: { contentstackApi: { id: '', name: 'Contentstack account' } },
		}),
	],
	connections: {},
};

const credentials = {
	iconikApi: { id: 'i1', name: 'Own iconik' },
	contentstackApi: { id: 'c1', name: 'Own stack' },
};

describe('preparing a template', () => {
	test('gives each node the credential of its type and leaves the template itself alone', () => {
		const before = structuredClone(template);

		const prepared = prepare(template, credentials);

		expect(prepared.nodes[0]?.credentials).toEqual({ iconikApi: credentials.iconikApi });
		expect(prepared.nodes[2]?.credentials).toEqual({
			contentstackApi: credentials.contentstackApi,
		});
		expect(template).toEqual(before);
	});

	test('keeps a credential of a type that it is given none for', () => {
		const prepared = prepare(template, { iconikApi: credentials.iconikApi });

		expect(prepared.nodes[2]?.credentials).toEqual(template.nodes[2]?.credentials);
	});

	test('puts values into the Config node', () => {
		const { nodes } = prepare(template, credentials, { cdnBase: 'https://cdn.example' });

		expect(nodes[1]?.parameters).toMatchObject({
			assignments: { assignments: [{ name: 'cdnBase', value: 'https://cdn.example' }] },
		});
	});

	test('refuses a value that the Config node does not know', () => {
		expect(() => prepare(template, credentials, { cdn: 'x' })).toThrow(
			'"A template" has no value "cdn" in its Config node',
		);
	});

	test('gives a trigger a webhook id of its own, another one in each import, and other nodes none', () => {
		const first = prepare(template, credentials).nodes.map(({ webhookId }) => webhookId);
		const second = prepare(template, credentials).nodes.map(({ webhookId }) => webhookId);

		expect(first[0]).toMatch(/^[0-9a-f-]{36}$/);
		expect(first[0]).not.toBe(second[0]);
		expect(first.slice(1)).toEqual([undefined, undefined]);
	});
});

describe('what starts a template', () => {
	test.each([
		['n8n-nodes-contentstack-iconik.iconikTrigger', true],
		['n8n-nodes-base.webhook', true],
		['n8n-nodes-base.scheduleTrigger', true],
		['n8n-nodes-base.manualTrigger', false],
		['n8n-nodes-base.errorTrigger', false],
		['n8n-nodes-base.noOp', false],
	])('%s has to be published: %s', (type, expected) => {
		expect(hasTrigger({ nodes: [node('Start', type)] })).toBe(expected);
	});

	test('a manual trigger is found beside others', () => {
		const nodes = [
			node('Hook', 'n8n-nodes-base.webhook'),
			node('Go', 'n8n-nodes-base.manualTrigger'),
		];

		expect(manualTrigger({ nodes })?.name).toBe('Go');
		expect(manualTrigger({ nodes: nodes.slice(0, 1) })).toBeUndefined();
	});
});
