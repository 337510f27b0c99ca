import { failureOf, type Execution } from '../../../sandbox/n8n/execution';
import type { ImportedWorkflow } from '../../../sandbox/n8n/instance';
import type { Suite } from './suite';

/** Does something that starts `count` runs of a workflow at least, and waits until n8n is done with them. None may fail. */
export async function runsAfter(
	{ n8n }: Suite,
	workflow: ImportedWorkflow,
	count: number,
	act: () => Promise<unknown>,
): Promise<Execution[]> {
	const known = await n8n.executions(workflow);
	await act();
	const runs = await n8n.newExecutions(workflow, known, count);
	expect(runs.map(failureOf)).toEqual(runs.map(() => undefined));
	return runs;
}
