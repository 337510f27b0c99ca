import { type IExecuteFunctions, NodeOperationError, sleep } from 'n8n-workflow';
import { retryAfterMs, retryDelay } from '../../../lib/retry';
import type { AssetFile } from './assetFile';

/** The API takes no more in one upload: https://www.contentstack.com/docs/developers/apis/content-management-api#upload-asset */
const LARGEST_UPLOAD = 100 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
const FETCH_ATTEMPTS = 4;

export type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** A file's bytes, on their way or at hand, and how many they are. */
export interface Content {
	bytes: Buffer | ByteStream;
	length: number;
	/** What the source says that it is. */
	mimeType?: string;
}

/** Opens the file's source. Bytes stay a stream where their number is known beforehand. */
export async function openContent(context: IExecuteFunctions, file: AssetFile): Promise<Content> {
	const { source } = file;
	if (source?.kind === 'url') return await fetchContent(context, file, source.url);
	const content =
		source?.kind === 'binary'
			? await binaryContent(context, source.index, source.property)
			: textContent(source?.text ?? '');
	assertSize(context, file, content.length);
	return content;
}

function textContent(text: string): Content {
	const bytes = Buffer.from(text, 'utf8');
	return { bytes, length: bytes.length };
}

async function binaryContent(
	context: IExecuteFunctions,
	index: number,
	property: string,
): Promise<Content> {
	const { helpers } = context;
	const binary = helpers.assertBinaryData(index, property);
	const { mimeType } = binary;
	if (binary.id === undefined) {
		const bytes = Buffer.from(binary.data, 'base64');
		return { bytes, length: bytes.length, mimeType };
	}
	const [bytes, { fileSize }] = await Promise.all([
		helpers.getBinaryStream(binary.id),
		helpers.getBinaryMetadata(binary.id),
	]);
	return { bytes, length: fileSize, mimeType };
}

interface Fetched {
	statusCode: number;
	headers: Record<string, string | undefined>;
	body: ByteStream;
}

/** The address may be signed: it is fetched without credentials and never shown. */
async function fetchContent(
	context: IExecuteFunctions,
	file: AssetFile,
	url: string,
): Promise<Content> {
	for (let attempt = 1; ; attempt++) {
		const { status, retryAfter, fetched } = await fetchOnce(context, url);
		if (fetched) return await contentOf(context, file, fetched);
		const delay = retryDelay(
			{ attempt, status, repeatable: true, retryAfterMs: retryAfterMs(retryAfter, Date.now()) },
			Math.random(),
		);
		if (delay === undefined || attempt >= FETCH_ATTEMPTS)
			throw new NodeOperationError(
				context.getNode(),
				`The file "${file.fileName}" could not be fetched: ${status === undefined ? 'its host does not answer' : `HTTP ${status}`}`,
				{
					description:
						'Nothing was uploaded. The address may have expired: let the step that makes it run again shortly before this one.',
				},
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

async function contentOf(
	context: IExecuteFunctions,
	file: AssetFile,
	{ headers, body }: Fetched,
): Promise<Content> {
	const mimeType = headers['content-type'];
	const length = Number(headers['content-length'] ?? NaN);
	if (Number.isFinite(length)) {
		if (length > LARGEST_UPLOAD) body.destroy();
		assertSize(context, file, length);
		return { bytes: body, length, mimeType };
	}
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body) {
		chunks.push(chunk as Buffer);
		size += (chunk as Buffer).length;
		assertSize(context, file, size);
	}
	return { bytes: Buffer.concat(chunks), length: size, mimeType };
}

function assertSize(context: IExecuteFunctions, { fileName }: AssetFile, length: number): void {
	if (length <= LARGEST_UPLOAD) return;
	throw new NodeOperationError(
		context.getNode(),
		`The file "${fileName}" is too large for Contentstack`,
		{
			description: `Its API takes 100 MB, this file has ${Math.ceil(length / 1024 / 1024)} MB or more. Keep a link to the file instead.`,
		},
	);
}
