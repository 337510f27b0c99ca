import { isRecord } from '../records';
import type { Fields } from '../state';
import type { QueryString } from './queryString';

/**
 * Leaves the fields that `only[BASE][]` names, or takes out those of `except[BASE][]`. A scope other than BASE is the path of
 * a reference whose included entries are projected. `uid` always stays.
 */
export function project(object: Fields, query: QueryString): Fields {
	const only = query.projection('only');
	const except = query.projection('except');
	let result = object;
	for (const scope of new Set([...only.keys(), ...except.keys()])) {
		if (scope === 'BASE') continue;
		const keep = (inner: Fields) => reduce(inner, only.get(scope), except.get(scope));
		result = replaceAt(result, scope.split('.'), keep) as Fields;
	}
	return reduce(result, only.get('BASE'), except.get('BASE'));
}

function reduce(object: Fields, only?: string[], except?: string[]): Fields {
	let result = object;
	if (only)
		result = keepPaths(
			result,
			['uid', ...only].map((path) => path.split('.')),
		);
	for (const path of except ?? []) result = dropPath(result, path.split('.')) as Fields;
	return result;
}

function keepPaths(object: Fields, paths: string[][]): Fields {
	const kept: Fields = {};
	for (const [key, value] of Object.entries(object)) {
		const mine = paths.filter(([first]) => first === key).map(([, ...rest]) => rest);
		if (mine.length === 0) continue;
		const whole = mine.some((rest) => rest.length === 0);
		kept[key] = whole ? value : each(value, (inner) => keepPaths(inner, mine));
	}
	return kept;
}

function dropPath(value: unknown, [key, ...rest]: string[]): unknown {
	return each(value, (object) => {
		if (key === undefined || !(key in object)) return object;
		if (rest.length > 0) return { ...object, [key]: dropPath(object[key], rest) };
		return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
	});
}

function replaceAt(
	value: unknown,
	[key, ...rest]: string[],
	change: (object: Fields) => Fields,
): unknown {
	if (key === undefined) return each(value, change);
	return each(value, (object) =>
		key in object ? { ...object, [key]: replaceAt(object[key], rest, change) } : object,
	);
}

function each(value: unknown, change: (object: Fields) => unknown): unknown {
	if (Array.isArray(value)) return value.map((item) => each(item, change));
	return isRecord(value) ? change(value) : value;
}
