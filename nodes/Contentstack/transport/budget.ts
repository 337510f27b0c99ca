import { createHash } from 'crypto';
import { sleep } from 'n8n-workflow';
import { RateBudget, type RateWindow } from '../../../lib/rateBudget';

/** How Contentstack counts a call against its limits. */
export type CallKind = 'read' | 'write' | 'bulk';

/** The span over which the service counts. */
export const WINDOW_MS = 1000;

const SLICE_MS = 250;
/** How much of a limit is used: the rest is for people in the web app, and for calls that the line holds up. */
const SHARE = 0.8;
/** Whatever a header says, in calls a second. */
const HIGHEST = 100;

/**
 * The service's limits are 10 reads, 10 writes and 1 bulk call a second for an organisation. Calls go out evenly and a little below
 * that: a second's worth at once would run into the next second's when the line delays it.
 * https://www.contentstack.com/docs/developers/apis/content-management-api#rate-limiting
 */
const USUAL_PACE: Record<CallKind, RateWindow> = {
	read: { calls: 2, milliseconds: SLICE_MS },
	write: { calls: 2, milliseconds: SLICE_MS },
	bulk: { calls: 1, milliseconds: 1100 },
};

const budgets = new Map<string, RateBudget>();

/** The one budget of a stack and kind of call, shared by all the nodes and executions of this process. */
export function budgetFor(stack: { apiUrl: string; apiKey: string }, kind: CallKind): RateBudget {
	const key = createHash('sha256')
		.update([stack.apiUrl, stack.apiKey, kind].join('\n'))
		.digest('hex');
	const known = budgets.get(key);
	if (known) return known;
	const fresh = new RateBudget([USUAL_PACE[kind]], {
		now: () => Date.now(),
		sleep,
	});
	budgets.set(key, fresh);
	return fresh;
}

/**
 * Takes in what an answer says of the limit: plans differ, and the header `x-ratelimit-limit` tells how many calls a second this
 * organization has. Bulk calls keep their usual pace; what the header counts there is not documented.
 * @param limit calls a second
 */
export function keepToLimit(budget: RateBudget, kind: CallKind, limit: number): void {
	if (kind === 'bulk' || !(limit >= 1)) return;
	const pace = Math.min(limit, HIGHEST) * SHARE;
	const calls = Math.floor((pace * SLICE_MS) / WINDOW_MS);
	const slow = { calls: 1, milliseconds: Math.ceil(WINDOW_MS / pace) };
	budget.keepWithin([calls >= 1 ? { calls, milliseconds: SLICE_MS } : slow]);
}
