import {
	NodeOperationError,
	sleep,
	type IBinaryData,
	type IExecuteFunctions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';
import { retryAfterMs, retryDelay } from '../../../lib/retry';

const TIMEOUT_MS = 60_000;
const ATTEMPTS = 4;

type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;
const NOT_REACHED =
	'iconik only links to its storages. Files on a storage on the premises cannot be fetched from the cloud: use a proxy, or export the file to a location in the cloud.';

export interface Download {
	url: string;
	fileName: string;
}

/**
 * Streams a file into n8n's binary data. The address is signed: it is fetched without credentials and shown nowhere, neither in
 * what comes out nor in errors.
 */
export async function download(
	context: IExecuteFunctions,
	{ url, fileName }: Download,
): Promise<IBinaryData> {
	for (let attempt = 1; ; attempt++) {
		const { status, retryAfter, fetched } = await open(context, url);
		if (fetched)
			return await context.helpers.prepareBinaryData(
				fetched.body as ByteStream,
				fileName,
				typeOf(fetched),
			);
		const delay = retryDelay(
			{ attempt, status, repeatable: true, retryAfterMs: retryAfterMs(retryAfter, Date.now()) },
			Math.random(),
		);
		if (delay === undefined || attempt >= ATTEMPTS) throw failure(context, fileName, status);
		await sleep(delay);
	}
}

async function open(
	context: IExecuteFunctions,
	url: string,
): Promise<{ status?: number; retryAfter?: unknown; fetched?: IN8nHttpFullResponse }> {
	try {
		const fetched = (await context.helpers.httpRequest({
			url,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout: TIMEOUT_MS,
		})) as IN8nHttpFullResponse;
		if (fetched.statusCode === 200) return { fetched };
		(fetched.body as ByteStream).destroy();
		return { status: fetched.statusCode, retryAfter: fetched.headers['retry-after'] };
	} catch {
		return {};
	}
}

function typeOf({ headers }: IN8nHttpFullResponse): string | undefined {
	const type = headers['content-type'];
	return typeof type === 'string' ? type.split(';')[0] : undefined;
}

function failure(context: IExecuteFunctions, fileName: string, status?: number) {
	return status === undefined
		? new NodeOperationError(
				context.getNode(),
				`The file "${fileName}" could not be fetched: its storage does not answer`,
				{ description: NOT_REACHED },
			)
		: new NodeOperationError(
				context.getNode(),
				`The file "${fileName}" could not be fetched: its storage answered with ${status}`,
				{
					description:
						'The link that iconik gave may have ended, or the file is no longer in its storage. Run this step again.',
				},
			);
}
