import { writes } from '../../../sandbox/client/controlApi';
import { isOver } from '../../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../../sandbox/n8n/instance';
import type { Suite } from './suite';

const TIMES = 5;
const QUIET_MS = 1500;
const QUIET_WITHIN_MS = 120_000;

/** How many events each service has delivered. */
export interface Delivered {
	contentstack: number;
	iconik: number;
}

export async function deliveredSoFar({ contentstack, iconik }: Suite): Promise<Delivered> {
	return {
		contentstack: (await contentstack.control.deliveries()).length,
		iconik: (await iconik.control.deliveries()).length,
	};
}

/** How often each service was written to. */
export async function writesSoFar({ contentstack, iconik }: Suite) {
	return {
		contentstack: writes(await contentstack.control.log()).length,
		iconik: writes(await iconik.control.log()).length,
	};
}

/** How often each service was written to while something ran. */
export async function writtenDuring(suite: Suite, act: () => Promise<unknown>) {
	const before = await writesSoFar(suite);
	await act();
	const now = await writesSoFar(suite);
	return {
		contentstack: now.contentstack - before.contentstack,
		iconik: now.iconik - before.iconik,
	};
}

/**
 * All that the services have delivered since then is delivered again, five times, and the last one first. Returns once n8n has had
 * nothing more to do for a while.
 * @returns what was written meanwhile, and how many runs there were
 */
export async function replayBackwards(suite: Suite, workflow: ImportedWorkflow, since: Delivered) {
	const known = (await suite.n8n.executions(workflow)).map(({ id }) => id);
	const written = await writtenDuring(suite, async () => {
		await Promise.all([
			suite.contentstack.control.replay(since.contentstack, TIMES),
			suite.iconik.control.replay(since.iconik, TIMES),
		]);
		await quiet(suite, workflow);
	});
	const runs = (await suite.n8n.executions(workflow)).filter(({ id }) => !known.includes(id));
	return { written, runs: runs.length };
}

/** Waits until a workflow's runs are over and none has begun for a while: some triggers gather events before they start one. */
export async function quiet({ n8n }: Suite, workflow: ImportedWorkflow): Promise<void> {
	let last = { newest: '', since: Date.now() };
	await until(`"${workflow.name}" has nothing to do`, QUIET_WITHIN_MS, async () => {
		const all = await n8n.executions(workflow);
		const newest = all[0]?.id ?? '';
		if (newest !== last.newest || !all.every(isOver)) last = { newest, since: Date.now() };
		return Date.now() - last.since >= QUIET_MS ? true : undefined;
	});
}
