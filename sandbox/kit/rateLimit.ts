/** At most `calls` in any `milliseconds` of real time. */
export interface Limit {
	calls: number;
	milliseconds: number;
}

export interface RateState {
	allowed: boolean;
	limit: number;
	remaining: number;
	/** Real milliseconds until the next call is let through; 0 while some are left. */
	waitMs: number;
}

/** Sliding windows over the calls of one key (an organisation, a credential). A refused call does not count. */
export class RateLimiter {
	private readonly calls = new Map<string, number[]>();

	constructor(private readonly limits: readonly Limit[]) {}

	take(key: string): RateState {
		const now = Date.now();
		const longest = Math.max(...this.limits.map(({ milliseconds }) => milliseconds));
		const taken = (this.calls.get(key) ?? []).filter((time) => time > now - longest);
		const windows = this.limits.map(({ calls, milliseconds }) => {
			const inside = taken.filter((time) => time > now - milliseconds);
			const blocking = inside[inside.length - calls];
			return {
				limit: calls,
				remaining: calls - inside.length,
				waitMs: blocking === undefined ? 0 : blocking + milliseconds - now,
			};
		});
		const tightest = windows.reduce((a, b) => (b.remaining < a.remaining ? b : a));
		const allowed = tightest.remaining > 0;
		if (allowed) taken.push(now);
		this.calls.set(key, taken);
		return {
			allowed,
			limit: tightest.limit,
			remaining: Math.max(0, tightest.remaining - 1),
			waitMs: Math.max(...windows.map(({ waitMs }) => waitMs)),
		};
	}
}
