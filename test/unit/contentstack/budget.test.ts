import { RateBudget } from '../../../lib/rateBudget';
import { keepToLimit, type CallKind } from '../../../nodes/Contentstack/transport/budget';

describe('the pace that Contentstack is asked at', () => {
	/** How many calls leave in the first ten seconds, by a clock that only waiting moves. */
	const callsInTenSeconds = async (kind: CallKind, limit: number) => {
		let time = 0;
		const budget = new RateBudget([{ calls: 2, milliseconds: 250 }], {
			now: () => time,
			sleep: async (milliseconds) => {
				time += milliseconds;
				await Promise.resolve();
			},
		});
		keepToLimit(budget, kind, limit);
		for (let calls = 0; ; calls++) {
			await budget.take();
			if (time >= 10_000) return calls;
		}
	};

	test.each([
		['the usual limit', 10, 80],
		['a bigger plan', 50, 400],
		['a smaller plan', 2, 16],
		['a number that cannot be meant', 1_000_000, 800],
	])('follows %s', async (_what, limit, calls) => {
		expect(await callsInTenSeconds('read', limit)).toBe(calls);
	});

	test.each([0, -1, NaN])('is the usual one when the header says %p', async (limit) => {
		expect(await callsInTenSeconds('write', limit)).toBe(80);
	});

	test('does not follow the header of a bulk call', async () => {
		expect(await callsInTenSeconds('bulk', 50)).toBe(80);
	});
});
