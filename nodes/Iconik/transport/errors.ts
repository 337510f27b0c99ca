import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { roleFor } from './roles';

/** How a call ended that did not succeed. */
export interface FailedAnswer {
	method: string;
	/** Without the query, which may hold what must not be shown. */
	path: string;
	/** Absent when no answer came. */
	status?: number;
	body?: unknown;
	/** Node's code for a broken connection, like ECONNREFUSED. */
	networkCode?: string;
	retryAfterMs?: number;
}

export interface Explanation {
	message: string;
	description: string;
	cause?:
		'rate-limited' | 'temporarily-unavailable' | 'credential-invalid' | 'configuration-invalid';
}

const TOKENS_PAGE = 'Admin > Settings > Application Tokens';
const LONGEST_WORDS = 400;

/** What went wrong and what to do about it, in iconik's own words where it has any. */
export function explain(failed: FailedAnswer): Explanation {
	const { status, body } = failed;
	const words = wordsOf(body);
	const call = `${failed.method} ${failed.path}`;
	const role = roleFor(failed.method, failed.path);
	const said = words ? ` iconik says: ${words}.` : '';
	const of = (message: string, advice: string, cause?: Explanation['cause']): Explanation => ({
		message: words ? `${message}: ${words}` : message,
		description: `${advice}${said} The call was ${call}${status ? `, answered with ${status}` : ''}.`,
		cause,
	});
	if (status === undefined) return explainNoAnswer(failed, call);
	// iconik answers with either code for a bad token and for a missing right, so both causes are named.
	if (status === 401 || status === 403)
		return of(
			status === 401 ? 'iconik did not accept the credentials' : 'iconik did not allow this',
			`Either the App-ID and auth token do not belong together or were revoked (look in iconik under ${TOKENS_PAGE}), or the user of the token lacks the role${role ? ` ${role}` : ''} or the access that this call needs, or an administrator switched the feature off.`,
			'credential-invalid',
		);
	if (status === 404)
		return of(
			'iconik does not have what was asked for',
			'Check the ID, and that the user of the token may see it.',
		);
	if (status === 429)
		return of(
			'iconik is refusing calls because there were too many',
			'Other programs may use the same application. Try again later or give n8n an application of its own.',
			'rate-limited',
		);
	if (status === 501)
		return of(
			'iconik cannot do this here',
			'Where files are concerned, they may be on a storage that iconik cannot reach from the cloud, such as one on the premises.',
		);
	if (status >= 500)
		return of(
			'iconik could not answer',
			'This usually passes. Try again later.',
			'temporarily-unavailable',
		);
	if (status < 400)
		return of(
			'This address does not answer like iconik',
			'Check the host in the credential: it must be the address at which iconik opens in the browser.',
			'configuration-invalid',
		);
	return of('iconik did not accept the request', 'Check the parameters of this node.');
}

function explainNoAnswer({ networkCode }: FailedAnswer, call: string): Explanation {
	const unknownHost = networkCode === 'ENOTFOUND' || networkCode === 'EAI_AGAIN';
	if (unknownHost || networkCode === 'ECONNREFUSED')
		return {
			message: 'iconik cannot be reached at this address',
			description: `Check the host in the credential and the network of n8n. The call was ${call}.`,
			cause: unknownHost ? 'configuration-invalid' : 'temporarily-unavailable',
		};
	return {
		message: 'The connection to iconik broke before an answer came',
		description: `Whether the call was carried out is not known. The call was ${call}.`,
		cause: 'temporarily-unavailable',
	};
}

/** The one place where a failed call becomes an error. Nothing of the request goes in: its headers hold the token. */
export function toNodeApiError(node: INode, failed: FailedAnswer): NodeApiError {
	const { message, description, cause } = explain(failed);
	const response: JsonObject = { message };
	const { retryAfterMs } = failed;
	return new NodeApiError(node, response, {
		message,
		description,
		httpCode: failed.status?.toString(),
		failure: cause && {
			cause,
			...(cause === 'rate-limited' && retryAfterMs !== undefined && { retryAfterMs }),
		},
	});
}

/** Whether this is iconik's answer with the given status. `httpCode` of n8n's errors is text. */
export function hasStatus(error: unknown, ...statuses: number[]): boolean {
	return error instanceof NodeApiError && statuses.some((status) => error.httpCode === `${status}`);
}

/** Whether the call may have been carried out although it failed: no answer came, or a 5xx. */
export function mayHaveLanded(error: unknown): boolean {
	if (!(error instanceof NodeApiError)) return false;
	return error.httpCode === null || error.httpCode.startsWith('5');
}

/**
 * iconik's own words. An error body is `{ errors: [text] }` or `{ errors: { field: text or texts } }`; gateways in front of it
 * answer with HTML, of which only the title is worth showing.
 */
export function wordsOf(body: unknown): string {
	const text = typeof body === 'string' ? pageTitle(body) : sentences(body).join('; ');
	const harmless = text.replace(/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g, '$1').trim();
	return harmless.length > LONGEST_WORDS ? `${harmless.slice(0, LONGEST_WORDS)}…` : harmless;
}

function pageTitle(page: string): string {
	if (!/<\w+[^>]*>/.test(page)) return page;
	return /<title>([^<]*)<\/title>/i.exec(page)?.[1]?.trim() ?? '';
}

function sentences(body: unknown): string[] {
	if (typeof body !== 'object' || body === null) return [];
	const { errors, message } = body as { errors?: unknown; message?: unknown };
	const found = errors ?? message;
	if (typeof found === 'string') return [found];
	if (Array.isArray(found)) return found.map(inWords);
	if (typeof found !== 'object' || found === null) return [];
	return Object.entries(found).map(([field, value]) => `${field}: ${inWords(value)}`);
}

function inWords(value: unknown): string {
	if (Array.isArray(value)) return value.map(inWords).join(', ');
	return typeof value === 'string' ? value.replace(/\.$/, '') : JSON.stringify(value);
}
