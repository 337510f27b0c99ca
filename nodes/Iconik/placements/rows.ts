import type { EntryKey, Placement } from './placement';

type Row = Record<string, unknown>;

/** What the rows of one entry have in common. */
export interface RowDefaults {
	entry: EntryKey;
	title: string;
	url: string;
	/** For rows that name none. */
	locale: string;
	environment: string;
}

/**
 * The placements that rows of another step tell, by asset: `asset_id`, `field_path`, `locale`, and `environment` or a list of
 * `environments`; `since` or `published_at` in either tells since when. Further members of a row are left alone.
 * @throws Error that names the row and what is wrong with it
 */
export function readRows(given: unknown, defaults: RowDefaults): Map<string, Placement[]> {
	if (!Array.isArray(given)) throw new Error('The placements are not a list');
	const wanted = new Map<string, Placement[]>();
	given.forEach((row: unknown, n) => {
		const place = `Placement ${n + 1}`;
		if (typeof row !== 'object' || row === null) throw new Error(`${place} is not an object`);
		const assetId = textIn(row as Row, 'asset_id', 'assetId', 'iconik_asset_id');
		if (assetId === '') throw new Error(`${place} has no asset_id`);
		const { title, url, entry } = defaults;
		const common = {
			...entry,
			title: title || textIn(row as Row, 'title'),
			url: url || textIn(row as Row, 'url', 'page_url'),
			fieldPath: plain(textIn(row as Row, 'field_path', 'fieldPath', 'path')),
			locale: plain(textIn(row as Row, 'locale')) || defaults.locale,
		};
		const scoped = common.locale !== '' && defaults.locale !== '';
		if (scoped && common.locale !== defaults.locale)
			throw new Error(`${place} is in ${common.locale}, but only ${defaults.locale} is recorded`);
		for (const place of placesIn(row as Row, defaults.environment))
			wanted.set(assetId, [...(wanted.get(assetId) ?? []), { ...common, ...place }]);
	});
	return wanted;
}

type Place = Pick<Placement, 'environment' | 'since'>;

/** A scope of one environment takes only that one from a row; a row that names none is in the scope's. */
function placesIn(row: Row, only: string): Place[] {
	const listed = Array.isArray(row.environments) ? row.environments : [];
	const all = new Map<string, Place>();
	for (const given of [...listed, row.environment]) {
		const environment = plain(nameIn(given));
		if (environment === '' || all.has(environment)) continue;
		all.set(environment, { environment, ...(dayIn(given) ?? dayIn(row)) });
	}
	if (all.size === 0) return [{ environment: only, ...dayIn(row) }];
	return [...all.values()].filter(({ environment }) => !only || environment === only);
}

function nameIn(environment: unknown): string {
	if (typeof environment !== 'object' || environment === null) return String(environment ?? '');
	return textIn(environment as Row, 'environment', 'name');
}

/** The calendar day of an instant in ISO 8601; nothing for what is none. */
function dayIn(row: unknown): Pick<Placement, 'since'> | undefined {
	if (typeof row !== 'object' || row === null) return undefined;
	const since = /^\d{4}-\d\d-\d\d/.exec(textIn(row as Row, 'since', 'published_at'))?.[0];
	return since ? { since } : undefined;
}

function textIn(row: Row, ...names: string[]): string {
	const found = names
		.map((name) => row[name])
		.find((value) => value !== undefined && value !== null);
	return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : '';
}

/** Nothing in a part may look like the line between two parts. */
function plain(part: string): string {
	return part.replace(/[\s|]+/g, ' ').trim();
}
