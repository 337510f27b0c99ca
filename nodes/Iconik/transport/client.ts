import {
	NodeApiError,
	NodeOperationError,
	sleep,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestMethods,
	type ILoadOptionsFunctions,
	type IN8nHttpFullResponse,
	type IWebhookFunctions,
} from 'n8n-workflow';
import type { RateBudget } from '../../../lib/rateBudget';
import { retryAfterMs, retryDelay } from '../../../lib/retry';
import { budgetFor, WINDOW_MS } from './budget';
import { hasStatus, toNodeApiError, type FailedAnswer } from './errors';
import { originOf, type IconikCredentials } from './origin';

const TIMEOUT_MS = 30_000;
/** The shorter of the windows that iconik counts calls over. */
const REFUSED_PAUSE_MS = 1000;
const QUICK_TRIES = 3;

export type IconikContext =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IWebhookFunctions;

/** One call of iconik's API. */
export interface Call {
	method?: IHttpRequestMethods;
	/** From `/API/` on. Every path ends in a slash; iconik answers 404 without it. */
	path: `/API/${string}/`;
	query?: IDataObject;
	body?: IDataObject;
	/** Whether a repetition does no harm. Told by the method unless said: a search is a POST that only reads. */
	repeatable?: boolean;
	/** Whether the answer is text such as WebVTT instead of JSON. */
	asText?: boolean;
	/** Fewer tries than the usual ones, where somebody waits. */
	tries?: number;
	timeoutMs?: number;
}

/** How long to go on with a call that does not succeed. */
export type Patience = Pick<Call, 'tries' | 'timeoutMs'>;

/**
 * Reads what n8n knows of the connection once; all calls of an execution then go through the client.
 * @param known the credential, where it has been read already
 * @param patience for all calls that do not say it themselves
 */
export async function connect(
	context: IconikContext,
	known?: IconikCredentials,
	patience?: Patience,
): Promise<IconikClient> {
	const credentials = known ?? (await context.getCredentials<IconikCredentials>('iconikApi'));
	const origin = originOf(credentials);
	if (origin === undefined)
		throw new NodeOperationError(context.getNode(), 'The iconik host is not a web address', {
			description: 'Open the credential and enter the custom URL, e.g. https://media.example.com',
		});
	return new IconikClient(context, origin, credentials.appId, patience);
}

/** The only place that talks to iconik: within its limits, with bounded retries, every failure explained. */
export class IconikClient {
	private readonly budget: RateBudget;

	constructor(
		private readonly context: IconikContext,
		readonly origin: string,
		readonly appId: string,
		private readonly patience: Patience = {},
	) {
		this.budget = budgetFor(origin, appId);
	}

	/** The body of a successful answer; `''` where iconik sends none. Any 2xx counts: iconik answers some GETs with 201. */
	async request<T>(wanted: Call): Promise<T> {
		const call = { ...this.patience, ...wanted };
		for (let attempt = 1; ; attempt++) {
			await this.budget.take();
			const answer = await this.send(call);
			if (answer.ok) return answer.body as T;
			const { failed } = answer;
			const repeatable = call.repeatable ?? call.method !== 'POST';
			const wait = retryDelay({ attempt, repeatable, ...failed }, Math.random());
			const isLast = attempt >= this.triesOf(call, failed) || this.isCancelled();
			if (wait === undefined || isLast) throw toNodeApiError(this.node, failed);
			// A refusal concerns the whole application, so its other calls wait a moment as well; the refused one backs off further.
			if (failed.status === 429) this.budget.pause(failed.retryAfterMs ?? REFUSED_PAUSE_MS);
			await sleep(wait);
		}
	}

	/** As `request`, but `undefined` where iconik has nothing: many of its lists answer 404 instead of an empty list. */
	async find<T>(call: Call): Promise<T | undefined> {
		try {
			return await this.request<T>(call);
		} catch (error) {
			if (hasStatus(error, 404)) return undefined;
			throw new NodeApiError(this.node, error as never);
		}
	}

	/** Fewer where waiting is no use: an address that nobody has stays wrong, and in the editor somebody sits before it. */
	private triesOf({ tries = Infinity }: Call, { status, networkCode = '' }: FailedAnswer): number {
		// 501 says that iconik cannot do this at all.
		if (networkCode === 'ENOTFOUND' || status === 501) return 1;
		const isQuick = networkCode === 'ECONNREFUSED' || 'getCurrentNodeParameter' in this.context;
		return isQuick ? Math.min(tries, QUICK_TRIES) : tries;
	}

	private get node() {
		return this.context.getNode();
	}

	private isCancelled(): boolean {
		const { context } = this;
		return 'getExecutionCancelSignal' in context && !!context.getExecutionCancelSignal()?.aborted;
	}

	private async send(
		call: Call,
	): Promise<{ ok: true; body: unknown } | { ok: false; failed: FailedAnswer }> {
		const { method = 'GET', path, query, body, asText } = call;
		let response: IN8nHttpFullResponse;
		try {
			response = (await this.context.helpers.httpRequestWithAuthentication.call(
				this.context,
				'iconikApi',
				{
					method,
					url: `${this.origin}${path}`,
					qs: query,
					body,
					headers: { Accept: asText ? 'text/vtt, text/plain, */*' : 'application/json' },
					...(asText ? { encoding: 'text' as const } : { json: true }),
					timeout: call.timeoutMs ?? TIMEOUT_MS,
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					// The token is for this host alone.
					disableFollowRedirect: true,
				},
			)) as IN8nHttpFullResponse;
		} catch (error) {
			return { ok: false, failed: { method, path, networkCode: networkCodeOf(error) } };
		}
		const { statusCode: status, headers } = response;
		const remaining = Number(headers['ratelimit-remaining'] ?? NaN);
		// Others use the same allowance.
		if (remaining <= 0) this.budget.pause(WINDOW_MS);
		const isPage = !asText && typeof response.body === 'string' && response.body.trim() !== '';
		if (status >= 200 && status < 300 && !isPage) return { ok: true, body: response.body };
		return {
			ok: false,
			failed: {
				method,
				path,
				status,
				body: response.body,
				retryAfterMs: retryAfterMs(headers['retry-after'], Date.now()),
			},
		};
	}
}

function networkCodeOf(error: unknown): string | undefined {
	const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
	const found = cause?.code ?? code;
	return typeof found === 'string' ? found : undefined;
}
