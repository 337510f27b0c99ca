import type { FastifyRequest } from 'fastify';
import { strings } from '../records';
import { readForm } from '../routes/form';
import type { AssetVersion, Fields } from '../state';
import { newUploadUid } from '../uids';
import { dimensionOf } from './dimension';

/** "Upload assets": 100 MB through the API. */
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024;

/** What an asset call carries, whether it came as a form or as JSON. */
export interface AssetInput {
	file?: Pick<AssetVersion, 'upload' | 'filename' | 'contentType' | 'bytes' | 'dimension'>;
	fields: Fields;
}

export async function readAssetInput(request: FastifyRequest): Promise<AssetInput> {
	const { fields, file } = await readForm(request, 'asset');
	return { fields, ...(file && { file: fileOf(file.filename, file.contentType, file.bytes) }) };
}

/** A file as an asset version keeps it. Characters that addresses do not take become `_` in its name. */
export function fileOf(
	filename: string,
	contentType: string,
	bytes: Buffer,
): NonNullable<AssetInput['file']> {
	const dimension = dimensionOf(bytes);
	return {
		upload: newUploadUid(),
		filename: filename.replace(/[#%^+\\/?*:"'{}=,| ]/g, '_'),
		contentType,
		bytes,
		...(dimension && { dimension }),
	};
}

/** Tags come as one comma-joined text in a form and as a list in JSON. */
export function tagsIn(sent: unknown): string[] {
	if (typeof sent !== 'string') return strings(sent);
	return sent
		.split(',')
		.map((tag) => tag.trim())
		.filter((tag) => tag !== '');
}
