import { entryName, fromText, placeName, toText, type EntryKey, type Placement } from './placement';

/** Which of the entry's placements are set: all when nothing is named. */
export interface Scope {
	locale?: string;
	environment?: string;
}

export interface Difference {
	append: string[];
	remove: string[];
	added: number;
	updated: number;
	removed: number;
	unchanged: number;
	/** Whether the asset has placements of the entry afterwards, in whatever scope. */
	remains: boolean;
}

/** Whether a placement belongs to the entry and the scope, so that this recording decides about it. */
export function isInScope(
	placement: Placement,
	entry: EntryKey,
	{ locale, environment }: Scope,
): boolean {
	return (
		entryName(placement) === entryName(entry) &&
		(!locale || placement.locale === locale) &&
		(!environment || placement.environment === environment)
	);
}

/** What to write to one asset, so that it holds the wanted placements of the entry; those of others stay as they are. */
export function differenceOf(
	texts: readonly string[],
	wanted: readonly Placement[],
	entry: EntryKey,
	scope: Scope,
): Difference {
	const within = (of: Scope) => (text: string) => {
		const placement = fromText(text);
		return placement !== undefined && isInScope(placement, entry, of);
	};
	const present = texts.filter(within(scope));
	const places = new Set(present.map(placeOfText));
	const known = daysOf(present);
	const wantedTexts = new Set(
		wanted.map((one) => toText({ ...one, since: known.get(placeName(one)) ?? one.since })),
	);
	const append = [...wantedTexts].filter((text) => !present.includes(text));
	const remove = [...new Set(present)].filter((text) => !wantedTexts.has(text));
	const wantedPlaces = new Set(wanted.map(placeName));
	const updated = append.filter((text) => places.has(placeOfText(text))).length;
	return {
		append,
		remove,
		added: append.length - updated,
		updated,
		removed: remove.filter((text) => !wantedPlaces.has(placeOfText(text))).length,
		unchanged: wantedTexts.size - append.length,
		remains: wantedTexts.size > 0 || texts.filter(within({})).length > present.length,
	};
}

/** Since when each place has been there. It stays the first day that was known, however often the entry is published again. */
function daysOf(texts: readonly string[]): Map<string, string> {
	const days = new Map<string, string>();
	for (const placement of texts.flatMap((text) => fromText(text) ?? [])) {
		const name = placeName(placement);
		const { since } = placement;
		if (since && since < (days.get(name) ?? '9999')) days.set(name, since);
	}
	return days;
}

function placeOfText(text: string): string {
	const placement = fromText(text);
	return placement ? placeName(placement) : text;
}
