import type { WorkflowNode, WorkflowTemplate } from '../../../sandbox/n8n/template';
import { essence } from '../../../scripts/workflowImport/essence';
import { importTemplate } from '../../../scripts/workflowImport/importTemplate';
import type { StoredWorkflow, WorkflowBody } from '../../../scripts/workflowImport/publicApi';

const ICONIK = 'n8n-nodes-contentstack-iconik.iconik';
const ID = '01-template';

const node = (name: string, type: string, rest: Partial<WorkflowNode> = {}): WorkflowNode => ({
	id: `${name} id`,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...rest,
});

const config = (value: string) =>
	node('Config', 'n8n-nodes-base.set', {
		parameters: {
			assignments: { assignments: [{ id: '1', name: 'view', type: 'string', value }] },
			options: {},
		},
	});

const read = (parameters: Record<string, unknown>) =>
	node('Read', ICONIK, {
		parameters: { resource: 'asset', operation: 'get', ...parameters },
		credentials: { iconikApi: { id: '', name: 'iconik account' } },
	});

const template = (...nodes: WorkflowNode[]): WorkflowTemplate => ({
	name: 'Template',
	nodes,
	connections: {},
	settings: { executionOrder: 'v1' },
});

/** An n8n that keeps workflows as the public API does. */
class FakeN8n {
	readonly stored: StoredWorkflow[] = [];

	async create(body: WorkflowBody) {
		const { length } = this.stored;
		const rest = { active: false, isArchived: false, createdAt: `2031-01-0${length + 1}` };
		const workflow = { id: String(length), ...rest, ...structuredClone(body) };
		this.stored.push(workflow);
		return workflow;
	}

	async update({ id }: Pick<StoredWorkflow, 'id' | 'active'>, body: WorkflowBody) {
		return Object.assign(this.stored[Number(id)] as StoredWorkflow, structuredClone(body));
	}

	async run(wanted: WorkflowTemplate, choices = {}) {
		const all = { dryRun: false, overwrite: false, credentials: {}, ...choices };
		return (await importTemplate(this, ID, wanted, this.stored, all)).outcome;
	}

	get first() {
		return this.stored[0] as StoredWorkflow;
	}
}

const first = template(config('Rights'), read({ assetId: 'a' }));
const newer = template(config('Rights'), read({ assetId: 'b' }));

describe('the essence of a workflow', () => {
	test('is the same when the editor leaves out defaults and adds empty collections', () => {
		const whole = template(read({ operation: 'getMediaPackage', assetId: 'a', poster: true }));
		const nothing = { options: {}, versionId: { __rl: true, mode: 'list', value: '' } };
		const saved = template(node('Read', ICONIK, { parameters: { assetId: 'a', ...nothing } }));

		expect(essence(saved)).toBe(essence(whole));
	});

	test('is the same when the editor leaves out what every schedule has', () => {
		const nightly = (rule: object) =>
			template(
				node('Every Night', 'n8n-nodes-base.scheduleTrigger', {
					parameters: { rule: { interval: [rule] } },
				}),
			);
		const spelledOut = { field: 'days', daysInterval: 1, triggerAtHour: 4, triggerAtMinute: 0 };

		expect(essence(nightly({ triggerAtHour: 4 }))).toBe(essence(nightly(spelledOut)));
		expect(essence(nightly({ triggerAtHour: 5 }))).not.toBe(essence(nightly(spelledOut)));
	});

	test.each([
		['a parameter', template(config('Rights'), read({ assetId: 'x' }))],
		[
			'a place on the canvas',
			template(config('Rights'), { ...read({ assetId: 'a' }), position: [9, 9] }),
		],
		[
			'a disabled node',
			template(config('Rights'), { ...read({ assetId: 'a' }), disabled: true } as WorkflowNode),
		],
		[
			'a node more',
			template(config('Rights'), read({ assetId: 'a' }), node('More', 'n8n-nodes-base.noOp')),
		],
		['a connection', { ...first, connections: { Config: { main: [] } } }],
	])('differs by %s', (_what, changed) => {
		expect(essence(changed)).not.toBe(essence(first));
	});
});

describe('a template that is imported', () => {
	test('is created once', async () => {
		const n8n = new FakeN8n();

		expect([await n8n.run(first), await n8n.run(first)]).toEqual(['created', 'unchanged']);
		expect(n8n.stored).toHaveLength(1);
	});

	test('in a newer form replaces one that nobody has changed, and keeps its set-up', async () => {
		const n8n = new FakeN8n();
		await n8n.run(first);
		Object.assign(n8n.first, {
			name: 'Ours',
			settings: { executionOrder: 'v1', timezone: 'Europe/Berlin' },
			nodes: [
				config('Clearances'),
				{
					...read({ assetId: 'a' }),
					webhookId: 'hook',
					credentials: { iconikApi: { id: '7', name: 'Library' } },
				},
			],
		});
		n8n.first.staticData = { ...n8n.first.staticData, 'node:Trigger': { known: 1 } };

		expect(await n8n.run(newer)).toBe('updated');
		const { name, nodes, settings, staticData } = n8n.first;
		expect(name).toBe('Ours');
		expect(settings).toMatchObject({ timezone: 'Europe/Berlin' });
		expect(staticData).toMatchObject({ 'node:Trigger': { known: 1 } });
		expect(JSON.stringify(nodes[0])).toContain('Clearances');
		expect(nodes[1]).toMatchObject({
			parameters: { assetId: 'b' },
			webhookId: 'hook',
			credentials: { iconikApi: { id: '7' } },
		});
		expect(await n8n.run(newer)).toBe('unchanged');
	});

	test('in a newer form leaves one alone that a person has changed, unless that is wished', async () => {
		const n8n = new FakeN8n();
		await n8n.run(first);
		n8n.first.nodes = template(config('Rights'), read({ assetId: 'mine' })).nodes;

		expect(await n8n.run(newer)).toBe('changed by you: left alone');
		expect(n8n.first.nodes[1]?.parameters.assetId).toBe('mine');
		expect(await n8n.run(newer, { overwrite: true })).toBe('updated');
		expect(n8n.first.nodes[1]?.parameters.assetId).toBe('b');
	});

	test('leaves one of its name alone that was imported by hand', async () => {
		const n8n = new FakeN8n();
		await n8n.create({ ...first, settings: {}, staticData: {} });

		expect(await n8n.run(first)).toBe('not from this import: left alone');
		expect(await n8n.run(first, { overwrite: true })).toBe('updated');
		expect([await n8n.run(first), n8n.stored.length]).toEqual(['unchanged', 1]);
	});

	test('is created anew when the one from before was archived', async () => {
		const n8n = new FakeN8n();
		await n8n.run(first);
		n8n.first.isArchived = true;

		expect(await n8n.run(first)).toBe('created');
	});

	test('gets a credential that is named, once', async () => {
		const n8n = new FakeN8n();
		await n8n.run(first);
		const credentials = { iconikApi: { id: '9', name: 'Other', type: 'iconikApi' } };

		expect(await n8n.run(first, { credentials })).toBe('updated');
		expect(n8n.first.nodes[1]?.credentials).toEqual({ iconikApi: { id: '9', name: 'Other' } });
		expect(await n8n.run(first, { credentials })).toBe('unchanged');
	});

	test('is not written in a dry run', async () => {
		const n8n = new FakeN8n();

		expect(await n8n.run(first, { dryRun: true })).toBe('created');
		expect(n8n.stored).toEqual([]);
	});
});
