const DAY_MS = 24 * 60 * 60 * 1000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/i;

/** Milliseconds since 1970 of an iconik date or date-time. Where it leaves the offset out, it means UTC. */
export function toInstant(text: string | null | undefined): number | undefined {
	if (!text) return undefined;
	const trimmed = text.trim();
	const complete = DATE.test(trimmed) || OFFSET.test(trimmed) ? trimmed : `${trimmed}Z`;
	const instant = Date.parse(complete.replace(' ', 'T'));
	return Number.isNaN(instant) ? undefined : instant;
}

/** The calendar date in UTC, YYYY-MM-DD, of an iconik date or date-time. */
export function toDate(text: string | null | undefined): string | undefined {
	const instant = toInstant(text);
	return instant === undefined ? undefined : dateOf(instant);
}

/** The calendar date in UTC, YYYY-MM-DD. */
export function dateOf(instant: number): string {
	return new Date(instant).toISOString().slice(0, 10);
}

export function daysAfter(instant: number, days: number): number {
	return instant + days * DAY_MS;
}
