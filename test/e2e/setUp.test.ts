import { writes } from '../../sandbox/client/controlApi';
import { failureOf, outputsOf } from '../../sandbox/n8n/execution';
import type { ImportedWorkflow } from '../../sandbox/n8n/instance';
import { connectSuite, type Suite } from './harness/suite';

interface View {
	name: string;
	view_fields: Array<{ name: string }>;
}

describe('the set-up in the real n8n', () => {
	let suite: Suite;
	const workflows: ImportedWorkflow[] = [];

	beforeAll(async () => {
		suite = await connectSuite();
	});

	afterAll(async () => {
		for (const workflow of workflows) await suite.n8n.removeWorkflow(workflow);
	});

	const imported = async (config: object = {}) => {
		const workflow = await suite.importWorkflow('00-set-up.json', { ...config });
		workflows.push(workflow);
		return workflow;
	};
	const run = async (workflow: ImportedWorkflow) => {
		const logs = async () => [
			...writes(await suite.contentstack.control.log()),
			...writes(await suite.iconik.control.log()),
		];
		const before = (await logs()).length;
		const execution = await suite.n8n.run(workflow);
		expect(failureOf(execution)).toBeUndefined();
		const [result] = outputsOf(execution, 'What Was Found and Done')[0] ?? [];
		return { result: result?.json, written: (await logs()).length - before };
	};
	const fieldsOf = async (view: string) => {
		const { data } = await suite.iconik.api.get<{ objects: View[] }>('/metadata/v1/views/');
		return data.objects
			.filter(({ name }) => name === view)
			.map(({ view_fields }) => view_fields.map(({ name }) => name));
	};

	test('makes what both sides lack, leaves what is there, and a second run writes nothing', async () => {
		const rights = await fieldsOf('Usage rights');
		const workflow = await imported();

		const first = await run(workflow);
		const second = await run(workflow);

		expect(first.result).toMatchObject({
			result: 'created',
			context_view: 'created',
			rights_view: 'found',
			environments: expect.arrayContaining(['production', 'staging']),
		});
		expect(await fieldsOf('Usage rights')).toEqual(rights);
		expect(second.result).toMatchObject({
			result: 'unchanged',
			added: [],
			context_view: 'unchanged',
			rights_view: 'found',
		});
		expect(second.written).toBe(0);
	});

	test('makes a view for the usage rights where iconik has none of that name', async () => {
		const workflow = await imported({ rightsView: 'Rights of the web team' });

		const first = await run(workflow);
		const second = await run(workflow);

		expect(first.result).toMatchObject({ rights_view: 'created' });
		expect(await fieldsOf('Rights of the web team')).toEqual([
			['RightsStart', 'RightsExpiry', 'RightsHolder', 'Territories', 'UsageNotes'],
		]);
		expect(second.result).toMatchObject({ rights_view: 'found' });
		expect(second.written).toBe(0);
	});

	test('makes none where rights shall not be checked', async () => {
		const { result, written } = await run(await imported({ rightsView: '' }));
		expect(result).toMatchObject({ rights_view: 'not wanted' });
		expect(written).toBe(0);
	});
});
