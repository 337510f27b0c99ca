import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { connectServices, type Connections } from '../client/services';
import { startConsole } from '../console/server';
import { startN8n, type RunningN8n } from '../n8n';
import { packageTarball } from '../n8n/packageTarball';
import { freePort, listening } from '../ports';
import { startSandbox } from '../sandbox';
import { EventLog } from '../console/eventLog';
import type { Closers } from './closers';
import { neededBy, openLane, prepare, runLane, type Lane, type LaneOptions } from './lane';
import type { Options } from './options';
import { step } from './progress';
import type { Result } from './scenario';
import { aside, shown, switchedOn } from './scenarios';
import { table } from './table';
import { readTemplates } from './templates';

/**
 * Starts the sandbox and n8n with the packed package and all templates, runs every scenario and prints what each did.
 * @param closers takes what ends all that is running
 * @returns whether each scenario did what it should
 */
export async function runWithSandbox(
	options: Options,
	root: string,
	closers: Closers,
): Promise<{ ok: boolean; n8n: RunningN8n }> {
	const port = await freePort('n8n-port', options.n8nPort);
	const events = new EventLog();
	const [tarball, { connections, consoleUrl }] = await Promise.all([
		step('Build and pack the package', packageTarball),
		startServices(options, events, closers),
	]);
	const userFolder = join(root, '.tmp', 'sandbox-n8n', String(process.pid));
	const n8n = await step(
		'Start n8n',
		async () => await startN8n({ userFolder, port, tarballs: [tarball] }),
	);
	closers.add(n8n.stop);
	const templates = await readTemplates();
	const { instance } = n8n;
	const lanes = await step('Import the templates', async () => {
		const common = { n8n: instance, templates, consoleUrl };
		const first = await openLane({ ...common, connections, scenarios: shown });
		return { first, others: await openOthers(common, closers) };
	});

	const all = await Promise.all([
		runLane(lanes.first, events, true),
		...lanes.others.map(async (lane) => {
			await prepare(lane);
			return await runLane(lane, events, false);
		}),
	]);
	const results = inOrder(all.flat());
	if (!options.once) await leaveForPeople(lanes.first, lanes.others);
	const good = results.filter(({ ok }) => ok).length;
	const ok = good === results.length;
	console.log(`\n${table(results)}\n`);
	if (ok) closers.add(async () => await rm(userFolder, { recursive: true, force: true }), 'last');
	else console.log(`What n8n itself wrote is in ${n8n.log}`);
	if (!options.once) console.log(whereToLook(n8n, consoleUrl, connections));
	console.log(`${good} of ${results.length} scenarios did what they should`);
	return { ok, n8n };
}

async function startServices(options: Options, events: EventLog, closers: Closers) {
	const sandbox = await startSandbox({ ...options, seed: 'demo' });
	closers.add(sandbox.close);
	const connections: Connections = {
		contentstack: sandbox.contentstack.connection,
		iconik: sandbox.iconik.connection,
	};
	const page = await listening(
		'console-port',
		options.consolePort,
		async () =>
			await startConsole({
				port: options.consolePort,
				services: connectServices(connections),
				events,
			}),
	);
	closers.add(page.close);
	return { connections, consoleUrl: page.url };
}

/** A lane for each list of scenarios that run aside, on services that nobody else uses. */
async function openOthers(
	common: Pick<LaneOptions, 'n8n' | 'templates' | 'consoleUrl'>,
	closers: Closers,
): Promise<Lane[]> {
	const opened = aside.map(async (scenarios, index) => {
		const { contentstack, iconik, close } = await startSandbox({
			contentstackPort: 0,
			iconikPort: 0,
			seed: 'demo',
		});
		closers.add(close);
		const connections = { contentstack: contentstack.connection, iconik: iconik.connection };
		const templates = neededBy(scenarios, common.templates);
		const suffix = ` (aside ${index + 1})`;
		return await openLane({ ...common, templates, connections, scenarios, suffix });
	});
	return await Promise.all(opened);
}

/** By the numbers of their templates. */
function inOrder(results: readonly Result[]): Result[] {
	return [...results].sort((a, b) => a.template.localeCompare(b.template));
}

/** Only what works on the services that people see stays, and more of it is switched on. */
async function leaveForPeople(first: Lane, others: readonly Lane[]): Promise<void> {
	const removing = others.flatMap(({ workflows, context: { n8n } }) =>
		[...workflows.values()].map(async (workflow) => await n8n.removeWorkflow(workflow)),
	);
	await Promise.all(removing);
	const { n8n, workflow } = first.context;
	for (const { templates } of switchedOn)
		for (const file of Object.keys(templates)) await n8n.publish(workflow(file));
}

function whereToLook(n8n: RunningN8n, consoleUrl: string, connections: Connections): string {
	const { email, password } = n8n.instance.login;
	return [
		`n8n                     ${n8n.url}   (${email}, ${password})`,
		`console                 ${consoleUrl}`,
		`simulated Contentstack  ${connections.contentstack.baseUrl}/_sandbox/state`,
		`simulated iconik        ${connections.iconik.baseUrl}/_sandbox/state`,
		'Everything stays up until Ctrl-C.',
		'',
	].join('\n');
}
