import type { Stack } from '../transport/stack';
import { until } from '../transport/until';
import { livePlaces } from './entry';
import { liveIn, type PublishRequest, readEntryIn, type Target } from './publishPlan';

/** How long "wait until live" waits, in milliseconds. */
export const LONGEST_WAIT_MS = 60_000;

/** Whether the queued versions have gone live everywhere within a minute. */
export async function waitUntilLive(
	stack: Stack,
	request: PublishRequest,
	targets: Target[],
): Promise<boolean> {
	const locales = [...new Set(targets.map(({ locale }) => locale))];
	return await until(async () => {
		const entries = await Promise.all(
			locales.map(async (locale) => await readEntryIn(stack, request, locale)),
		);
		const live = entries.flatMap(livePlaces);
		return targets.every(
			({ environment, locale, version }) => liveIn(live, environment, locale)?.version === version,
		);
	}, LONGEST_WAIT_MS);
}
