import type { IDataObject } from 'n8n-workflow';
import { isNotFound } from './failure';
import type { Stack } from './stack';

/**
 * Deletes what is at a path. Throws when it is not there, unless an earlier try of this very call may have taken it away: then the
 * answer was lost, not the thing.
 */
export async function remove(stack: Stack, path: string, qs: IDataObject = {}): Promise<void> {
	const answer = await stack.attempt({ method: 'DELETE', path, qs });
	if (answer.ok || (answer.failure.isUncertain && isNotFound(answer.failure))) return;
	throw stack.errorFor(answer.failure);
}
