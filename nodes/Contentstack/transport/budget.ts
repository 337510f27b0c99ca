import { createHash } from 'crypto';
import { sleep } from 'n8n-workflow';
import { RateBudget, type RateWindow } from '../../../lib/rateBudget';

/** How Contentstack counts a call against its limits. */
export type CallKind = 'read' | 'write' | 'bulk';

/**
 * The service's limits are 10 reads, 10 writes and 1 bulk call a second for an organisation. Calls go out evenly and a little below
 * that: a second's worth at once would run into the next second's when the line delays it.
 * https://www.contentstack.com/docs/developers/apis/content-management-api#rate-limiting
 */
const PACE: Record<CallKind, RateWindow> = {
	read: { calls: 2, milliseconds: 250 },
	write: { calls: 2, milliseconds: 250 },
	bulk: { calls: 1, milliseconds: 1100 },
};

/** The span over which the service counts. */
export const WINDOW_MS = 1000;

const budgets = new Map<string, RateBudget>();

/** The one budget of a stack and kind of call, shared by all the nodes and executions of this process. */
export function budgetFor(stack: { apiUrl: string; apiKey: string }, kind: CallKind): RateBudget {
	const key = createHash('sha256')
		.update([stack.apiUrl, stack.apiKey, kind].join('\n'))
		.digest('hex');
	const known = budgets.get(key);
	if (known) return known;
	const fresh = new RateBudget([PACE[kind]], {
		now: () => Date.now(),
		sleep,
	});
	budgets.set(key, fresh);
	return fresh;
}
