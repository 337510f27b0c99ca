import {
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IWebhookFunctions,
	NodeOperationError,
	sleep,
} from 'n8n-workflow';
import { MAX_ATTEMPTS, retryAfterMs, retryDelay } from '../../../lib/retry';
import { budgetFor, type CallKind, keepToLimit, WINDOW_MS } from './budget';
import { toNodeApiError } from './errors';
import {
	type Answer,
	type CallFailure,
	failureOf,
	isHopeless,
	mayHaveLanded,
	wasNotSent,
} from './failure';
import { hostsOf } from './regions';

const TIMEOUT_MS = 30_000;

/** The n8n contexts that Contentstack can be called from. */
export type CallContext =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IWebhookFunctions;

/** Where calls go to and on whose behalf. */
export interface Connection {
	credentialType: 'contentstackApi' | 'contentstackOAuth2Api';
	apiUrl: string;
	cdnUrl: string;
	appUrl: string;
	apiKey: string;
	branch: string;
	/** What must never appear in a message. */
	secrets: string[];
}

/** A body that can be sent once only, with its headers. */
export interface SingleUseBody {
	body: IHttpRequestOptions['body'];
	headers: IDataObject;
	/** Lets go of what was not sent: a refusal may come before the end of the bytes. */
	discard(): void;
}

export interface Call {
	method: IHttpRequestMethods;
	/** What follows `/v3`. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** For the few calls that answer fully only when a version is asked for, such as `3.2`. */
	apiVersion?: string;
	/** Makes the body anew for each try. */
	upload?: () => Promise<SingleUseBody>;
	/** Whether doing it twice does no harm. By default everything but a POST. */
	repeatable?: boolean;
	timeoutMs?: number;
}

export interface RawAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** One stack through one credential: calls within its rate budget, repeated where that does no harm. */
export class Stack {
	private readonly memory = new Map<string, Promise<unknown>>();

	constructor(
		readonly context: CallContext,
		readonly connection: Connection,
		readonly attempts: number,
	) {}

	/** The answer's body. Throws a NodeApiError in the service's own words. */
	async request<T>(call: Call): Promise<T> {
		const answer = await this.attempt<T>(call);
		if (answer.ok) return answer.body;
		throw this.errorFor(answer.failure);
	}

	/** For callers that can do something about a failure themselves. */
	async attempt<T>(call: Call): Promise<Answer<T>> {
		const kind = kindOf(call);
		const budget = budgetFor(this.connection, kind);
		let isUncertain = false;
		for (let attempt = 1; ; attempt++) {
			const upload = await call.upload?.();
			await budget.take();
			const { answer, remaining, limit } = await this.send<T>(call, upload);
			upload?.discard();
			if (limit !== undefined) keepToLimit(budget, kind, limit);
			// Others use the same allowance: leave them the rest of this second.
			if (remaining === 0) budget.pause(WINDOW_MS);
			if (answer.ok) return answer;

			const { status, retryAfterMs: asked } = answer.failure;
			const repeatable = (call.repeatable ?? call.method !== 'POST') || wasNotSent(answer.failure);
			const delay = retryDelay({ attempt, status, repeatable, retryAfterMs: asked }, Math.random());
			if (delay === undefined || attempt >= this.attempts || isHopeless(answer.failure))
				return { ok: false, failure: { ...answer.failure, isUncertain } };
			isUncertain ||= mayHaveLanded(answer.failure);
			// All calls wait for the window to pass, or as the service asks; only the refused one backs off further.
			if (status === 429) budget.pause(asked ?? WINDOW_MS);
			await sleep(delay);
		}
	}

	/** Runs `read` once in the life of this stack, however many items ask: lists and schemas do not change in between. */
	async once<T>(key: string, read: () => Promise<T>): Promise<T> {
		const known = this.memory.get(key) as Promise<T> | undefined;
		if (known) return await known;
		const fresh = read();
		this.memory.set(key, fresh);
		return await fresh;
	}

	errorFor(failure: CallFailure) {
		return toNodeApiError(this.context.getNode(), failure, this.connection);
	}

