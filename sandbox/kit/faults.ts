import { z } from 'zod';

const match = z
	.object({
		method: z.string().toUpperCase().optional().describe('GET, POST …; any when absent'),
		path: z
			.string()
			.optional()
			.describe('the path without its query; * stands for any run of characters'),
		rate: z
			.number()
			.min(0)
			.max(1)
			.optional()
			.describe('share of the matching calls; 1 when absent'),
		times: z.number().int().positive().optional().describe('stops after so many hits'),
		seconds: z.number().positive().optional().describe('stops so many real seconds after the PUT'),
	})
	.strict();

const rule = z.discriminatedUnion('fault', [
	z
		.object({
			fault: z.literal('rate-limited'),
			match: match.optional(),
			retryAfterSeconds: z.number().nonnegative().optional(),
		})
		.strict(),
	z
		.object({
			fault: z.enum(['error-before-storing', 'error-after-storing']),
			match: match.optional(),
			status: z.number().int().min(500).max(599).default(500),
		})
		.strict(),
	z
		.object({
			fault: z.literal('html'),
			match: match.optional(),
			status: z.number().int().min(400).max(599).default(502),
		})
		.strict(),
	z
		.object({
			fault: z.enum(['reset-before-storing', 'reset-after-storing']),
			match: match.optional(),
		})
		.strict(),
	z
		.object({
			fault: z.literal('delay'),
			match: match.optional(),
			milliseconds: z.number().int().positive(),
		})
		.strict(),
	z
		.object({
			fault: z.enum(['webhook-lost', 'webhook-doubled', 'webhook-reordered']),
			match: match.optional().describe('path is that of the receiver'),
		})
		.strict(),
	z
		.object({ fault: z.literal('index-lag'), milliseconds: z.number().int().nonnegative() })
		.strict(),
]);

/** The body of `PUT /_sandbox/faults`: all the rules that hold from now on. An empty list ends all faults. */
export const faultRules = z.array(rule);

export type FaultRule = z.output<typeof rule>;
type Match = z.output<typeof match>;
type Matchable = Exclude<FaultRule, { fault: 'index-lag' }>;
type OfKind<R, K> = R extends { fault: infer F } ? (F & K extends never ? never : R) : never;

/** The misbehaviour that is switched on. The first rule of a kind that matches a call decides. */
export class Faults {
	private rules: Array<{ rule: FaultRule; hits: number; since: number }> = [];

	constructor(public defaultIndexLagMs = 0) {}

	set(rules: FaultRule[]): void {
		this.rules = rules.map((rule) => ({ rule, hits: 0, since: Date.now() }));
	}

	list(): Array<FaultRule & { hits: number }> {
		return this.rules.map(({ rule, hits }) => ({ ...rule, hits }));
	}

	/** The first rule of these kinds that hits this call. It is counted as hit. */
	hit<K extends Matchable['fault']>(
		kinds: readonly K[],
		method: string,
		path: string,
	): OfKind<Matchable, K> | undefined {
		const found = this.rules.find(
			({ rule, hits, since }) =>
				(kinds as readonly string[]).includes(rule.fault) &&
				rule.fault !== 'index-lag' &&
				isHit(rule.match ?? {}, method, path, hits, since),
		);
		if (!found) return undefined;
		found.hits += 1;
		return found.rule as OfKind<Matchable, K>;
	}

	/** How long lists and searches lag behind writes, in simulated milliseconds. */
	get indexLagMs(): number {
		const lag = this.rules.map(({ rule }) => rule).find((rule) => rule.fault === 'index-lag');
		return lag?.fault === 'index-lag' ? lag.milliseconds : this.defaultIndexLagMs;
	}
}

function isHit(match: Match, method: string, path: string, hits: number, since: number): boolean {
	if (match.method !== undefined && match.method !== method) return false;
	if (match.path !== undefined && !globToRegExp(match.path).test(path)) return false;
	if (match.times !== undefined && hits >= match.times) return false;
	if (match.seconds !== undefined && Date.now() - since > match.seconds * 1000) return false;
	return match.rate === undefined || Math.random() < match.rate;
}

function globToRegExp(glob: string): RegExp {
	const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`^${glob.split('*').map(literal).join('.*')}$`);
}
