import { NodeApiError, sleep } from 'n8n-workflow';
import { mayHaveLanded } from './errors';

const TRIES = 3;
const PAUSE_MS = 1000;

/**
 * Makes something that must exist only once. When the call that makes it broke off, it may have landed all the same: so it is looked
 * for again before it is made again.
 */
export async function ensure<T>(
	find: () => Promise<T | undefined>,
	make: () => Promise<T>,
): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		const found = await find();
		if (found !== undefined) return found;
		try {
			return await make();
		} catch (error) {
			if (attempt >= TRIES || !mayHaveLanded(error)) {
				throw new NodeApiError((error as NodeApiError).node, error as never);
			}
			await sleep(PAUSE_MS * attempt);
		}
	}
}
