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
import { sandboxCredentials, saveCredentials } from './credentials';
import type { Options } from './options';
import { step } from './progress';
import { measure, type Result, type ScenarioContext } from './scenario';
import { scenarios } from './scenarios';
import { table } from './table';
import { importTemplates, publishTriggered, readTemplates } from './templates';

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
	const context = await step(
		'Import and publish the templates',
		async () => await setUp(n8n, connections),
	);

	const results: Result[] = [];
	for (const scenario of scenarios) {
		const result = await step(scenario.name, async () => await measure(scenario, context));
		events.add(`${result.ok ? '✔' : '✘'} ${result.name}: ${result.happened}`);
		results.push(result);
	}
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

async function setUp({ instance }: RunningN8n, connections: Connections): Promise<ScenarioContext> {
	const credentials = await saveCredentials(instance, sandboxCredentials(connections));
	const templates = await readTemplates();
	const workflows = await importTemplates(instance, templates, credentials, scenarios, connections);
	// Templates that react to the same events are chosen between by people, so only those that a scenario needs are switched on.
	const needed = [...workflows].filter(([file]) =>
		scenarios.some(({ templates: own }) => file in own),
	);
	await publishTriggered(
		instance,
		needed.map(([, workflow]) => workflow),
	);
	return {
		...connectServices(connections),
		n8n: instance,
		workflow: (file) => {
			const workflow = workflows.get(file);
			if (!workflow) throw new Error(`There is no template ${file}`);
			return workflow;
		},
	};
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
