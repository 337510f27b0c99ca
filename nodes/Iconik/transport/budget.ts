import { sleep } from 'n8n-workflow';
import { RateBudget } from '../../../lib/rateBudget';

/**
 * iconik's documentation (https://app.iconik.io/docs/) lets one application make about 50 calls a second and 1000 in any
 * 20 seconds. Staying a little under leaves room for clocks that disagree.
 */
const WINDOWS = [
	{ calls: 45, milliseconds: 1000 },
	{ calls: 950, milliseconds: 20_000 },
];

const budgets = new Map<string, RateBudget>();

/** The one budget of an application at one iconik, shared by all nodes and executions of this process. */
export function budgetFor(origin: string, appId: string): RateBudget {
	const key = `${origin} ${appId}`;
	const known = budgets.get(key);
	if (known) return known;
	const budget = new RateBudget(WINDOWS, { now: Date.now, sleep });
	budgets.set(key, budget);
	return budget;
}
