import { budgetFor } from '../../../nodes/Iconik/transport/budget';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** When each of so many calls that are asked for at once may go out, in milliseconds from the first. */
async function times(appId: string, calls: number): Promise<number[]> {
	const budget = budgetFor('https://iconik.example', appId);
	const began = Date.now();
	const taken = Array.from({ length: calls }, async () => {
		await budget.take();
		return Date.now() - began;
	});
	await jest.advanceTimersByTimeAsync(60_000);
	return await Promise.all(taken);
}

const mostWithin = (milliseconds: number, all: number[]) =>
	Math.max(...all.map((from) => all.filter((at) => at >= from && at < from + milliseconds).length));

it('sends calls evenly, so that a line that delays some does not bunch two seconds into one', async () => {
	const all = await times('evenly', 100);
	expect(mostWithin(90, all)).toBe(4);
	expect(mostWithin(1000, all)).toBeLessThan(50);
	expect(all.at(-1)).toBeLessThan(2500);
});

it('stays below 1000 calls in any 20 seconds', async () => {
	expect(mostWithin(20_000, await times('long', 1200))).toBeLessThan(950);
});
