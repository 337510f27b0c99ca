import type { IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import { since } from '../transport/searchTerms';
import { findAssets, withoutSearchMarks } from './assetSearch';
import { toCursor, type Position } from './changeCursor';
import { toInstant } from './dates';

/** What changed first comes first, so whatever changes during the paging moves to the end and is met there. */
const FIRST_CHANGED_FIRST: IDataObject[] = [
	{ name: 'date_modified', order: 'asc' },
	{ name: 'id', order: 'asc' },
];

export interface ChangesWanted {
	terms: IDataObject[];
	/** All fields when absent. */
	fields?: readonly string[];
	perPage: number;
	limit: number;
	/** By how much the search index may lag behind, with the difference of the clocks. */
	overlapMs: number;
	now: number;
}

/**
 * Each asset that changed since a position once, in its last known state, the one that changed first at the front. Each carries a
 * `cursor`: all up to this asset is done.
 *
 * The search index lags behind by an unknown time, so assets with a date that was passed already may still turn up. What is older
 * than the start of the reading less the overlap counts as settled and is passed exactly; of what is younger, the cursor remembers
 * what was given out, and the next reading begins before it.
 */
export async function readChanges(
	iconik: IconikClient,
	{ terms, fields, perPage, limit, overlapMs, now }: ChangesWanted,
	start: Position,
): Promise<IDataObject[]> {
	const began = start.began ?? now;
	const settled = Math.max(began - overlapMs, start.from ?? -Infinity);
	const hits = findAssets(
		iconik,
		{
			terms: start.from === undefined ? terms : [...terms, since('date_modified', start.from)],
			sort: FIRST_CHANGED_FIRST,
			fields,
			after: start.after,
		},
		// One more tells whether there is more.
		{ perPage: Math.min(perPage, limit + 1) },
	);
	const found = new Map<string, IDataObject>();
	const recent: Record<string, number> = {};
	let end: Position | undefined;
	for await (const hit of hits) {
		const changed = toInstant(hit.date_modified as string | null) ?? 0;
		const isNew = start.seen?.[hit.id] !== changed;
		if (isNew && found.size >= limit && !found.has(hit.id)) return [...found.values()];
		const isSettled = changed < settled;
		end = { after: hit._sort };
		if (!isSettled) {
			recent[hit.id] = changed;
			end = { from: settled, seen: recent };
		}
		if (!isNew) continue;
		const cursor = toCursor({ after: hit._sort, ...(!isSettled && { began }) });
		// One that changed again during the paging is given in its later state only.
		found.delete(hit.id);
		found.set(hit.id, { ...withoutSearchMarks(hit), cursor });
	}
	const assets = [...found.values()];
	const last = assets.at(-1);
	if (last && end) last.cursor = toCursor(end);
	return assets;
}
