import { type IExecuteFunctions, NodeOperationError, sleep } from 'n8n-workflow';
import { retryAfterMs, retryDelay } from '../../../lib/retry';

const TIMEOUT_MS = 60_000;
const ATTEMPTS = 4;

export type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** A file on its way. */
export interface Fetched {
	statusCode: number;
	headers: Record<string, string | undefined>;
	body: ByteStream;
}

/**
 * Opens a file at its address as a stream. The address may be signed: it is fetched without credentials and never shown. Throws a
 * NodeOperationError with `advice` when it cannot be had.
 */
export async function fetchFile(
	context: IExecuteFunctions,
	{ fileName }: { fileName: string },
	url: string,
	advice: string,
): Promise<Fetched> {
	for (let attempt = 1; ; attempt++) {
		const { status, retryAfter, fetched } = await fetchOnce(context, url);
		if (fetched) return fetched;
		const delay = retryDelay(
			{ attempt, status, repeatable: true, retryAfterMs: retryAfterMs(retryAfter, Date.now()) },
			Math.random(),
		);
		if (delay === undefined || attempt >= ATTEMPTS)
			throw new NodeOperationError(
				context.getNode(),
				`The file "${fileName}" could not be fetched: ${status === undefined ? 'its host does not answer' : `HTTP ${status}`}`,
				{ description: advice },
			);
		await sleep(delay);
	}
}

async function fetchOnce(
	context: IExecuteFunctions,
	url: string,
): Promise<{ status?: number; retryAfter?: string; fetched?: Fetched }> {
	try {
		const fetched = (await context.helpers.httpRequest({
			url,
			encoding: 'stream',
			// A compressed answer would have another length than its content.
			headers: { 'accept-encoding': 'identity' },
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout: TIMEOUT_MS,
		})) as Fetched;
		if (fetched.statusCode === 200) return { fetched };
		fetched.body.destroy();
		return { status: fetched.statusCode, retryAfter: fetched.headers['retry-after'] };
	} catch {
		return {};
	}
}
