import { type INode, type JsonObject, NodeApiError } from 'n8n-workflow';
import { type CallFailure, serviceError } from './failure';

const BODY_EXCERPT = 400;

/** What the mapper must know of the connection: where it goes, and what must not be shown. */
export interface MappedConnection {
	apiUrl: string;
	secrets: string[];
}

/**
 * The one place where a failed call becomes an error for people: the message says what happened in the service's own words,
 * the description where and what to do. It is always made anew, because n8n keeps the text of an error that it wrapped already.
 */
export function toNodeApiError(
	node: INode,
	failure: CallFailure,
	connection: MappedConnection,
): NodeApiError {
	const { message, advice } = explain(failure, connection);
	const { code } = serviceError(failure.body);
	const call = `${failure.method} ${failure.path}`;
	const answer =
		failure.status === undefined
			? `no answer${failure.networkCode ? `, ${failure.networkCode}` : ''}`
			: `HTTP ${failure.status}${code === undefined ? '' : `, code ${code}`}`;
	const error = new NodeApiError(
		node,
		{ message },
		{
			message,
			description: redact(`${advice} (${call}: ${answer})`, connection.secrets),
			...(failure.status !== undefined && { httpCode: String(failure.status) }),
			failure: causeOf(failure),
		},
	);
	// n8n swaps a message for a stock text when a word such as EPERM stands in it, even inside a field's name.
	error.message = redact(message, connection.secrets);
	if (failure.body !== undefined) error.context.data = failure.body as JsonObject;
	return error;
}

interface Explanation {
	message: string;
	advice: string;
}

function explain(failure: CallFailure, { apiUrl }: MappedConnection): Explanation {
	const { status, body } = failure;
	if (failure.cancelled)
		return { message: 'The call was stopped', advice: 'The workflow run was cancelled.' };
	if (status === undefined) return unreachable(failure, apiUrl);
	if (typeof body === 'string' && body.trim() !== '') return notJson(status, body, apiUrl);

	const said = serviceError(body);
	const reasons = Object.entries(said.fields).map(
		([field, texts]) => `${field} ${texts.join(' ')}`,
	);
	const what = said.message ?? `Contentstack answered with HTTP ${status}`;
	const message = reasons.length > 0 ? `${what.replace(/\.$/, '')}: ${reasons.join('; ')}` : what;
	return { message, advice: adviceFor(status, said.code, said.fields) };
}

function unreachable({ networkCode }: CallFailure, apiUrl: string): Explanation {
	if (networkCode === 'ENOTFOUND' || networkCode === 'EAI_AGAIN')
		return {
			message: `Contentstack was not found at ${apiUrl || 'an empty address'}`,
			advice: 'Check the region in the credential, or its Management API URL.',
		};
	if (networkCode === 'ECONNABORTED' || networkCode === 'ETIMEDOUT')
		return {
			message: `Contentstack did not answer in time at ${apiUrl}`,
			advice: 'Try again later. Look first whether the change was made all the same.',
		};
	return {
		message: `Contentstack could not be reached at ${apiUrl || 'an empty address'}`,
		advice:
			'Check the region in the credential and that this n8n may connect to it, then try again.',
	};
}

function notJson(status: number, body: string, apiUrl: string): Explanation {
	const excerpt = body
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, BODY_EXCERPT);
	const what = /<html|<!doctype/i.test(body) ? 'a web page' : 'plain text';
	const message = `Contentstack answered with ${what} instead of data (HTTP ${status}): ${excerpt}`;
	return status >= 500
		? { message, advice: 'The service is disturbed. Try again later.' }
		: {
				message,
				advice: `Check the region in the credential: ${apiUrl} does not seem to be the API of this stack.`,
			};
}

const TOKEN_ADVICE =
	'Check the management token in the credential (Settings → Tokens → Management Tokens), that it has not expired and may read and write, and that the region is right.';

const DELIVERY_ADVICE =
	'Check the delivery token and its environment in the credential (Settings → Tokens → Delivery Tokens).';

const ADVICE_BY_CODE: Record<number, string> = {
	105: TOKEN_ADVICE,
	109: 'Check the stack API key in the credential (Settings → Stack) and the region: a stack is known in its own region only.',
	118: 'Choose a content type that exists in this stack and branch. The iconik one is made by Content Model → Install iconik Media.',
	119: 'Change the named values, or the field in the content type.',
	141: 'Check the UID, the branch and the locale. If this was a publish: a rule of the workflow may not be met.',
	145: 'Check the UID of the asset and the branch.',
	161: 'The token must be allowed this environment and this action (Settings → Tokens).',
	366: "The workflow does not allow this stage change with this token. A user's OAuth2 credential may be needed.",
};

function adviceFor(
	status: number,
	code: number | undefined,
	fields: Record<string, string[]>,
): string {
	if (fields.api_key) return ADVICE_BY_CODE[109] as string;
	if (fields.access_token) return DELIVERY_ADVICE;
	if (fields.authorization) return TOKEN_ADVICE;
	if (status === 429)
		return "Others use the organization's allowance too. Run less at once, or try again later.";
	if (code !== undefined && code >= 900 && code < 1000)
		return 'Check the branch in the credential (Settings → Branches).';
	const known = code === undefined ? undefined : ADVICE_BY_CODE[code];
	if (known) return known;
	if (status === 401 || status === 403) return TOKEN_ADVICE;
	if (status >= 500) return 'The service is disturbed. Try again later.';
	return 'Check the values of this node against the stack.';
}

function causeOf({ status, retryAfterMs }: CallFailure) {
	if (status === 429)
		return {
			cause: 'rate-limited' as const,
			...(retryAfterMs !== undefined && { retryAfterMs }),
		};
	if (status === undefined || status >= 500) return { cause: 'temporarily-unavailable' as const };
	if (status === 401) return { cause: 'credential-invalid' as const };
	return undefined;
}

function redact(text: string, secrets: string[]): string {
	return secrets.reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
}
