const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 16_000;

/** How a call went wrong: the HTTP status, or none when the connection broke before an answer. */
export interface FailedCall {
	/** 1 for the first try. */
	attempt: number;
	status?: number;
	/** Whether repeating the call can do no harm even if it had been carried out. */
	repeatable: boolean;
	/** What the service's `Retry-After` asked for. */
	retryAfterMs?: number;
}

/** Tries of one call before it is given up: with the delays below, about a minute of a service that refuses everything. */
export const MAX_ATTEMPTS = 7;

/**
 * How long to wait before trying again, in milliseconds, or `undefined` when the call must be given up.
 * A 429 was refused before anything was stored, so any call may be repeated. After a 5xx or a broken connection only a
 * repeatable call may be: a POST may have landed.
 * @param random 0 to 1, spreads callers that failed together over plus or minus 20 %.
 */
export function retryDelay(failed: FailedCall, random: number): number | undefined {
	if (failed.attempt >= MAX_ATTEMPTS) return undefined;
	const refused = failed.status === 429;
	const broken = failed.status === undefined || failed.status >= 500;
	if (!refused && !(broken && failed.repeatable)) return undefined;
	const backOff = Math.min(FIRST_DELAY_MS * 2 ** (failed.attempt - 1), LONGEST_DELAY_MS);
	return Math.max(Math.round(backOff * (0.8 + 0.4 * random)), failed.retryAfterMs ?? 0);
}

/** Milliseconds that a `Retry-After` header asks for (seconds or an HTTP date), or `undefined` when it says nothing usable. */
export function retryAfterMs(header: unknown, now: number): number | undefined {
	if (header === undefined || header === null || header === '') return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(String(header));
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
