import {
	prepareBinaryData,
	serverData,
	testWorkflow,
	workflowNode,
	type ConfiguredNode,
	type NodeTypeMap,
} from './surroundings';
import { WorkflowExecute } from 'n8n-core';
import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
	OnError,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, NodeConnectionTypes, UserError } from 'n8n-workflow';

export { hookContext, webhookContext, type AnsweredResponse } from './hookContexts';
export { credentialTest, loadOptionsContext } from './editorContexts';

/** An error as n8n stores it with an execution: a plain object, not an Error. */
export interface StoredError {
	message: string;
	description?: string | null;
	/** A string, like `'404'`. */
	httpCode?: string | null;
	context?: IDataObject;
}

export type Items = ReadonlyArray<IDataObject | INodeExecutionData>;

export interface NodeRun {
	/** Items by output branch. With `continueErrorOutput` the last branch is that of the errors. Empty when the node failed. */
	output: INodeExecutionData[][];
	error?: StoredError;
	/** The whole run, with hints and timing. */
	run: IRun;
}

export interface NodeRunOptions extends ConfiguredNode {
	/** Input: plain JSON objects, or n8n items (with binary data, pairedItem). None: the node is not run at all. */
	items?: Items;
	onError?: OnError;
	mode?: WorkflowExecuteMode;
	/** Other settings of the node, like `retryOnFail`, `executeOnce`, `alwaysOutputData`. */
	settings?: Partial<INode>;
}

/**
 * Runs one node in n8n's own engine, from the class instance. The items come out of a node named `Start` before it.
 * A node that fails gives `error`; a set-up that the engine refuses to start (a required parameter or credential missing) rejects.
 */
export async function runNode(options: NodeRunOptions): Promise<NodeRun> {
	const node = { ...workflowNode(options), ...options.settings, onError: options.onError };
	const { outputs, error, run } = await runWorkflow({
		...options,
		nodes: [startNode, node],
		connections: {
			Start: { main: [[{ node: node.name, type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		nodeTypes: { [options.type]: options.node },
		start: 'Start',
	});
	return { output: outputs[node.name] ?? [], error, run };
}

export interface WorkflowRunOptions extends Pick<
	ConfiguredNode,
	'credentials' | 'credentialTypes'
> {
	nodes: INode[];
	connections: IConnections;
	/** Every node type that the workflow uses; `test.start`, which passes its items on, is always there. */
	nodeTypes: NodeTypeMap;
	/** Name of the node that `items` are given to. A trigger passes them on as the event. */
	start: string;
	items?: Items;
	mode?: WorkflowExecuteMode;
	staticData?: IDataObject;
}

export interface WorkflowRun {
	status: IRun['status'];
	/** Each node's output branches in its last run; nodes that did not run are absent. */
	outputs: Record<string, INodeExecutionData[][]>;
	/** What stopped the workflow. */
	error?: StoredError;
	run: IRun;
}

/** Runs several connected nodes in n8n's own engine, beginning with the items at the node `start`. */
export async function runWorkflow(options: WorkflowRunOptions): Promise<WorkflowRun> {
	await prepareBinaryData();
	const mode = options.mode ?? 'trigger';
	const { nodes, connections, nodeTypes, staticData, start } = options;
	const workflow = testWorkflow(
		nodes,
		connections,
		{ 'test.start': passThrough, ...nodeTypes },
		staticData,
	);
	const first = workflow.getNode(start);
	if (!first) throw new UserError(`The workflow has no node "${start}"`);
	const input = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{ node: first, data: { main: [toItems(options.items ?? [{}])] }, source: null },
			],
		},
	});
	const run = await new WorkflowExecute(
		serverData(options, mode),
		mode,
		input,
	).processRunExecutionData(workflow);
	const { runData, error } = run.data.resultData;
	const outputs = Object.entries(runData).map(([name, runs]) => [
		name,
		(runs.at(-1)?.data?.main ?? []).map((branch) => branch ?? []),
	]);
	return {
		status: run.status,
		outputs: Object.fromEntries(outputs),
		error: error as StoredError | undefined,
		run,
	};
}

/** Plain objects as n8n items; what has the shape of an item already stays as it is. */
export function toItems(items: Items): INodeExecutionData[] {
	const isItem = (item: IDataObject | INodeExecutionData): item is INodeExecutionData =>
		'json' in item && typeof item.json === 'object';
	return items.map((item) => (isItem(item) ? item : { json: item }));
}

const passThrough: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['input'],
		version: 1,
		description: 'Passes on the items of the test',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

const startNode: INode = {
	id: 'start',
	name: 'Start',
	type: 'test.start',
	typeVersion: 1,
	position: [-200, 0],
	parameters: {},
};
