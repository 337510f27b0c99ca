import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../apiError';
import { isRecord } from '../records';
import type { Fields } from '../state';
import { bodyOf } from './body';

export interface FormFile {
	filename: string;
	contentType: string;
	bytes: Buffer;
}

/** Reads `key[upload]`, `key[title]` and so on from a form, or the object under `key` of a JSON body. */
export async function readForm(
	request: FastifyRequest,
	key: string,
): Promise<{ fields: Fields; file?: FormFile }> {
	if (!request.isMultipart()) {
		const part = bodyOf(request)[key];
		return { fields: isRecord(part) ? part : {} };
	}
	const fields: Fields = {};
	let file: FormFile | undefined;
	try {
		for await (const part of request.parts()) {
			const [, group, name] = /^(\w+)\[(\w+)\]$/.exec(part.fieldname) ?? [];
			if (part.type !== 'file') {
				if (group === key && name !== undefined) fields[name] = part.value;
				continue;
			}
			const bytes = await part.toBuffer();
			if (group === key && name === 'upload')
				file = { filename: part.filename, contentType: part.mimetype, bytes };
		}
	} catch (error) {
		if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
		throw new ApiError(422, 145, 'The file could not be uploaded. Please try again.', {
			upload: ['is larger than 100 MB.'],
		});
	}
	return { fields, ...(file && { file }) };
}
