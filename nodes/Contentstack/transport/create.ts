import { sleep } from 'n8n-workflow';
import { mayHaveLanded } from './failure';
import type { Call, Stack } from './stack';

const ATTEMPTS = 3;
const LOOK_AFTER_MS = 1000;

/**
 * Makes something by a POST that must not be made twice: after a try that may have been carried out although no proper answer came,
 * it is looked for first.
 * @param find what was made, when it can be found
 */
export async function createOnce<T>(
	stack: Stack,
	call: Call,
	find: () => Promise<T | undefined>,
	read: (body: never) => T,
): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		const answer = await stack.attempt(call);
		if (answer.ok) return read(answer.body as never);
		if (!mayHaveLanded(answer.failure)) throw stack.errorFor(answer.failure);
		await sleep(LOOK_AFTER_MS);
		const found = await find();
		if (found !== undefined) return found;
		if (attempt >= ATTEMPTS) throw stack.errorFor(answer.failure);
	}
}
