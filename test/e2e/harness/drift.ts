import type { Services } from '../../../sandbox/client/services';

/** What the simulated iconik holds of an asset, as far as it decides what websites may show. */
interface Asset {
	id: string;
	title: string;
	status: string;
	is_blocked?: boolean;
	latest_version_id: string;
	metadata: Record<string, unknown[]>;
	versions: Array<{
		id: string;
		version_number: number;
		approval_status: string;
		is_online: boolean;
		subtitles: Array<{ language: string }>;
	}>;
}

interface Entry {
	uid: string;
	title: string;
	iconik_asset_id: string;
	iconik_version_id?: string;
	iconik_state?: string;
	description?: string;
	usage_rights?: { holder?: string; expires?: string };
	captions?: Array<{ language: string }>;
	poster?: unknown;
	hero?: Array<{ uid: string }>;
	clips?: Array<{ video?: Array<{ uid: string }> }>;
}

const PAGE = 100;

/**
 * Everything in which iconik and the website of an environment disagree, one line each. Written against the simulators' own states and
 * the Delivery API, with no code of the nodes: which version may be shown is decided here anew.
 * @param pages the content type of the pages that show media entries in `hero` and `clips`
 */
export async function drift(services: Services, pages: string): Promise<string[]> {
	const { assets } = await services.iconik.control.state<{ assets: Asset[] }>();
	const live = await liveEntries(services, 'iconik_media');
	const assetOf = await assetsOfMediaEntries(services);
	const wanted = placements(await liveEntries(services, pages), assetOf);
	return assets.flatMap((asset) => {
		const lines = [
			...mediaDrift(
				asset,
				live.filter((entry) => entry.iconik_asset_id === asset.id),
			),
			...difference('placement', recorded(asset), wanted.get(asset.id)?.places ?? []),
			...difference('page', asset.metadata.cms_pages ?? [], wanted.get(asset.id)?.titles ?? []),
		];
		return lines.map((line) => `${asset.title}: ${line}`);
	});
}

function mediaDrift(asset: Asset, live: Entry[]): string[] {
	const version = versionToShow(asset);
	if (!version) return live.length === 0 ? [] : ['is live and must not be'];
	const [entry, ...others] = live;
	if (!entry) return ['is not live'];
	if (others.length > 0) return ['has several entries'];
	const [description = null] = asset.metadata.Description ?? [];
	const [holder = null] = asset.metadata.RightsHolder ?? [];
	const [expires = null] = asset.metadata.RightsExpiry ?? [];
	const rights = entry.usage_rights;
	const facts: Array<[string, unknown, unknown]> = [
		['title', entry.title, asset.title],
		['version', entry.iconik_version_id, version.id],
		['state', entry.iconik_state, 'ready'],
		['holder', rights?.holder ?? null, holder],
		['expiry', rights?.expires?.slice(0, 10) ?? null, expires],
		['poster', Boolean(entry.poster), true],
		['captions', languages(entry.captions), languages(version.subtitles)],
		// Metadata belongs to a version, and the state shows that of the latest.
		...(version.id === asset.latest_version_id
			? [['description', entry.description ?? null, description] as [string, unknown, unknown]]
			: []),
	];
	return facts
		.filter(([, shown, right]) => shown !== right)
		.map(([what, shown, right]) => `${what} is ${String(shown)} and not ${String(right)}`);
}

const languages = (files: Array<{ language: string }> | undefined) =>
	(files ?? [])
		.map(({ language }) => language)
		.sort()
		.join();

/** The latest approved version of an asset that is there, not blocked, and has rights today. */
function versionToShow({ status, is_blocked, metadata, versions }: Asset) {
	const today = new Date().toISOString().slice(0, 10);
	const [expires] = metadata.RightsExpiry ?? [];
	const hasRights = expires !== undefined && String(expires) >= today;
	if (status !== 'ACTIVE' || is_blocked || !hasRights) return undefined;
	return versions
		.filter(({ approval_status, is_online }) => approval_status === 'APPROVED' && is_online)
		.sort((a, b) => b.version_number - a.version_number)[0];
}

/** `film_page/uid hero en-us production` for each place that iconik has on record. */
function recorded({ metadata }: Asset): string[] {
	return (metadata.cms_placements ?? []).map((text) => {
		const parts = String(text)
			.replace(/ \| since \S+$/, '')
			.split(' | ');
		const [entry, field, locale, environment] = parts.slice(-5);
		return [entry, field, locale, environment].join(' ');
	});
}

interface Shown {
	places: string[];
	titles: string[];
}

function placements(pages: Entry[], assetOf: Map<string, string>): Map<string, Shown> {
	const shown = new Map<string, Shown>();
	for (const { uid, title, hero = [], clips = [] } of pages) {
		const fields: Array<[string, { uid: string }[]]> = [
			['hero', hero],
			...clips.map(({ video = [] }, n): [string, { uid: string }[]] => [`clips.${n}.video`, video]),
		];
		for (const [field, references] of fields)
			for (const reference of references) {
				const id = assetOf.get(reference.uid) ?? '';
				const of = shown.get(id) ?? { places: [], titles: [] };
				of.places.push(`film_page/${uid} ${field} en-us production`);
				if (!of.titles.includes(title)) of.titles.push(title);
				shown.set(id, of);
			}
	}
	return shown;
}

function difference(what: string, found: unknown[], wanted: string[]): string[] {
	const known = found.map(String);
	return [
		...wanted.filter((one) => !known.includes(one)).map((one) => `${what} ${one} is missing`),
		...known.filter((one) => !wanted.includes(one)).map((one) => `${what} ${one} is too many`),
	];
}

/** All entries of a content type that are live, as a website reads them. */
async function liveEntries(
	{ contentstack, connections }: Services,
	contentType: string,
): Promise<Entry[]> {
	const { environment } = connections.contentstack;
	const all: Entry[] = [];
	for (;;) {
		const params = { environment, limit: PAGE, skip: all.length };
		const path = `/content_types/${contentType}/entries`;
		const { status, data } = await contentstack.delivery.get<{ entries: Entry[] }>(path, {
			params,
		});
		if (status !== 200) throw new Error(`Contentstack answered ${status}`);
		all.push(...data.entries);
		if (data.entries.length < PAGE) return all;
	}
}

async function assetsOfMediaEntries({ contentstack }: Services): Promise<Map<string, string>> {
	type State = { entries: Array<{ uid: string; contentType: string; fields: Entry }> };
	const { entries } = await contentstack.control.state<State>();
	return new Map(
		entries
			.filter(({ contentType }) => contentType === 'iconik_media')
			.map(({ uid, fields }) => [uid, fields.iconik_asset_id]),
	);
}
