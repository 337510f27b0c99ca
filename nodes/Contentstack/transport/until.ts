import { sleep } from 'n8n-workflow';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;

/**
 * Asks again, with growing pauses, until the answer is yes or the time is over.
 * @returns whether it was yes
 */
export async function until(check: () => Promise<boolean>, longestMs: number): Promise<boolean> {
	const end = Date.now() + longestMs;
	for (let pause = FIRST_PAUSE_MS; Date.now() + pause < end; pause *= 2) {
		await sleep(Math.min(pause, LONGEST_PAUSE_MS));
		if (await check()) return true;
	}
	return false;
}
