import { NodeOperationError } from 'n8n-workflow';
import { mayHaveLanded } from './failure';
import type { Call, Stack } from './stack';

/**
 * Makes a call that cannot be looked for afterwards and so is never repeated. Where no proper answer comes, the error says that it
 * may have been carried out.
 * @param what was to be done, as in "Whether ${what} is not known"
 * @param advice what to do before trying again
 */
export async function requestOnce<T>(
	stack: Stack,
	call: Call,
	what: string,
	advice: string,
): Promise<T> {
	const answer = await stack.attempt<T>(call);
	if (answer.ok) return answer.body;
	const error = stack.errorFor(answer.failure);
	if (!mayHaveLanded(answer.failure)) throw error;
	throw new NodeOperationError(
		stack.context.getNode(),
		`Whether ${what} is not known: ${error.message}`,
		{ description: `${advice} ${error.description ?? ''}`.trim() },
	);
}
