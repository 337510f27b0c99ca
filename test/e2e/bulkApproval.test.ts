import { outputsOf } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import type { WorkflowTemplate } from '../../sandbox/n8n/template';
import { connectSuite, type Suite } from './harness/suite';

const APPROVALS = 500;
/** n8n takes about 34 calls a second, so 500 last some 15 s, which are 7 windows. */
const MOST_RUNS = 15;
const ALL_WITHIN_MS = 100_000;

const template: WorkflowTemplate = {
	name: 'Bulk approval',
	nodes: [
		{
			id: '7d1e2f0e-0001-4000-8000-000000000001',
			name: 'Approved',
			type: 'n8n-nodes-contentstack-iconik.iconikTrigger',
			typeVersion: 2,
			position: [0, 0],
			webhookId: '7d1e2f0e-0002-4000-8000-000000000002',
			parameters: { event: 'reviewApproved', options: { window: 2 } },
			credentials: { iconikApi: { id: '', name: '' } },
		},
		{
			id: '7d1e2f0e-0003-4000-8000-000000000003',
			name: 'Done',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [200, 0],
			parameters: {},
		},
	],
	connections: { Approved: { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
};

jest.setTimeout(240_000);

describe('500 approvals at once, in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	const made: string[] = [];

	beforeAll(async () => {
		suite = await connectSuite();
		workflow = await suite.importWorkflow(template);
		for (let n = 0; n < APPROVALS; n++) {
			const asset = { title: `Clip ${n}` };
			const { asset_id } = await suite.iconik.control.act<{ asset_id: string }>(
				'create-asset',
				asset,
			);
			made.push(asset_id);
		}
		await suite.n8n.publish(workflow);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	/** What each run got, the runs that are over. */
	const itemsByRun = async () => {
		const runs = await suite.n8n.executions(workflow);
		const read = await Promise.all(runs.map(async ({ id }) => await suite.n8n.execution(id)));
		return read.map((run) => outputsOf(run, 'Done').flat());
	};

	test('become a few runs, with each asset in exactly one item', async () => {
		await Promise.all(
			made.map(async (asset_id) => await suite.iconik.control.act('approve', { asset_id })),
		);

		const runs = await until('all approvals have arrived', ALL_WITHIN_MS, async () => {
			const items = await itemsByRun();
			return items.flat().length >= APPROVALS ? items : undefined;
		});

		expect(runs.length).toBeLessThanOrEqual(MOST_RUNS);
		const arrived = runs.flat().map(({ json }) => String(json.asset_id));
		expect(arrived.sort()).toEqual([...made].sort());
	});

	test('and iconik is told of each that it was taken', async () => {
		const ours = await until('every call is answered', ALL_WITHIN_MS, async () => {
			const deliveries = await suite.iconik.control.deliveries();
			const own = deliveries.filter(({ body }) =>
				made.includes(String((body as { asset_ids?: unknown[] }).asset_ids?.[0])),
			);
			return own.length >= APPROVALS ? own : undefined;
		});
		expect(ours.filter(({ status }) => status !== 200)).toEqual([]);
	});
});
