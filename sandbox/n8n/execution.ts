export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: 'new' | 'running' | 'waiting' | 'success' | 'error' | 'canceled' | 'crashed' | 'unknown';
	startedAt: string;
	stoppedAt: string | null;
}

export interface Item {
	json: Record<string, unknown>;
	error?: { message: string };
}

interface NodeRun {
	executionStatus: string;
	error?: { message: string; description?: string };
	data?: { main?: Array<Item[] | null> };
}

export interface Execution extends ExecutionSummary {
	data: {
		resultData: {
			runData: Record<string, NodeRun[]>;
			lastNodeExecuted?: string;
			error?: { message: string; description?: string; node?: { name: string } };
		};
	};
}

/** Whether n8n has nothing more to do on it. */
export function isOver({ status }: ExecutionSummary): boolean {
	return !['new', 'running', 'waiting', 'unknown'].includes(status);
}

/** What a node put out in its last run, one list of items for each output. Empty when the node did not run. */
export function outputsOf(execution: Execution, node: string): Item[][] {
	const main = execution.data.resultData.runData[node]?.at(-1)?.data?.main ?? [];
	return main.map((items) => items ?? []);
}

/** The names of the nodes that ran, in the order of their first run. */
export function nodesRun(execution: Execution): string[] {
	return Object.keys(execution.data.resultData.runData);
}

/** Why it failed, with the node's name, or `undefined` when it did not. */
export function failureOf(execution: Execution): string | undefined {
	const { error, lastNodeExecuted } = execution.data.resultData;
	if (!error) return undefined;
	return `${error.node?.name ?? lastNodeExecuted ?? 'n8n'}: ${error.message}`;
}

/**
 * Reads the form in which n8n stores execution data: a table whose first row is the root, where a text inside an object or a list
 * is the number of the row that holds the real value. Rows may refer to each other in circles.
 */
export function readTable(text: string): unknown {
	const rows = JSON.parse(text) as unknown[];
	const built = new Map<number, unknown>();
	const row = (index: number): unknown => {
		const stored = rows[index];
		if (typeof stored !== 'object' || stored === null) return stored;
		if (built.has(index)) return built.get(index);
		const result: Record<string, unknown> | unknown[] = Array.isArray(stored) ? [] : {};
		built.set(index, result);
		for (const [key, value] of Object.entries(stored))
			Object.assign(result, { [key]: typeof value === 'string' ? row(Number(value)) : value });
		return result;
	};
	return row(0);
}
