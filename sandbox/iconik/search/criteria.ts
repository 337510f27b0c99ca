import { z } from 'zod';
import { order, parseLucene, valuesAt } from './lucene';

const range = z
	.object({
		min: z.string().nullish(),
		max: z.string().nullish(),
		timezone: z.string().nullish(),
	})
	.strict();

const term = z
	.object({
		name: z.string({ required_error: 'Missing data for required field.' }),
		value: z.unknown().optional(),
		value_in: z.array(z.unknown()).nullish(),
		exists: z.boolean().nullish(),
		missing: z.boolean().nullish(),
		range: range.nullish(),
	})
	.strict();

export type Term = z.output<typeof term>;

export interface Filter {
	operator: string;
	terms?: Term[] | null;
	filters?: Filter[] | null;
	/** Automations call their nested filters conditions. */
	conditions?: Filter[] | null;
}

/** A filter is an object with an operator; a bare list of terms or Elasticsearch's own language is refused. */
export const filterSchema: z.ZodType<Filter> = z.lazy(() =>
	z
		.object({
			operator: z.enum(['AND', 'OR'], { required_error: 'Missing data for required field.' }),
			terms: z.array(term).nullish(),
			filters: z.array(filterSchema).nullish(),
			conditions: z.array(filterSchema).nullish(),
		})
		.passthrough(),
);

export function matchesFilter(filter: Filter, document: unknown): boolean {
	const tests = [
		...(filter.terms ?? []).map((one) => () => matchesTerm(one, document)),
		...[...(filter.filters ?? []), ...(filter.conditions ?? [])].map(
			(one) => () => matchesFilter(one, document),
		),
	];
	if (tests.length === 0) return true;
	return filter.operator === 'OR' ? tests.some((test) => test()) : tests.every((test) => test());
}

export function matchesTerm(one: Term, document: unknown): boolean {
	const values = valuesAt(document, one.name);
	if (one.exists !== undefined && one.exists !== null) return one.exists === values.length > 0;
	if (one.missing !== undefined && one.missing !== null)
		return one.missing === (values.length === 0);
	if (one.range) return values.some((value) => isInRange(value, one.range ?? {}));
	if (one.value_in)
		return values.some((value) => wantedOf(one.value_in ?? []).has(String(value).toLowerCase()));
	if (one.value === undefined || one.value === null) return true;
	return parseLucene(String(one.value), [one.name])(document);
}

/** A list of hundreds of values is tried on thousands of documents, so it is prepared once. */
const prepared = new WeakMap<unknown[], Set<string>>();

function wantedOf(values: unknown[]): Set<string> {
	const known = prepared.get(values);
	if (known) return known;
	const wanted = new Set(values.map((value) => String(value).toLowerCase()));
	prepared.set(values, wanted);
	return wanted;
}

function isInRange(
	value: unknown,
	{ min, max, timezone }: { min?: string | null; max?: string | null; timezone?: string | null },
): boolean {
	const inZone = (bound: string): string =>
		timezone && /T[\d:.]+$/.test(bound) ? `${bound}${timezone}` : bound;
	return (
		(min === null || min === undefined || order(value, inZone(min)) >= 0) &&
		(max === null || max === undefined || order(value, inZone(max)) <= 0)
	);
}
