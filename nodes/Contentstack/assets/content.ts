import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { AssetFile } from './assetFile';
import { type ByteStream, type Fetched, fetchFile } from './fetchFile';

/** The API takes no more in one upload: https://www.contentstack.com/docs/developers/apis/content-management-api#upload-asset */
const LARGEST_UPLOAD = 100 * 1024 * 1024;
const NOT_UPLOADED =
	'Nothing was uploaded. The address may have expired: let the step that makes it run again shortly before this one.';

/** A file's bytes, on their way or at hand, and how many they are. */
export interface Content {
	bytes: Buffer | ByteStream;
	length: number;
	/** What the source says that it is. */
	mimeType?: string;
}

/** What must be known of a file to read it. */
export type SourceFile = Pick<AssetFile, 'fileName' | 'mimeType' | 'source'>;

/** Opens the file's source. Bytes stay a stream where their number is known beforehand. */
export async function openContent(context: IExecuteFunctions, file: SourceFile): Promise<Content> {
	const { source } = file;
	if (source?.kind === 'url')
		return await contentOf(context, file, await fetchFile(context, file, source.url, NOT_UPLOADED));
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

async function contentOf(
	context: IExecuteFunctions,
	file: SourceFile,
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

function assertSize(context: IExecuteFunctions, { fileName }: SourceFile, length: number): void {
	if (length <= LARGEST_UPLOAD) return;
	throw new NodeOperationError(
		context.getNode(),
		`The file "${fileName}" is too large for Contentstack`,
		{
			description: `Its API takes 100 MB, this file has ${Math.ceil(length / 1024 / 1024)} MB or more. Keep a link to the file instead.`,
		},
	);
}
