import { badParameters } from '../apiError';
import { isRecord } from '../records';
import type { Fields } from '../state';

/** What a filter needs to know beyond the object itself. */
export interface FilterContext {
	/** The referenced entry as a list would show it, for `$in_query`. */
	referenced: (reference: unknown) => Fields | undefined;
	/** The uids of a term's descendants, nearest first, or of its ancestors. */
	terms: (taxonomy: string, term: string, direction: 'below' | 'above') => string[];
}

/**
 * Whether an object satisfies a filter in the query language of "Queries" in the API documentation:
 * equality, comparison, `$in`, `$exists`, `$regex`, `$and`, `$or`, dot paths, reference and taxonomy queries.
 */
export function matches(object: Fields, filter: Fields, context: FilterContext): boolean {
	return Object.entries(filter).every(([key, wanted]) => {
		if (key === '$and') return parts(key, wanted).every((part) => matches(object, part, context));
		if (key === '$or') return parts(key, wanted).some((part) => matches(object, part, context));
		if (key.startsWith('$')) throw unknownOperator(key);
		const taxonomy = /^taxonomies\.([^.]+)$/.exec(key)?.[1];
		if (taxonomy !== undefined) return matchesTerms(object, taxonomy, wanted, context);
		return matchesCondition(valuesAt(object, key.split('.')), wanted, context);
	});
}

/** All values that a dot path reaches, stepping into every element of the arrays on its way. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
	if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
	const [key, ...rest] = path;
	if (key === undefined) return [value];
	return isRecord(value) && key in value ? valuesAt(value[key], rest) : [];
}

type Test = (
	values: unknown[],
	operand: unknown,
	condition: Fields,
	context: FilterContext,
) => boolean;

const OPERATORS: Record<string, Test> = {
	$eq: (values, operand) => values.some((value) => isEqual(value, operand)),
	$ne: (values, operand) => !values.some((value) => isEqual(value, operand)),
	$in: (values, operand) =>
		list('$in', operand).some((one) => values.some((value) => isEqual(value, one))),
	$nin: (values, operand) =>
		!list('$nin', operand).some((one) => values.some((value) => isEqual(value, one))),
	$exists: (values, operand) =>
		values.some((value) => value !== null && value !== undefined) === (operand === true),
	$lt: (values, operand) => values.some((value) => compare(value, operand, (order) => order < 0)),
	$lte: (values, operand) => values.some((value) => compare(value, operand, (order) => order <= 0)),
	$gt: (values, operand) => values.some((value) => compare(value, operand, (order) => order > 0)),
	$gte: (values, operand) => values.some((value) => compare(value, operand, (order) => order >= 0)),
	$regex: (values, operand, { $options }) => {
		const expression = regularExpression(operand, $options);
		return values.some((value) => typeof value === 'string' && expression.test(value));
	},
	$options: () => true,
	$elemMatch: (values, operand, _condition, context) =>
		values.some(
			(value) => isRecord(value) && isRecord(operand) && matches(value, operand, context),
		),
	$in_query: (values, operand, _condition, context) => isReferenceTo(values, operand, context),
	$nin_query: (values, operand, _condition, context) => !isReferenceTo(values, operand, context),
};

function matchesCondition(values: unknown[], wanted: unknown, context: FilterContext): boolean {
	if (!isRecord(wanted) || !Object.keys(wanted).some((key) => key.startsWith('$'))) {
		if (wanted === null) return values.every((value) => value === null || value === undefined);
		// A list means the same list, whose elements `valuesAt` has spread out.
		if (Array.isArray(wanted)) return isEqual(values, wanted);
		return values.some((value) => isEqual(value, wanted));
	}
	return Object.entries(wanted).every(([operator, operand]) => {
		const test = OPERATORS[operator];
		if (!test) throw unknownOperator(operator);
		return test(values, operand, wanted, context);
	});
}

function isReferenceTo(values: unknown[], operand: unknown, context: FilterContext): boolean {
	if (!isRecord(operand)) throw badParameters({ query: ['is not valid.'] });
	return values.some((value) => {
		const entry = context.referenced(value);
		return entry !== undefined && matches(entry, operand, context);
	});
}

function matchesTerms(
	object: Fields,
	taxonomy: string,
	wanted: unknown,
	context: FilterContext,
): boolean {
	const assigned = (Array.isArray(object.taxonomies) ? object.taxonomies : [])
		.filter((item): item is Fields => isRecord(item) && item.taxonomy_uid === taxonomy)
		.map((item) => String(item.term_uid));
	if (!isRecord(wanted)) return assigned.includes(String(wanted));
	return Object.entries(wanted).every(([operator, operand]) => {
		const around = /^\$(eq_)?(below|above)$/.exec(operator);
		if (!around) return matchesCondition(assigned, { [operator]: operand }, context);
		const term = String(isRecord(operand) ? operand.term : operand);
		const accepted = context.terms(taxonomy, term, around[2] as 'below' | 'above');
		return assigned.some(
			(uid) => accepted.includes(uid) || (around[1] !== undefined && uid === term),
		);
	});
}

function isEqual(value: unknown, wanted: unknown): boolean {
	if (typeof value === 'object' || typeof wanted === 'object')
		return JSON.stringify(value) === JSON.stringify(wanted);
	return value === wanted;
}

/** Only like is compared with like; ISO dates order as strings. */
function compare(value: unknown, operand: unknown, accepts: (order: number) => boolean): boolean {
	if (typeof value === 'number' && typeof operand === 'number') return accepts(value - operand);
	if (typeof value !== 'string' || typeof operand !== 'string') return false;
	return accepts(value < operand ? -1 : value > operand ? 1 : 0);
}

function regularExpression(pattern: unknown, options: unknown): RegExp {
	try {
		return new RegExp(
			String(pattern),
			typeof options === 'string' ? options.replace(/[^ims]/g, '') : '',
		);
	} catch {
		throw badParameters({ query: ['is not valid.'] });
	}
}

function parts(operator: string, value: unknown): Fields[] {
	return list(operator, value).map((part) => {
		if (!isRecord(part)) throw badParameters({ query: [`${operator} is not valid.`] });
		return part;
	});
}

function list(operator: string, value: unknown): unknown[] {
	if (!Array.isArray(value)) throw badParameters({ query: [`${operator} is not valid.`] });
	return value;
}

function unknownOperator(operator: string): Error {
	return badParameters({ query: [`${operator} is not valid.`] });
}
