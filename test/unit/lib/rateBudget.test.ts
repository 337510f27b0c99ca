import { RateBudget, type RateWindow } from '../../../lib/rateBudget';

/** Time that stands still until somebody sleeps. */
class FakeTime {
	private time = 0;
	private sleepers: Array<{ until: number; wake: () => void }> = [];

	readonly now = () => this.time;
	readonly sleep = async (milliseconds: number) =>
		await new Promise<void>((wake) => {
			this.sleepers.push({ until: this.time + milliseconds, wake });
		});

	/** Goes on to a point in time, waking sleepers on the way in their order. */
	async goTo(end: number): Promise<void> {
		await settle();
		for (let next = this.earliest(end); next; next = this.earliest(end)) {
			this.time = next.until;
			this.sleepers = this.sleepers.filter((sleeper) => sleeper !== next);
			next.wake();
			await settle();
		}
		this.time = Math.max(this.time, end);
	}

	private earliest(end: number) {
		return this.sleepers.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)[0];
	}
}

const settle = async () => await new Promise((resolve) => setImmediate(resolve));

/** A repeatable sequence of numbers from 0 to 1 (Park and Miller's generator). */
function randoms(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function budgetOf(windows: RateWindow[]) {
	const time = new FakeTime();
	const budget = new RateBudget(windows, time);
	const taken: Array<{ caller: number; at: number }> = [];
	const take = (caller: number) =>
		void budget.take().then(() => taken.push({ caller, at: time.now() }));
	return { time, budget, taken, take };
}

/** The most calls in any span of that length, however it lies. */
function busiest(times: number[], milliseconds: number): number {
	return Math.max(
		...times.map((start) => times.filter((at) => at >= start && at < start + milliseconds).length),
	);
}

describe('rate budget', () => {
	it('keeps two windows at once through a long random run, and does not stand idle', async () => {
		const windows = [
			{ calls: 5, milliseconds: 1000 },
			{ calls: 20, milliseconds: 10_000 },
		];
		const { time, taken, take } = budgetOf(windows);
		const random = randoms(20_260_101);
		for (let caller = 0, at = 0; caller < 1000; caller++) {
			// Bursts, with a quiet spell now and then.
			if (random() < 0.1) at += random() * 4000;
			await time.goTo(at);
			take(caller);
		}
		await time.goTo(10_000_000);
		const times = taken.map(({ at }) => at);
		expect(times).toHaveLength(1000);
		for (const { calls, milliseconds } of windows) expect(busiest(times, milliseconds)).toBe(calls);
	});

	it('serves callers in the order in which they asked', async () => {
		const { time, taken, take } = budgetOf([{ calls: 2, milliseconds: 1000 }]);
		for (let caller = 0; caller < 50; caller++) take(caller);
		await time.goTo(100_000);
		expect(taken.map(({ caller }) => caller)).toEqual([...Array(50).keys()]);
	});

	it('lets a burst up to the limit through at once, and the next when the first has aged out', async () => {
		const { time, taken, take } = budgetOf([{ calls: 3, milliseconds: 1000 }]);
		for (let caller = 0; caller < 4; caller++) take(caller);
		await time.goTo(5000);
		expect(taken.map(({ at }) => at)).toEqual([0, 0, 0, 1000]);
	});

	it('lets nobody through during a pause, and goes on in order after it', async () => {
		const { time, budget, taken, take } = budgetOf([{ calls: 10, milliseconds: 1000 }]);
		budget.pause(7000);
		take(1);
		take(2);
		await time.goTo(6999);
		expect(taken).toEqual([]);
		await time.goTo(7000);
		expect(taken).toEqual([
			{ caller: 1, at: 7000 },
			{ caller: 2, at: 7000 },
		]);
	});

	it('holds a caller that waits already when a longer pause comes', async () => {
		const { time, budget, taken, take } = budgetOf([{ calls: 1, milliseconds: 1000 }]);
		take(1);
		take(2);
		await time.goTo(500);
		budget.pause(4000);
		await time.goTo(10_000);
		expect(taken.map(({ at }) => at)).toEqual([0, 4500]);
	});

	it('does not shorten a pause by a shorter one', async () => {
		const { time, budget, taken, take } = budgetOf([{ calls: 1, milliseconds: 1000 }]);
		budget.pause(5000);
		budget.pause(100);
		take(1);
		await time.goTo(10_000);
		expect(taken.map(({ at }) => at)).toEqual([5000]);
	});
});
