import { sleep } from 'n8n-workflow';
import type { Stack } from '../transport/stack';
import { livePlaces } from './entry';
import { liveIn, type PublishRequest, readEntryIn, type Target } from './publishPlan';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;
const LONGEST_WAIT_MS = 60_000;

/** Whether the queued versions have gone live everywhere within a minute. */
export async function waitUntilLive(
	stack: Stack,
	request: PublishRequest,
	targets: Target[],
): Promise<boolean> {
	const end = Date.now() + LONGEST_WAIT_MS;
	const locales = [...new Set(targets.map(({ locale }) => locale))];
	for (let pause = FIRST_PAUSE_MS; Date.now() + pause < end; pause *= 2) {
		await sleep(Math.min(pause, LONGEST_PAUSE_MS));
		const entries = await Promise.all(
			locales.map(async (locale) => await readEntryIn(stack, request, locale)),
		);
		const live = entries.flatMap(livePlaces);
		const isLive = ({ environment, locale, version }: Target) =>
			liveIn(live, environment, locale)?.version === version;
		if (targets.every(isLive)) return true;
	}
	return false;
}
