import type { FastifyRequest } from 'fastify';
import { unprocessable } from '../apiError';
import { isRecord } from '../records';
import type { Fields } from '../state';

/** The object that a body carries under its one key, like `{"entry":{…}}`, or the answer for a body without it. */
export function partOf({ body }: FastifyRequest, name: string): Fields {
	const part = isRecord(body) ? body[name] : undefined;
	if (isRecord(part)) return part;
	throw unprocessable(141, 'Please try again with valid parameters.', { [name]: ['is required.'] });
}

/** A body that may be absent. */
export function bodyOf({ body }: FastifyRequest): Fields {
	return isRecord(body) ? body : {};
}
