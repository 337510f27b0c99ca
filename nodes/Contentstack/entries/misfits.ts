import { NodeOperationError } from 'n8n-workflow';
import type { ContentType } from '../schema/contentType';
import type { Misfit } from '../schema/prepare';
import type { Stack } from '../transport/stack';

/** The error for values that do not fit the content type, naming each field and the reason. */
export function misfitError(
	stack: Stack,
	contentType: ContentType,
	misfits: Misfit[],
	advice: string,
): NodeOperationError {
	const lines = misfits.map(({ field, reason }) => `${field} ${reason}`);
	const error = new NodeOperationError(
		stack.context.getNode(),
		`The values do not fit the content type ${contentType.uid}: ${lines.join('; ')}`,
		{ description: `${advice} Nothing was written.` },
	);
	error.context.details = { misfits };
	return error;
}
