import { toInstant } from './dates';

/** Where to go on reading changes. Instants in milliseconds since 1970. */
export interface Position {
	/** Behind the hit with these sort values. */
	after?: unknown[];
	/** From this instant on. */
	from?: number;
	/** Assets given out already, with the instant of the change that was given. */
	seen?: Record<string, number>;
	/** When the reading began that stopped here, where late arrivals behind this place are still possible. */
	began?: number;
}

interface Written {
	after?: unknown;
	from?: unknown;
	seen?: unknown;
	began?: unknown;
}

/** Assets that a cursor remembers. What is beyond them comes once more, in the state that it has. */
const MOST_SEEN = 500;

export function toCursor({ after, from, seen, began }: Position): string {
	const remembered = seen && Object.fromEntries(Object.entries(seen).slice(-MOST_SEEN));
	return JSON.stringify({
		after,
		from: from === undefined ? undefined : new Date(from).toISOString(),
		seen: remembered,
		began: began === undefined ? undefined : new Date(began).toISOString(),
	});
}

/**
 * The place that a date or a cursor names; everything when the text is empty, `undefined` when it is neither.
 * A date is moved back by the overlap; a cursor took care of that when it was made.
 */
export function toPosition(text: string, overlapMs: number): Position | undefined {
	const given = text.trim();
	if (given === '') return {};
	if (!given.startsWith('{')) {
		const date = toInstant(given);
		return date === undefined ? undefined : { from: date - overlapMs };
	}
	try {
		const { after, from, seen, began } = JSON.parse(given) as Written;
		const position: Position = {
			after: Array.isArray(after) ? after : undefined,
			from: instantOf(from),
			seen: typeof seen === 'object' && seen ? (seen as Record<string, number>) : undefined,
			began: instantOf(began),
		};
		return position.after || position.from !== undefined ? position : undefined;
	} catch {
		return undefined;
	}
}

const instantOf = (value: unknown): number | undefined =>
	typeof value === 'string' ? toInstant(value) : undefined;