	private async send<T>(
		call: Call,
		upload?: SingleUseBody,
	): Promise<{ answer: Answer<T>; remaining?: number; limit?: number }> {
		const { method, path } = call;
		const named = { method, path: `/v3${path}` };
		try {
			const { statusCode, headers, body } = await this.exchange(this.options(call, upload));
			const remaining = countIn(headers, 'x-ratelimit-remaining');
			const limit = countIn(headers, 'x-ratelimit-limit');
			const answer: Answer<T> =
				statusCode < 300 && !isPage(body)
					? { ok: true, body: body as T }
					: {
							ok: false,
							failure: {
								...named,
								status: statusCode,
								body,
								retryAfterMs: retryAfterMs(headers['retry-after'], Date.now()),
							},
						};
			return { answer, remaining, limit };
		} catch (error) {
			return { answer: { ok: false, failure: failureOf(error, named) } };
		}
	}

	/** One request with the credential's signature on it. */
	protected async exchange(options: IHttpRequestOptions): Promise<RawAnswer> {
		return (await this.context.helpers.httpRequestWithAuthentication.call(
			this.context,
			this.connection.credentialType,
			options,
		)) as RawAnswer;
	}

	private options(call: Call, upload?: SingleUseBody): IHttpRequestOptions {
		const { apiUrl, apiKey, branch, credentialType } = this.connection;
		return {
			method: call.method,
			url: `${apiUrl}/v3${call.path}`,
			qs: call.qs ?? {},
			arrayFormat: 'brackets',
			headers: {
				api_key: apiKey,
				...(branch && { branch }),
				...(call.apiVersion && { api_version: call.apiVersion }),
				...upload?.headers,
			},
			...(call.body !== undefined && { body: call.body }),
			// A redirect would keep a copy of the whole stream in memory, and the API sends none.
			...(upload && { body: upload.body, disableFollowRedirect: true }),
			json: true,
			returnFullResponse: true,
			// A 401 must be thrown for n8n to renew an OAuth token.
			ignoreHttpStatusErrors:
				credentialType === 'contentstackOAuth2Api' ? { ignore: true, except: [401] } : true,
			timeout: call.timeoutMs ?? TIMEOUT_MS,
		};
	}
}

/** The type of the credential that the node's Authentication field chooses. */
export function credentialTypeOf(context: CallContext): Connection['credentialType'] {
	return context.getNode().parameters.authentication === 'oAuth2'
		? 'contentstackOAuth2Api'
		: 'contentstackApi';
}

/**
 * The stack of the credential that the node's Authentication field chooses.
 * @param attempts tries of a call before it is given up: fewer where somebody waits in the editor.
 * @param known the data of that credential, where it has been read already
 */
export async function openStack(
	this: CallContext,
	attempts = MAX_ATTEMPTS,
	known?: ICredentialDataDecryptedObject,
): Promise<Stack> {
	const credentialType = credentialTypeOf(this);
	const credential =
		known ?? (await this.getCredentials<ICredentialDataDecryptedObject>(credentialType));
	const { api, cdn, app } = hostsOf(credential);
	if (!/^https?:\/\//.test(api))
		throw new NodeOperationError(this.getNode(), 'The credential has no Management API URL', {
			description:
				'With the region Custom it must be a whole address, such as https://api.contentstack.io.',
		});
	const secrets = [credential.managementToken, credential.deliveryToken, credential.webhookSecret];
	return new Stack(
		this,
		{
			credentialType,
			apiUrl: api,
			cdnUrl: cdn,
			appUrl: app,
			apiKey: String(credential.apiKey ?? ''),
			branch: String(credential.branch ?? ''),
			secrets: secrets.filter((secret) => typeof secret === 'string' && secret !== '') as string[],
		},
		attempts,
	);
}

function kindOf({ method, path }: Call): CallKind {
	if (path.startsWith('/bulk/') && method !== 'GET') return 'bulk';
	return method === 'GET' ? 'read' : 'write';
}

function countIn(headers: RawAnswer['headers'], name: string): number | undefined {
	const count = Number(headers[name] ?? NaN);
	return Number.isFinite(count) ? count : undefined;
}

/** Wrong hosts and gateways answer with a web page, some of them with status 200. */
function isPage(body: unknown): boolean {
	return typeof body === 'string' && body.trim() !== '';
}
