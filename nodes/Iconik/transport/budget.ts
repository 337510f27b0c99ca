import { sleep } from 'n8n-workflow';
import { RateBudget } from '../../../lib/rateBudget';

/**
 * iconik's documentation (https://app.iconik.io/docs/) lets one application make about 50 calls a second and 1000 in any
 * 20 seconds. Calls go out evenly and a little below both: a second's worth at once would run into the next second's when the line
 * delays it.
 */
const PACE = { calls: 4, milliseconds: 90 };

/** The shorter of the spans over which the service counts. */
export const WINDOW_MS = 1000;

const budgets = new Map<string, RateBudget>();

/** The one budget of an application at one iconik, shared by all nodes and executions of this process. */
export function budgetFor(origin: string, appId: string): RateBudget {
	const key = `${origin} ${appId}`;
	const known = budgets.get(key);
	if (known) return known;
	const budget = new RateBudget([PACE], { now: Date.now, sleep });
	budgets.set(key, budget);
	return budget;
}
