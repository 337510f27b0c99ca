import type { IExecuteFunctions } from 'n8n-workflow';
import type { SingleUseBody } from '../transport/stack';
import { openContent, type SourceFile } from './content';
import { multipart } from './multipart';

/** An upload may take this long, in milliseconds. */
export const UPLOAD_TIMEOUT_MS = 300_000;

/**
 * The form that creates an asset or replaces its file, with the bytes flowing through as they come.
 * @param fields the form's texts, such as `asset[title]`
 */
export async function uploadBody(
	context: IExecuteFunctions,
	file: SourceFile,
	fields: Record<string, string>,
): Promise<SingleUseBody> {
	const content = await openContent(context, file);
	const mimeType = file.mimeType || content.mimeType || 'application/octet-stream';
	return multipart(fields, 'asset[upload]', { name: file.fileName, mimeType, content });
}
