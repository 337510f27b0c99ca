import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { accountOf } from './account';
import type { N8nAddress, SuiteConnections } from './suite';

/**
 * Most tests are not about the pace, and wait less with a bigger plan. With the usual one of 10 calls a second the scenarios of
 * `npm start` run.
 */
const CALLS_PER_SECOND = 50;

/**
 * Gives each test file services of its own, as fresh as a first day, while n8n is the same for all. When a test fails, it tells what
 * n8n and both services have done in the meantime, beside the failure itself.
 */
export default class E2eEnvironment extends TestEnvironment {
	private sandbox: Sandbox | undefined;
	private connections: SuiteConnections | undefined;
	private testStarted = 0;

	override async setup(): Promise<void> {
		await super.setup();
		const n8n = JSON.parse(process.env.E2E_N8N ?? '{}') as N8nAddress;
		this.sandbox = await startSandbox({
			contentstackPort: 0,
			iconikPort: 0,
			seed: 'demo',
			callsPerSecond: CALLS_PER_SECOND,
		});
		const { contentstack, iconik } = this.sandbox;
		this.connections = {
			contentstack: contentstack.connection,
			iconik: iconik.connection,
			n8n,
		};
		// Test files run in a context of their own; the environment is what reaches them.
		this.global.process.env.E2E_CONNECTIONS = JSON.stringify(this.connections);
	}

	override async teardown(): Promise<void> {
		await this.sandbox?.close();
		await super.teardown();
	}

	async handleTestEvent(event: Circus.AsyncEvent): Promise<void> {
		if (event.name === 'test_start') this.testStarted = Date.now();
		if (event.name !== 'test_fn_failure' || !this.connections) return;
		const account = await accountOf(this.connections, this.testStarted).catch(String);
		process.stderr.write(`\nWhat happened during "${event.test.name}":\n${account}\n`);
	}
}
