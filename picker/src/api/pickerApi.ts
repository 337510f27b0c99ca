import type {
	CollectionsAnswer,
	PickerDetails,
	SearchAnswer,
	SearchRequest,
	SelectAnswer,
	SelectRequest,
	Session,
	SessionRequest,
	StateAnswer,
} from '../../../lib/pickerProtocol';
import { ownRefusal, Refusal, refusalOf } from './refusal';

const ANSWER_WITHIN_MS = 30_000;
/** A workflow runs behind it, which copies posters and captions. */
const SELECT_WITHIN_MS = 120_000;

interface Call {
	path: string;
	query?: Record<string, string | undefined>;
	body?: object;
	signal?: AbortSignal;
	withinMs?: number;
}

/** The calls to the node that serves the page. Each opens a session when there is none, and renews one that has expired. */
export class PickerApi {
	private opening: Promise<Session> | null = null;

	/** @param page address of the page, without a slash at its end */
	constructor(
		private readonly page: string,
		private readonly access: SessionRequest,
	) {}

	/** The running session, or a new one. A failure is not kept: the next call tries anew. */
	async session(): Promise<Session> {
		const opening = (this.opening ??= this.open());
		try {
			return await opening;
		} catch (error) {
			this.forget(opening);
			throw error;
		}
	}

	async search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
		return await this.call({ path: 'search', query: { ...request }, signal });
	}

	/** The children of a collection, or the roots in scope. */
	async collections(parent?: string, signal?: AbortSignal): Promise<CollectionsAnswer> {
		return await this.call({ path: 'collections', query: { parent }, signal });
	}

	/** @param version `undefined` for the latest approved one */
	async asset(id: string, version?: string, signal?: AbortSignal): Promise<PickerDetails> {
		return await this.call({ path: 'asset', query: { id, version }, signal });
	}

	/** @param ids of assets, each with `:<version id>` where it is pinned */
	async state(ids: string[], signal?: AbortSignal): Promise<StateAnswer> {
		return await this.call({ path: 'state', query: { ids: ids.join(',') }, signal });
	}

	async select(request: SelectRequest): Promise<SelectAnswer> {
		return await this.call({ path: 'select', body: request, withinMs: SELECT_WITHIN_MS });
	}

	private async open(): Promise<Session> {
		if (this.access.key === '') throw ownRefusal('no_key');
		return await this.fetch<Session>({ path: 'session', body: this.access });
	}

	private forget(opening: Promise<Session>): void {
		if (this.opening === opening) this.opening = null;
	}

	private async call<T>(call: Call): Promise<T> {
		const { token } = await this.session();
		const used = this.opening;
		try {
			return await this.fetch<T>(call, token);
		} catch (error) {
			if (!(error instanceof Refusal) || error.code !== 'session_expired') throw error;
			if (used) this.forget(used);
			return await this.fetch<T>(call, (await this.session()).token);
		}
	}

	private async fetch<T>({ path, query, body, signal, withinMs }: Call, token?: string) {
		const search = new URLSearchParams(
			Object.entries(query ?? {}).filter((pair): pair is [string, string] => Boolean(pair[1])),
		).toString();
		const timeout = AbortSignal.timeout(withinMs ?? ANSWER_WITHIN_MS);
		const answer = await fetch(`${this.page}/${path}${search && `?${search}`}`, {
			method: body ? 'POST' : 'GET',
			headers: {
				...(body && { 'content-type': 'application/json' }),
				...(token !== undefined && { 'X-Picker-Session': token }),
			},
			body: body && JSON.stringify(body),
			credentials: 'omit',
			cache: 'no-store',
			signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
		}).catch((error: unknown) => {
			if (signal?.aborted) throw error;
			throw ownRefusal(timeout.aborted ? 'timeout' : 'unreachable');
		});
		if (!answer.ok) throw await refusalOf(answer);
		return (await answer.json().catch(() => {
			throw ownRefusal('unreadable');
		})) as T;
	}
}
