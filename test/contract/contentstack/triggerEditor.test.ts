import type { ILoadOptionsFunctions, INodeParameters, INodePropertyOptions } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withContentstack } from '../../support/sandbox';
import { contextOf, node } from './trigger';

const service = withContentstack();

type List = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;
const list = async (method: List, parameters: INodeParameters = {}) =>
	(await method.call(loadOptionsContext(contextOf(service, { parameters }) as never))).map(
		({ name }) => name,
	);
const { loadOptions } = node.methods;

it('content types, branches, environments and languages come from the stack', async () => {
	expect(await list(loadOptions.getContentTypes)).toEqual(
		expect.arrayContaining(['Page', 'Article', 'Campaign']),
	);
	expect(await list(loadOptions.getBranches)).toEqual(expect.arrayContaining(['main', 'develop']));
	expect(await list(loadOptions.getEnvironments)).toEqual(
		expect.arrayContaining(['production', 'staging']),
	);
	expect(await list(loadOptions.getLocales)).toHaveLength(3);
});

it('stages are those of the chosen workflow, or of all of them', async () => {
	expect(await list(loadOptions.getWorkflows)).toEqual(['Any Workflow', 'Editorial']);
	const [, editorial] = await loadOptions.getWorkflows.call(
		loadOptionsContext(contextOf(service, {}) as never),
	);
	const stages = ['Draft', 'Ready for Media', 'Review', 'Approved'];
	const events = ['workflowStageChanged'];
	const of = async (workflow: string) =>
		await list(loadOptions.getWorkflowStages, { events, workflow });
	expect(await of('')).toEqual(stages);
	expect(await of(String(editorial?.value))).toEqual(stages);
	expect(await of('blt0000000000000000')).toEqual([]);
});

it('every list that a field names is there', () => {
	const named = JSON.stringify(node.description.properties).matchAll(
		/"loadOptionsMethod":"(\w+)"/g,
	);
	expect([...new Set([...named].map(([, name]) => name))].sort()).toEqual(
		Object.keys(loadOptions).sort(),
	);
});
