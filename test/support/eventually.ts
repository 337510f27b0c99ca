const PATIENCE_MS = 10_000;
const PAUSE_MS = 10;

/**
 * Waits until a check no longer throws, looking again and again, and gives its value. Without patience left, the check's own error
 * is thrown: what was still wrong.
 */
export async function eventually<T>(
	check: () => T | Promise<T>,
	patienceMs = PATIENCE_MS,
): Promise<T> {
	const end = Date.now() + patienceMs;
	for (;;) {
		try {
			return await check();
		} catch (error) {
			if (Date.now() > end) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
}
