import type { ErrorObject, ValidateFunction } from 'ajv';
import { isKnownDeviation } from './deviations';
import { placeOf, type Place } from './openapi';
import { bodyCheck, queryCheck } from './schemas';

/** One call as it was made and answered. Bodies are parsed JSON where they are JSON. */
export interface Exchange {
	method: string;
	/** Path and query, such as `/API/assets/v1/assets/?page=1`. */
	url: string;
	requestBody: unknown;
	status: number;
	contentType: string;
	answerBody: unknown;
}

/** What a call breaks of iconik's specification, in either direction, without what is known and explained. */
export function specificationFaults(exchange: Exchange): string[] {
	const { pathname, searchParams } = new URL(exchange.url, 'http://iconik');
	const method = exchange.method.toUpperCase();
	const place = placeOf(method, pathname);
	if (!place) return explained(`${method} ${pathname}`, ['the specification has no such call']);
	const faults = [
		// A request that is refused as malformed is meant to be; the answer to it must be right all the same.
		...(exchange.status === 400 ? [] : requestFaults(place, searchParams, exchange.requestBody)),
		...answerFaults(place, exchange),
	];
	return explained(`${method} ${place.service}:${place.template}`, faults);
}

function explained(call: string, faults: string[]): string[] {
	return faults
		.map((fault) => `${call}: ${fault}`)
		.filter((fault) => !isKnownDeviation(fault))
		.filter((fault, index, all) => all.indexOf(fault) === index);
}

function requestFaults(place: Place, query: URLSearchParams, body: unknown): string[] {
	const { requestBody } = place.operation;
	const faults = faultsOf(queryCheck(place), Object.fromEntries(query), 'query');
	const schema = requestBody?.content?.['application/json']?.schema;
	if (body === undefined || body === null)
		return requestBody?.required ? [...faults, 'request has no body'] : faults;
	if (!requestBody) return [...faults, 'request has a body, which the call does not take'];
	if (!schema) return faults;
	return [...faults, ...faultsOf(bodyCheck(place, 'request', 'body', schema), body, 'request')];
}

function answerFaults(place: Place, { status, contentType, answerBody }: Exchange): string[] {
	const { responses } = place.operation;
	const exact = responses[String(status)];
	const answer = exact?.content || status < 400 ? exact : responses.default;
	if (!answer) return exact ? [] : [`answer has the status ${status}`];
	if (status === 204) return answerBody === undefined ? [] : ['answer 204 has a body'];
	const [type] = Object.keys(answer.content ?? {});
	if (!type) return [];
	if (!contentType.startsWith(type)) return [`answer ${status} is ${contentType}, not ${type}`];
	const schema = answer.content?.[type]?.schema;
	if (!schema || type !== 'application/json') return [];
	return faultsOf(
		bodyCheck(place, 'response', String(status), schema),
		answerBody,
		`answer ${status}`,
	);
}

function faultsOf(check: ValidateFunction, value: unknown, what: string): string[] {
	if (check(value)) return [];
	return (check.errors ?? []).map((error) => `${what} ${describe(error)}`);
}

/** The place with `*` for positions and names that are ids, so that one fault in a list of 100 is one fault. */
function describe({ instancePath, message = '', params }: ErrorObject): string {
	const path = instancePath.replace(/\/\d+(?=\/|$)/g, '/*') || '/';
	const extra = params as { additionalProperty?: string; allowedValues?: unknown[] };
	const detail = extra.additionalProperty ?? extra.allowedValues?.join('|');
	return detail === undefined ? `${path} ${message}` : `${path} ${message}: ${detail}`;
}
