import { retryAfterMs } from '../../../lib/retry';

/** A call that did not do what it should: the service's answer, or that there was none. */
export interface CallFailure {
	method: string;
	/** From `/v3` on, without the query. */
	path: string;
	/** Absent when the connection broke before an answer came. */
	status?: number;
	/** The parsed body, or the text of one that is not JSON. */
	body?: unknown;
	/** The network's own code, like ECONNREFUSED. */
	networkCode?: string;
	/** The workflow run was stopped. */
	cancelled?: boolean;
	retryAfterMs?: number;
	/** An earlier try of the same call may have been carried out. */
	isUncertain?: boolean;
}

/** What a call came to. Callers that can do something about a failure look at it; all others let it be thrown. */
export type Answer<T> = { ok: true; body: T } | { ok: false; failure: CallFailure };

/** Contentstack's error body, read defensively: each part may be missing, and gateways answer with HTML. */
export interface ServiceError {
	message?: string;
	code?: number;
	/** The reasons for each field, by its path. */
	fields: Record<string, string[]>;
}

export function serviceError(body: unknown): ServiceError {
	if (typeof body !== 'object' || body === null) return { fields: {} };
	const { error_message: message, error_code: code, errors } = body as Record<string, unknown>;
	return {
		...(typeof message === 'string' && { message }),
		...(Number.isFinite(Number(code)) && code !== undefined && { code: Number(code) }),
		fields: fieldReasons(errors),
	};
}

function fieldReasons(errors: unknown): Record<string, string[]> {
	if (typeof errors !== 'object' || errors === null) return {};
	return Object.fromEntries(
		Object.entries(errors).map(([field, reasons]) => [
			field,
			(Array.isArray(reasons) ? reasons : [reasons]).map((reason) =>
				typeof reason === 'string' ? reason : JSON.stringify(reason),
			),
		]),
	);
}

/** Whether a save was refused because another record has the value of this field already. */
export function isNotUnique({ status, body }: CallFailure, field: string): boolean {
	if (status !== 422 && status !== 409) return false;
	return (serviceError(body).fields[field] ?? []).some((reason) => /unique/i.test(reason));
}

/** Most of what is not there is answered with 422 and one of these codes, some with 404. */
export function isNotFound({ status, body }: CallFailure): boolean {
	const code = serviceError(body).code;
	return status === 404 || (status === 422 && [118, 141, 145].includes(code ?? 0));
}

/** Faults of an address: no other try will do better. */
const HOPELESS = /^(ENOTFOUND|ERR_INVALID|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/** Whether trying again cannot help, whatever the call is. */
export function isHopeless({ cancelled, networkCode = '' }: CallFailure): boolean {
	return cancelled === true || HOPELESS.test(networkCode);
}

/** Whether the call cannot have reached the service, so that any call may be repeated. */
export function wasNotSent(failure: CallFailure): boolean {
	const { networkCode = '' } = failure;
	return isHopeless(failure) || networkCode === 'ECONNREFUSED' || networkCode === 'EAI_AGAIN';
}

/** Whether the call may have been carried out although no proper answer came. */
export function mayHaveLanded(failure: CallFailure): boolean {
	const { status } = failure;
	return !wasNotSent(failure) && (status === undefined || status >= 500);
}

/** Reads what n8n's HTTP helper throws: the network's fault, or a 401 that a token refresh did not cure. */
export function failureOf(error: unknown, call: { method: string; path: string }): CallFailure {
	const { httpCode, context, cause, code } = error as {
		httpCode?: string | null;
		context?: { data?: unknown };
		cause?: { code?: string; response?: { headers?: Record<string, unknown> } };
		code?: string;
	};
	const status = Number(httpCode) || undefined;
	const networkCode = cause?.code ?? code;
	return {
		...call,
		...(status !== undefined && { status, body: context?.data }),
		...(status === undefined && networkCode !== undefined && { networkCode }),
		cancelled: networkCode === 'ERR_CANCELED',
		retryAfterMs: retryAfterMs(cause?.response?.headers?.['retry-after'], Date.now()),
	};
}
