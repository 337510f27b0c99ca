import { TestEnvironment } from 'jest-environment-node';
import type { Circus } from '@jest/types';
import { accountOf } from './account';

/** When an end-to-end test fails, tells what n8n and both services have done in the meantime, beside the failure itself. */
export default class E2eEnvironment extends TestEnvironment {
	private startedAt = 0;

	async handleTestEvent(event: Circus.AsyncEvent): Promise<void> {
		if (event.name === 'test_start') this.startedAt = Date.now();
		if (event.name !== 'test_fn_failure') return;
		const name = event.test.name;
		const account = await accountOf(this.startedAt).catch((error: unknown) => String(error));
		process.stderr.write(`\nWhat happened during "${name}":\n${account}\n`);
	}
}
