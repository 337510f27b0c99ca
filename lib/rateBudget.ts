/** At most `calls` in any `milliseconds`. */
export interface RateWindow {
	calls: number;
	milliseconds: number;
}

interface Timing {
	now: () => number;
	sleep: (milliseconds: number) => Promise<void>;
}

/**
 * Keeps one credential's calls of one kind inside the service's limits: sliding windows over the calls made,
 * and a pause that a 429 or a nearly used-up allowance asks for. Callers are served in the order in which they asked.
 */
export class RateBudget {
	private taken: number[] = [];
	private pausedUntil = 0;
	private queue: Promise<void> = Promise.resolve();

	constructor(
		private windows: readonly RateWindow[],
		private readonly timing: Timing,
	) {}

	/** Resolves when one more call may be made, and counts it. */
	async take(): Promise<void> {
		const turn = this.queue.then(async () => await this.waitForRoom());
		this.queue = turn;
		await turn;
	}

	/** From now on other windows hold, for example because the service says what its limit is. */
	keepWithin(windows: readonly RateWindow[]): void {
		this.windows = windows;
	}

	/** No call is let through for this many milliseconds: what `Retry-After` says, or a back-off of the caller's. */
	pause(milliseconds: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, this.timing.now() + milliseconds);
	}

	private async waitForRoom(): Promise<void> {
		for (let wait = this.waitTime(); wait > 0; wait = this.waitTime()) {
			await this.timing.sleep(wait);
		}
		this.taken.push(this.timing.now());
	}

	private waitTime(): number {
		const now = this.timing.now();
		const longest = Math.max(...this.windows.map((window) => window.milliseconds));
		this.taken = this.taken.filter((time) => time > now - longest);
		const waits = this.windows.map(({ calls, milliseconds }) => {
			const blocking = this.taken[this.taken.length - calls];
			return blocking === undefined ? 0 : blocking + milliseconds - now;
		});
		return Math.max(this.pausedUntil - now, ...waits);
	}
}
