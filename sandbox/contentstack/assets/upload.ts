import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../apiError';
import { bodyOf } from '../routes/body';
import { isRecord, strings } from '../records';
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

/** Reads `asset[upload]`, `asset[title]` and so on from a form, or the `asset` object of a JSON body. */
export async function readAssetInput(request: FastifyRequest): Promise<AssetInput> {
	if (!request.isMultipart()) {
		const { asset } = bodyOf(request);
		return { fields: isRecord(asset) ? asset : {} };
	}
	const input: AssetInput = { fields: {} };
	try {
		for await (const part of request.parts()) {
			const name = /^asset\[(\w+)\]$/.exec(part.fieldname)?.[1];
			if (part.type !== 'file') {
				if (name) input.fields[name] = part.value;
				continue;
			}
			const bytes = await part.toBuffer();
			if (name === 'upload') input.file = fileOf(part.filename, part.mimetype, bytes);
		}
	} catch (error) {
		if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
		throw new ApiError(422, 145, 'Asset creation failed. Please try again.', {
			upload: ['is larger than 100 MB.'],
		});
	}
	return input;
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
