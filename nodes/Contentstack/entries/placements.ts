import type { IDataObject } from 'n8n-workflow';
import type { ContentType } from '../schema/contentType';
import type { MediaUse } from '../schema/mediaWalk';
import type { Stack } from '../transport/stack';
import { type Environment, environmentsOf, type Locale, localesOf } from '../transport/stackLists';
import { entryPage, type LivePlace } from './entry';
import { type CarriedAsset, carriedAssets, isThere, type MediaEntries } from './mediaEntries';
import type { Holder } from './mediaHolders';

/** What is needed to tell where a version of an entry is live. */
export interface Surroundings {
	environments: Environment[];
	locales: Locale[];
}

export async function surroundingsOf(stack: Stack): Promise<Surroundings> {
	return { environments: await environmentsOf(stack), locales: await localesOf(stack) };
}

/**
 * The places where the content of this version's language is live: those of its own language, and those of languages in which the entry
 * has no version of its own and that fall back to this one.
 * @param own the languages in which the entry has a version; `undefined` when not all were looked at
 */
export function placesOf(
	holder: Holder,
	own: ReadonlySet<string> | undefined,
	locales: Locale[],
): LivePlace[] {
	const fallbackOf = (code: string) =>
		locales.find((locale) => locale.code === code)?.fallback_locale ?? undefined;
	const sourceOf = (code: string): string | undefined => {
		const passed = new Set<string>();
		let at: string | undefined = code;
		while (at !== undefined && !own?.has(at) && !passed.has(at)) {
			passed.add(at);
			at = fallbackOf(at);
		}
		return at;
	};
	return holder.live.filter(
		({ locale }) =>
			locale === holder.locale || (own !== undefined && sourceOf(locale) === holder.locale),
	);
}

/**
 * One row for each asset that a version of an entry shows, in the order of its fields: in the version's own language, and in each other
 * language in which it is live because the entry falls back to it there.
 */
export function placementRows(
	stack: Stack,
	contentType: ContentType,
	holder: Holder,
	places: LivePlace[],
	{ environments }: Surroundings,
	shown: ShownAsset[],
): IDataObject[] {
	const locales = new Set([holder.locale, ...places.map(({ locale }) => locale)]);
	return [...locales].flatMap((locale) => {
		const live = places
			.filter((place) => place.locale === locale)
			.map((place) => liveRow(holder, place, environments));
		return shown.map(({ use, asset }) => ({
			asset_id: asset.assetId,
			version_id: asset.versionId,
			version_number: asset.versionNumber,
			content_type: contentType.uid,
			content_type_title: contentType.title,
			entry_uid: holder.uid,
			title: holder.title,
			field_path: use.path,
			locale,
			content_locale: holder.locale,
			entry_version: holder.version,
			branch: stack.connection.branch || 'main',
			environments: live,
			page_url: live.find(({ url }) => url !== null)?.url ?? null,
			cms_url: entryPage(stack.connection, contentType.uid, { uid: holder.uid, locale }),
			source: use.source,
			media_entry_uid: asset.carrier?.uid ?? null,
			media_content_type: asset.carrier?.contentType ?? null,
			problem: asset.problem ?? null,
		}));
	});
}

/** An asset and how an entry uses it. */
export interface ShownAsset {
	use: MediaUse;
	asset: Placed;
}

/** The assets behind the uses of media in an entry, each once for a field. */
export function shownAssets(
	{ uses }: Holder,
	known: MediaEntries,
	wantsUnresolved: boolean,
): ShownAsset[] {
	const all = uses.flatMap((use) =>
		assetsOf(use, known, wantsUnresolved).map((asset) => ({ use, asset })),
	);
	const seen = new Set<string>();
	return all.filter(({ use, asset }) => {
		const key = [asset.assetId, use.path, asset.carrier?.uid].join('\n');
		return !seen.has(key) && seen.add(key);
	});
}

type Placed = Partial<Pick<CarriedAsset, 'carrier'>> & {
	assetId: string | null;
	versionId: string | null;
	versionNumber: number | null;
	problem?: 'media_entry_missing' | 'no_asset_id';
};

function assetsOf(use: MediaUse, known: MediaEntries, wantsUnresolved: boolean): Placed[] {
	if (use.kind === 'asset') return [use];
	const carried = carriedAssets(known, use);
	if (carried.length > 0 || !wantsUnresolved) return carried;
	return [
		{
			assetId: null,
			versionId: null,
			versionNumber: null,
			carrier: use,
			problem: isThere(known, use) ? 'no_asset_id' : 'media_entry_missing',
		},
	];
}

function liveRow(holder: Holder, place: LivePlace, environments: Environment[]) {
	const environment = environments.find(
		({ uid, name }) => uid === place.environment || name === place.environment,
	);
	const site = environment?.urls?.find(({ locale }) => locale === place.locale)?.url;
	return {
		environment: environment?.name ?? place.environment,
		environment_uid: environment?.uid ?? place.environment,
		locale: place.locale,
		version: place.version,
		// A later version may have been saved: what is live then need not be what stands here.
		is_latest: place.version === holder.version,
		published_at: place.time ?? null,
		url: site && holder.url ? joined(site, holder.url) : null,
	};
}

function joined(site: string, path: string): string {
	return `${site.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}
