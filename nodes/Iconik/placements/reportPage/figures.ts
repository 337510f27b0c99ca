import type { Place, ReportRow } from './rows';
import { monthName } from './words';

/** A name with how often it is there. */
export interface Figure {
	name: string;
	count: number;
}

export type Section = 'usedUnapproved' | 'expiring' | 'missingCaptions' | 'mostUsed' | 'unused';

/** The rows of one report, in their order. */
export function rowsOf(rows: readonly ReportRow[], section: Section): ReportRow[] {
	return rows.filter(({ report }) => report === section);
}

/** Each asset that is in use once, whichever reports name it. */
export function usedAssets(rows: readonly ReportRow[]): ReportRow[] {
	const used = rows.filter(({ report }) => report !== 'unused');
	return [...new Map(used.map((row) => [row.assetId, row])).values()];
}

/** How often each value is there, the most frequent first. */
export function tally(values: readonly string[]): Figure[] {
	const counts = new Map<string, number>();
	for (const name of values) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts]
		.map(([name, count]) => ({ name, count }))
		.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

const BUCKETS: ReadonlyArray<{ name: string; lastDay: number; tone?: string }> = [
	{ name: 'Ended', lastDay: -1, tone: 'bad' },
	{ name: '7 days', lastDay: 7, tone: 'warn' },
	{ name: '14 days', lastDay: 14, tone: 'warn' },
	{ name: '30 days', lastDay: 30 },
	{ name: '60 days', lastDay: 60 },
	{ name: '90 days', lastDay: 90 },
	{ name: 'Later', lastDay: Infinity },
];
const DAY_MS = 86_400_000;

/** Whole days from one calendar day to another. */
export function daysUntil(day: string, today: string): number {
	return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

/** How many rights end when: those that have ended, and steps into the future up to the last that holds any. */
export function endings(days: readonly string[], today: string): Array<Figure & { tone?: string }> {
	const counts = BUCKETS.map(({ name, tone }) => ({ name, count: 0, tone }));
	for (const day of days) {
		const ahead = daysUntil(day, today);
		const bucket = counts[BUCKETS.findIndex(({ lastDay }) => ahead <= lastDay)];
		if (bucket) bucket.count++;
	}
	while (counts.at(-1)?.count === 0) counts.pop();
	return counts;
}

/** How many places were new in each month, for the last `months` up to that of today. */
export function newPlaces(places: readonly Place[], today: string, months: number): Figure[] {
	const [year = 0, month = 1] = today.split('-').map(Number);
	return Array.from({ length: months }, (_, n) => {
		const key = new Date(Date.UTC(year, month - months + n, 1)).toISOString().slice(0, 7);
		const count = places.filter(({ since }) => since.startsWith(key)).length;
		return { name: monthName(key), count };
	});
}
