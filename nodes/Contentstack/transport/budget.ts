import { createHash } from 'crypto';
import { sleep } from 'n8n-workflow';
import { RateBudget } from '../../../lib/rateBudget';

/** How Contentstack counts a call against its limits. */
export type CallKind = 'read' | 'write' | 'bulk';

/**
 * The service's limits are 10 reads, 10 writes and 1 bulk call a second for an organisation. One less leaves room for the way
 * that calls bunch up on the line. https://www.contentstack.com/docs/developers/apis/content-management-api#rate-limiting
 */
const CALLS_PER_SECOND: Record<CallKind, number> = { read: 9, write: 9, bulk: 1 };
const WINDOW_MS = 1000;
const BULK_WINDOW_MS = 1100;

const budgets = new Map<string, RateBudget>();

/** The one budget of a stack and kind of call, shared by all the nodes and executions of this process. */
export function budgetFor(stack: { apiUrl: string; apiKey: string }, kind: CallKind): RateBudget {
	const key = createHash('sha256')
		.update([stack.apiUrl, stack.apiKey, kind].join('\n'))
		.digest('hex');
	const known = budgets.get(key);
	if (known) return known;
	const milliseconds = kind === 'bulk' ? BULK_WINDOW_MS : WINDOW_MS;
	const fresh = new RateBudget([{ calls: CALLS_PER_SECOND[kind], milliseconds }], {
		now: () => Date.now(),
		sleep,
	});
	budgets.set(key, fresh);
	return fresh;
}
