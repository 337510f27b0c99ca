import type { MediaPick, SelectRequest } from '../../../lib/pickerProtocol';
import { badRequest } from './refusal';

/** IDs of iconik are UUIDs; nothing else gets into a path of its API. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_TEXT = 200;
const LONGEST_CURSOR = 2000;
const MOST_IDS = 100;

/** Reads what the page sends: exactly what the protocol says, or a refusal. */
type Query = Record<string, unknown>;

export function text(query: Query, name: string, longest = LONGEST_TEXT): string {
	const value = query[name];
	if (value === undefined || value === '') return '';
	if (typeof value !== 'string') throw badRequest(`"${name}" must be given once.`);
	if (value.length > longest)
		throw badRequest(`"${name}" is too long: at most ${longest} characters.`);
	return value;
}

export function oneOfThese<T extends string>(
	query: Query,
	name: string,
	allowed: readonly T[],
): T | undefined {
	const value = text(query, name);
	if (value === '') return undefined;
	const found = allowed.find((one) => one === value);
	if (!found) throw badRequest(`"${name}" must be one of ${allowed.join(', ')}.`);
	return found;
}

export function wholeNumber(query: Query, name: string): number | undefined {
	const value = text(query, name);
	if (value === '') return undefined;
	if (!/^\d{1,12}$/.test(value)) throw badRequest(`"${name}" must be a whole number.`);
	return Number(value);
}

/** Milliseconds since 1970 at the beginning of the day in UTC. */
export function day(query: Query, name: string): number | undefined {
	const value = text(query, name);
	if (value === '') return undefined;
	const instant = DATE.test(value) ? Date.parse(value) : NaN;
	if (Number.isNaN(instant)) throw badRequest(`"${name}" must be a date like 2027-01-31.`);
	return instant;
}

export function id(value: unknown): string {
	if (typeof value !== 'string' || !UUID.test(value))
		throw badRequest('This is not the ID of something in iconik.');
	return value.toLowerCase();
}

export function optionalId(query: Query, name: string): string | undefined {
	return text(query, name) === '' ? undefined : id(query[name]);
}

/** A comma list of words, such as media types. */
export function words(query: Query, name: string): string[] {
	const list = text(query, name).split(',').filter(Boolean);
	if (list.length > 20 || list.some((word) => !/^[\w-]{1,40}$/.test(word)))
		throw badRequest(`"${name}" must be a list of words with commas between them.`);
	return list;
}

export interface Wanted {
	id: string;
	/** Set for what is pinned to this version. */
	versionId: string | undefined;
}

/** A comma list of asset IDs, each with a version behind a colon where it is pinned. */
export function wantedIds(query: Query, name: string): Wanted[] {
	const list = text(query, name, MOST_IDS * 75)
		.split(',')
		.filter(Boolean)
		.map((part) => {
			const [asset, version, ...rest] = part.split(':');
			if (rest.length > 0) throw badRequest(`"${name}" is not a list of IDs.`);
			return { id: id(asset), versionId: version === undefined ? undefined : id(version) };
		});
	if (list.length === 0 || list.length > MOST_IDS)
		throw badRequest(`"${name}" takes 1 to ${MOST_IDS} IDs.`);
	return list;
}

/** Where the next page begins: the sort values of the last hit, or a page number where there is no order. */
export type Cursor = { after: Array<string | number | null> } | { page: number };

export function writeCursor(cursor: Cursor): string {
	return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

export function readCursor(query: Query): Cursor | undefined {
	const value = text(query, 'cursor', LONGEST_CURSOR);
	if (value === '') return undefined;
	const wrong = () => badRequest('The place in the list is not known. Search again.');
	let found: Partial<{ after: unknown; page: unknown }> | null;
	try {
		found = JSON.parse(Buffer.from(value, 'base64url').toString()) as typeof found;
	} catch {
		throw wrong();
	}
	const { after, page } = found ?? {};
	if (typeof page === 'number' && Number.isInteger(page) && page > 1 && page <= 1000)
		return { page };
	const isValue = (one: unknown) =>
		one === null || typeof one === 'number' || (typeof one === 'string' && one.length <= 500);
	if (!Array.isArray(after) || after.length === 0 || after.length > 3 || !after.every(isValue))
		throw wrong();
	return { after: after as Array<string | number | null> };
}

const LONGEST_NAME = 500;

/** The body of a selection. The names of the entry are for the workflow; they are cut to a sane length and never used in a path here. */
export function selectRequest(body: unknown): SelectRequest {
	const { picks, entry } = object(body);
	if (!Array.isArray(picks) || picks.length === 0 || picks.length > MOST_IDS)
		throw badRequest(`A selection holds 1 to ${MOST_IDS} picks.`);
	const names = entry === undefined ? {} : object(entry);
	const name = (key: string) => {
		const value = names[key] ?? '';
		if (typeof value !== 'string') throw badRequest(`"${key}" must be text.`);
		return value.slice(0, LONGEST_NAME);
	};
	const unique = new Map<string, MediaPick>();
	for (const one of picks) {
		const pick = object(one);
		const assetId = id(pick.id);
		const pinnedVersionId = pick.pinnedVersionId ?? null;
		unique.set(assetId, {
			id: assetId,
			pinnedVersionId: pinnedVersionId === null ? null : id(pinnedVersionId),
		});
	}
	return {
		picks: [...unique.values()],
		entry: {
			contentType: name('contentType'),
			uid: name('uid'),
			locale: name('locale'),
			field: name('field'),
		},
	};
}

export function object(value: unknown): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw badRequest('The request is not a JSON object.');
	return value as Record<string, unknown>;
}
