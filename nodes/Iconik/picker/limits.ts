import { tooMany } from './refusal';

export interface Allowance {
	times: number;
	milliseconds: number;
}

/** Whoever asks under more names than these in one window is forgotten first; a name is a session or an address. */
const MOST_NAMES = 10_000;

/**
 * How often somebody may do something, by sliding window. It lives in the memory of this process: with several processes each counts
 * on its own, and a restart forgets. That is enough to stop guessing and runaway pages, which is all it is for.
 */
export class Limit {
	private readonly times = new Map<string, number[]>();

	constructor(private readonly allowance: Allowance) {}

	/** Counts one more. @throws Refusal when there were too many already */
	count(name: string, now: number): void {
		this.check(name, now);
		const times = this.recent(name, now);
		// Put in anew, so that the names that were not heard of for longest come first.
		this.times.delete(name);
		this.times.set(name, [...times, now]);
		const [oldest] = this.times.keys();
		if (this.times.size > MOST_NAMES && oldest !== undefined) this.times.delete(oldest);
	}

	/** @throws Refusal when there were too many already */
	check(name: string, now: number): void {
		const { times: most, milliseconds } = this.allowance;
		const recent = this.recent(name, now);
		const first = recent[recent.length - most];
		if (first !== undefined) throw tooMany(Math.ceil((first + milliseconds - now) / 1000));
	}

	private recent(name: string, now: number): number[] {
		const { milliseconds } = this.allowance;
		return (this.times.get(name) ?? []).filter((time) => time > now - milliseconds);
	}
}

/** Above what an editor who types and scrolls needs; an address is a whole office. */
export const requests = {
	session: new Limit({ times: 60, milliseconds: 10_000 }),
	address: new Limit({ times: 600, milliseconds: 10_000 }),
};

/** Wrong keys, and IDs that are not in scope: a page asks for them seldom, who guesses often. */
export const misses = {
	session: new Limit({ times: 100, milliseconds: 5 * 60_000 }),
	address: new Limit({ times: 500, milliseconds: 5 * 60_000 }),
};
