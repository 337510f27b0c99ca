import type { INode, INodeParameters } from 'n8n-workflow';
import { coreNodes } from '../support/coreNodes';
import { runWorkflow } from '../support/engine';

const step = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters = {},
): INode => ({
	id: name,
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	position: [0, 0],
	parameters,
});

const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];

const isReady = {
	combinator: 'and',
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	conditions: [
		{
			id: 'c1',
			leftValue: '={{ $json.state }}',
			rightValue: 'ready',
			operator: { type: 'string', operation: 'equals' },
		},
	],
};

const run = async (config: INodeParameters) =>
	await runWorkflow({
		nodes: [
			step('Start', 'manualTrigger', 1),
			step('Config', 'set', 3.4, config),
			step('Ready?', 'if', 2.2, { conditions: isReady }),
			step('Publish', 'noOp', 1),
			step('Hold', 'noOp', 1),
		],
		connections: {
			Start: { main: [to('Config')] },
			Config: { main: [to('Ready?')] },
			'Ready?': { main: [to('Publish'), to('Hold')] },
		},
		nodeTypes: coreNodes(),
		start: 'Start',
		items: [{ state: 'ready' }, { state: 'held' }],
	});

const assignments = {
	assignments: [
		{ id: 'a1', name: 'locale', value: '={{ "en-" + "us" }}', type: 'string' },
		{ id: 'a2', name: 'limit', value: 5, type: 'number' },
	],
};

describe('a workflow with n8n nodes that are stood in for', () => {
	it('sets fields beside those of the input and divides the items', async () => {
		const { status, outputs } = await run({ assignments, includeOtherFields: true });
		expect(status).toBe('success');
		const reached = (name: string) => outputs[name]?.[0]?.map(({ json }) => json);
		expect(reached('Publish')).toEqual([{ state: 'ready', locale: 'en-us', limit: 5 }]);
		expect(reached('Hold')).toEqual([{ state: 'held', locale: 'en-us', limit: 5 }]);
	});

	it('keeps only the set fields when the others are not wanted', async () => {
		const { outputs } = await run({ assignments });
		expect(outputs.Config?.[0]?.[0]?.json).toEqual({ locale: 'en-us', limit: 5 });
	});

	it('stops at a setting that the stand-in does not imitate', async () => {
		const { status, error } = await run({ mode: 'raw' });
		expect(status).toBe('error');
		expect(error?.message).toContain('does not know mode "raw"');
	});
});
