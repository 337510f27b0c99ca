import axios from 'axios';
import { failureOf, nodesRun, outputsOf } from '../../sandbox/n8n/execution';
import type { ImportedWorkflow } from '../../sandbox/n8n/instance';
import type { WorkflowTemplate } from '../../sandbox/n8n/template';
import { connectSuite, type Suite } from './harness/suite';

const template: WorkflowTemplate = {
	name: 'Greeting',
	nodes: [
		{
			id: '5a0c2f0e-0001-4000-8000-000000000001',
			name: 'By hand',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
		{
			id: '5a0c2f0e-0001-4000-8000-000000000002',
			name: 'By call',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 200],
			parameters: { path: 'greeting', httpMethod: 'POST', options: {} },
		},
		{
			id: '5a0c2f0e-0001-4000-8000-000000000003',
			name: 'Config',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [200, 100],
			parameters: {
				assignments: {
					assignments: [{ id: '1', name: 'greeting', type: 'string', value: 'none' }],
				},
				options: {},
			},
		},
		{
			id: '5a0c2f0e-0001-4000-8000-000000000004',
			name: 'Refuse',
			type: 'n8n-nodes-base.stopAndError',
			typeVersion: 1,
			position: [400, 100],
			parameters: { errorMessage: '={{ $json.greeting }}' },
		},
	],
	connections: {
		'By hand': { main: [[{ node: 'Config', type: 'main', index: 0 }]] },
		'By call': { main: [[{ node: 'Config', type: 'main', index: 0 }]] },
		Config: { main: [[{ node: 'Refuse', type: 'main', index: 0 }]] },
	},
	settings: { executionOrder: 'v1' },
};

describe('the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;

	beforeAll(async () => {
		suite = await connectSuite();
		workflow = await suite.importWorkflow(template, { greeting: 'guten Tag 🎬' });
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	test('runs an imported workflow by its manual trigger, with the values put into its Config node', async () => {
		const execution = await suite.n8n.run(workflow);

		expect(nodesRun(execution)).toEqual(['By hand', 'Config', 'Refuse']);
		expect(outputsOf(execution, 'Config')[0]?.[0]?.json).toEqual({ greeting: 'guten Tag 🎬' });
		expect(failureOf(execution)).toBe('Refuse: guten Tag 🎬');
	});

	test('runs a published workflow for each call of its webhook', async () => {
		await suite.n8n.publish(workflow);
		const known = await suite.n8n.executions(workflow);

		const call = async () => await axios.post(`${suite.n8n.url}/webhook/greeting`, {});
		await Promise.all([call(), call()]);

		const executions = await suite.n8n.newExecutions(workflow, known, 2);
		expect(executions.map(({ status }) => status)).toEqual(['error', 'error']);
	});

	test('knows the nodes and credentials of the packed package by their real names', async () => {
		const nodes = await suite.n8n.api.file<Array<{ name: string }>>('/types/nodes.json');

		expect(nodes.map(({ name }) => name)).toEqual(
			expect.arrayContaining([
				'n8n-nodes-contentstack-iconik.contentstack',
				'n8n-nodes-contentstack-iconik.iconik',
				'n8n-nodes-contentstack-iconik.iconikTrigger',
			]),
		);
	});
});
