import { batches, sideBySide } from '../../../lib/batches';

describe('batches', () => {
	it('cuts in order and leaves the rest in the last one', () => {
		expect(batches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
	});

	it('has no empty last batch', () => {
		expect(batches([1, 2, 3, 4], 2)).toEqual([
			[1, 2],
			[3, 4],
		]);
	});

	it('of nothing are none', () => {
		expect(batches([], 10)).toEqual([]);
	});
});

/** Tasks that end only when the test says so, in any order. */
function gates() {
	const open: Array<() => void> = [];
	let running = 0;
	let most = 0;
	const task = async (item: string, index: number) => {
		most = Math.max(most, ++running);
		await new Promise<void>((resolve) => {
			open[index] = resolve;
		});
		running -= 1;
		if (item === 'bad') throw new Error('refused');
		return `${item} done`;
	};
	return { open, task, most: () => most };
}

const turn = async () => await new Promise((resolve) => setImmediate(resolve));

describe('side by side', () => {
	it('gives outcomes in the order of the items, whichever ends first', async () => {
		const { open, task } = gates();
		const result = sideBySide(['a', 'b', 'c'], 3, task);
		await turn();
		for (const index of [2, 0, 1]) open[index]?.();
		expect(await result).toEqual([
			{ ok: true, value: 'a done' },
			{ ok: true, value: 'b done' },
			{ ok: true, value: 'c done' },
		]);
	});

	it('lets the others go on when one fails, and keeps its error', async () => {
		const { open, task } = gates();
		const result = sideBySide(['a', 'bad', 'c'], 1, task);
		for (const index of [0, 1, 2]) {
			await turn();
			open[index]?.();
		}
		expect(await result).toEqual([
			{ ok: true, value: 'a done' },
			{ ok: false, error: new Error('refused') },
			{ ok: true, value: 'c done' },
		]);
	});

	it('treats a task that throws before its first await as failed alone', async () => {
		const outcomes = await sideBySide([1, 2], 2, (item) => {
			if (item === 1) throw new Error('at once');
			return Promise.resolve(item);
		});
		expect(outcomes).toEqual([
			{ ok: false, error: new Error('at once') },
			{ ok: true, value: 2 },
		]);
	});

	it('never runs more than the width, and starts the next as soon as one ends', async () => {
		const { open, task, most } = gates();
		const result = sideBySide(['a', 'b', 'c', 'd'], 2, task);
		await turn();
		expect(open).toHaveLength(2);
		open[1]?.();
		await turn();
		expect(open).toHaveLength(3);
		for (const index of [0, 2, 3]) {
			open[index]?.();
			await turn();
		}
		expect(await result).toHaveLength(4);
		expect(most()).toBe(2);
	});

	it('of nothing is nothing', async () => {
		expect(await sideBySide([], 5, async () => 1)).toEqual([]);
	});
});
