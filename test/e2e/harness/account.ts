import { connectServices, type Services } from '../../../sandbox/client/services';
import { failureOf, isOver, type ExecutionSummary } from '../../../sandbox/n8n/execution';
import { N8nInstance } from '../../../sandbox/n8n/instance';
import type { SuiteConnections } from './suite';

const MOST_LINES = 40;

/**
 * The executions since a moment with their ends, what the services delivered to n8n, and which calls they refused, one line each.
 * @param since milliseconds since 1970, by this machine's clock
 */
export async function accountOf(
	{ n8n: address, ...connections }: SuiteConnections,
	since: number,
): Promise<string> {
	const services = connectServices(connections);
	const n8n = await N8nInstance.connect(address.url, address.login);
	const parts = await Promise.all([
		executions(n8n, since),
		deliveries(services),
		refusals(services),
	]);
	return parts.flat().join('\n');
}

async function executions(n8n: N8nInstance, since: number): Promise<string[]> {
	const all = await Promise.all(
		(await n8n.workflows()).map(async (workflow) => {
			const own = await n8n.executions(workflow, MOST_LINES);
			const recent = own.filter(({ stoppedAt }) => !stoppedAt || Date.parse(stoppedAt) >= since);
			return await Promise.all(recent.map(async (one) => await told(n8n, workflow.name, one)));
		}),
	);
	return ['Executions:', ...all.flat().sort().slice(-MOST_LINES)];
}

async function told(n8n: N8nInstance, name: string, summary: ExecutionSummary): Promise<string> {
	const { id, startedAt, stoppedAt, status } = summary;
	const failure = isOver(summary) ? failureOf(await n8n.execution(id)) : undefined;
	const ran = `${startedAt} to ${stoppedAt ?? 'now'}`;
	return `  ${ran} ${status} "${name}"${failure ? `: ${failure}` : ''}`;
}

async function deliveries({ contentstack, iconik }: Services): Promise<string[]> {
	const lists = await Promise.all(
		Object.entries({ contentstack, iconik }).map(async ([service, { control }]) =>
			(await control.deliveries())
				.slice(-MOST_LINES / 4)
				.map(
					({ time, status, error, milliseconds, body }) =>
						`  ${time} ${service} ${status ?? error}, ${milliseconds} ms: ${JSON.stringify(body).slice(0, 160)}`,
				),
		),
	);
	return ['The latest deliveries:', ...lists.flat()];
}

async function refusals({ contentstack, iconik }: Services): Promise<string[]> {
	const lists = await Promise.all(
		Object.entries({ contentstack, iconik }).map(async ([service, { control }]) =>
			(await control.log())
				.filter(({ status }) => status >= 400)
				.slice(-MOST_LINES / 4)
				.map(
					({ time, method, path, status }) => `  ${time} ${service} ${method} ${path} ${status}`,
				),
		),
	);
	return ['The latest refused calls:', ...lists.flat()];
}
