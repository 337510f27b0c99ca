import { badRequest, type Answer } from './answers';
import type { Call } from './api';

/** Deepest index that page-numbered lists reach, as Elasticsearch's result window does. */
const RESULT_WINDOW = 10_000;
const DEFAULT_PER_PAGE = 10;
/** The services whose lists name a `scroll_id`. */
const SCROLLED = /^\/API\/(assets|files|jobs|search)\//;

/** The fields that lists may be ordered by are not listed anywhere; any top-level field will do. */
type Sortable = Record<string, unknown>;

function count(call: Call, name: string, fallback: number, max: number): number {
	const text = call.query[name];
	if (text === undefined || text === '') return fallback;
	const number = Number(text);
	if (!Number.isInteger(number) || number < 1)
		throw badRequest({ [name]: 'Must be greater than or equal to 1.' });
	if (number > max) throw badRequest({ [name]: `Must be less than or equal to ${max}.` });
	return number;
}

export interface PageOptions {
	maxPerPage?: number;
	/** Further members of the envelope, such as facets. */
	extra?: Record<string, unknown>;
}

/** A page-numbered list: `page` and `per_page` from the query, links relative to the host. */
export function page(call: Call, objects: unknown[], options: PageOptions = {}): Answer {
	const { maxPerPage = 1000, extra } = options;
	const perPage = count(call, 'per_page', DEFAULT_PER_PAGE, maxPerPage);
	if (flag(call, 'scroll') || call.query.scroll_id) return scroll(call, objects, perPage, extra);
	const number = count(call, 'page', 1, 10_000);
	if ((number - 1) * perPage >= RESULT_WINDOW)
		throw badRequest([`Result window is too large, it must be at most ${RESULT_WINDOW}`]);
	const pages = Math.max(1, Math.ceil(objects.length / perPage));
	const link = (target: number): string => {
		const query = new URLSearchParams({
			...call.query,
			page: String(target),
			per_page: String(perPage),
		});
		return `${call.path}?${query.toString()}`;
	};
	return {
		status: 200,
		body: {
			objects: objects.slice((number - 1) * perPage, number * perPage),
			page: number,
			pages,
			per_page: perPage,
			total: objects.length,
			first_url: link(1),
			last_url: link(pages),
			next_url: number < pages ? link(number + 1) : '',
			prev_url: number > 1 ? link(number - 1) : '',
			...(SCROLLED.test(call.path) ? { scroll_id: '' } : {}),
			...extra,
		},
	};
}

/** The way through any number of objects before `search_after`: each answer carries the mark to go on from. */
function scroll(
	call: Call,
	objects: unknown[],
	perPage: number,
	extra: Record<string, unknown> = {},
): Answer {
	const mark = Buffer.from(call.query.scroll_id ?? '', 'base64url').toString();
	const start = mark === '' ? 0 : Number(mark);
	if (!Number.isInteger(start)) throw badRequest({ scroll_id: 'Not a valid scroll id.' });
	const shown = objects.slice(start, start + perPage);
	const scroll_id = Buffer.from(String(start + shown.length)).toString('base64url');
	return {
		status: 200,
		body: { objects: shown, per_page: perPage, total: objects.length, scroll_id, ...extra },
	};
}

/** A list that goes on after the object whose id is `last_id`. */
export function keyset(
	call: Call,
	objects: Array<{ id: string }>,
	show: (object: never) => unknown = (object) => object,
): Answer {
	const perPage = count(call, 'per_page', DEFAULT_PER_PAGE, 1000);
	const start = objects.findIndex(({ id }) => id === call.query.last_id) + 1;
	const shown = objects.slice(start, start + perPage);
	const last = shown[shown.length - 1];
	const more = start + perPage < objects.length && last !== undefined;
	const query = new URLSearchParams({ ...call.query, ...(more ? { last_id: last.id } : {}) });
	const listed = shown.map((object) => show(object as never));
	// The lists of one object's shares, and of a share's people, are not counted.
	if (/\/shares\//.test(call.path)) return { status: 200, body: { objects: listed } };
	return {
		status: 200,
		body: {
			objects: listed,
			per_page: perPage,
			total: objects.length,
			next_url: more ? `${call.path}?${query.toString()}` : '',
		},
	};
}

/** Orders by a `sort` parameter such as `title,asc;date_modified,desc`. */
export function sorted<T extends Sortable>(objects: T[], sort: string | undefined): T[] {
	if (!sort) return objects;
	const keys = sort.split(';').map((part) => part.split(','));
	return [...objects].sort((a, b) => {
		for (const [name = '', order] of keys) {
			const difference = compareValues(a[name], b[name]);
			if (difference !== 0) return order === 'desc' ? -difference : difference;
		}
		return 0;
	});
}

/** Numbers by size, all else as text; what is missing comes last. */
export function compareValues(a: unknown, b: unknown): number {
	if (a === b) return 0;
	if (a === undefined || a === null) return 1;
	if (b === undefined || b === null) return -1;
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return String(a).localeCompare(String(b));
}

/** Whether a query parameter is switched on. */
export function flag(call: Call, name: string, fallback = false): boolean {
	const text = call.query[name];
	return text === undefined ? fallback : text.toLowerCase() === 'true' || text === '1';
}

/** A comma-separated query parameter, or `undefined` when it is absent. */
export function csv(call: Call, name: string): string[] | undefined {
	return call.query[name]?.split(',').filter((part) => part !== '');
}
