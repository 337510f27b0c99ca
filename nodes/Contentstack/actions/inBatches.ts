import { type IDataObject, type IExecuteFunctions, NodeApiError } from 'n8n-workflow';
import { batches, type Outcome } from '../../../lib/batches';
import type { Result } from './operation';

/** Sends some pieces with one call and gives what each item gets out. Throws when the call was refused. */
export type Send<T> = (batch: T[]) => Promise<(piece: T) => IDataObject>;

/**
 * Sends pieces together, at most `size` with a call, one call after the other, and notes each one's outcome at its item's index. The
 * service refuses a batch as a whole: where the node goes on after errors, a refused one is halved until what is at fault stands
 * alone. Otherwise nothing is sent after the first refusal.
 * @returns whether there may be further calls
 */
export async function inBatches<T extends { index: number }>(
	context: IExecuteFunctions,
	pieces: readonly T[],
	size: number,
	outcomes: Array<Outcome<Result>>,
	send: Send<T>,
): Promise<boolean> {
	for (const batch of batches(pieces, size)) {
		try {
			const answer = await send(batch);
			for (const piece of batch) outcomes[piece.index] = { ok: true, value: answer(piece) };
		} catch (error) {
			for (const { index } of batch) outcomes[index] = { ok: false, error };
			if (!context.continueOnFail()) return false;
			if (batch.length > 1 && isRefusal(error))
				await inBatches(context, batch, Math.ceil(batch.length / 2), outcomes, send);
		}
	}
	return true;
}

/** Whether the service understood the call and said no, so that a part of it may pass. */
function isRefusal(error: unknown): boolean {
	const status = error instanceof NodeApiError ? Number(error.httpCode) : 0;
	return status >= 400 && status < 500 && ![401, 403, 429].includes(status);
}
