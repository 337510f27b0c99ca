/** Cuts a list into pieces of at most `size`, in order. */
export function batches<T>(items: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
		items.slice(n * size, (n + 1) * size),
	);
}

/** What one item came to: its value, or the error that it alone failed with. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: unknown };

/**
 * Runs `task` for every item, at most `width` at a time, and gives the outcomes in the order of the items.
 * One failing item does not stop the others.
 */
export async function sideBySide<T, R>(
	items: readonly T[],
	width: number,
	task: (item: T, index: number) => Promise<R>,
): Promise<Array<Outcome<R>>> {
	const outcomes = new Array<Outcome<R>>(items.length);
	let next = 0;
	const worker = async () => {
		while (next < items.length) {
			const index = next++;
			try {
				outcomes[index] = { ok: true, value: await task(items[index] as T, index) };
			} catch (error) {
				outcomes[index] = { ok: false, error };
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
	return outcomes;
}
