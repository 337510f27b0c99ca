const inWork = new Map<string, Promise<unknown>>();

/** Lets those who work with the same key do it one after the other, so that the second finds what the first has made. */
export async function inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
	const before = inWork.get(key) ?? Promise.resolve();
	const turn = before.then(task, task);
	inWork.set(key, turn);
	try {
		return await turn;
	} finally {
		if (inWork.get(key) === turn) inWork.delete(key);
	}
}
