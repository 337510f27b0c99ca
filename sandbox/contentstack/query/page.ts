import type { Fields } from '../state';
import { matches, valuesAt, type FilterContext } from './filter';
import type { QueryString } from './queryString';

/** Nothing refers to anything: for lists of objects that carry no references and no terms. */
export const NO_REFERENCES: FilterContext = { referenced: () => undefined, terms: () => [] };

/** The objects that a list call asks for, filtered, sorted and cut to its page, and how many there are in all. */
export function pageOf(
	objects: Fields[],
	query: QueryString,
	context: FilterContext = NO_REFERENCES,
): { page: Fields[]; count: number } {
	const { filter } = query;
	const tags = query.all('tags');
	const found = objects.filter(
		(object) =>
			matches(object, filter, context) &&
			tags.every((tag) => valuesAt(object, ['tags']).includes(tag)),
	);
	const { skip, limit } = query.page;
	return { page: sorted(found, query).slice(skip, skip + limit), count: found.length };
}

/** `{ [name]: page, count? }`, the form of every list answer. */
export function listAnswer(
	name: string,
	objects: Fields[],
	query: QueryString,
	context?: FilterContext,
): Fields {
	const { page, count } = pageOf(objects, query, context);
	if (query.flag('count')) return { [name]: count };
	return { [name]: page, ...(query.flag('include_count') && { count }) };
}

function sorted(objects: Fields[], query: QueryString): Fields[] {
	const ascending = query.one('asc');
	const field = ascending ?? query.one('desc');
	if (field === undefined) return objects;
	const direction = ascending === undefined ? -1 : 1;
	const key = (object: Fields) => valuesAt(object, field.split('.'))[0];
	return [...objects].sort((a, b) => direction * order(key(a), key(b)));
}

function order(a: unknown, b: unknown): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	const [left, right] = [String(a ?? ''), String(b ?? '')];
	return left < right ? -1 : left > right ? 1 : 0;
}
