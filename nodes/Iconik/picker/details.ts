import { sideBySide } from '../../../lib/batches';
import type { PickerDetails, PickerVersion } from '../../../lib/pickerProtocol';
import { inLanguages, listSubtitles, readCaptions, type MediaSource } from '../media/captions';
import { toInstant } from '../media/dates';
import { bestProxy, listProxies } from '../media/publicProxy';
import { NO_RIGHTS } from '../media/rights';
import { readApproval } from '../media/selectVersion';
import { newestFirst } from '../media/versions';
import { toWebVtt } from '../media/webVtt';
import type { AssetVersion, Proxy } from '../types';
import { toItem, type IndexedAsset } from './item';
import { versionPoster } from './posters';
import { outOfScope } from './refusal';
import type { Wanted } from './request';
import type { Serving } from './serving';
import { indexDocuments, readStanding, type Standing } from './standing';

/** Versions that the preview lists, from the newest on: each costs a call for its approval. */
const MOST_VERSIONS = 20;
const MOST_TRACKS = 20;
const WIDTH = 10;

const PLAYABLE: Record<string, string> = {
	mp4: 'video/mp4',
	webm: 'video/webm',
	m4a: 'audio/mp4',
	mp3: 'audio/mpeg',
	wav: 'audio/wav',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	gif: 'image/gif',
};

/** What the preview shows: the version that would be used, or the newest one where none may. */
export async function details(serving: Serving, wanted: Wanted): Promise<PickerDetails> {
	const documents = indexDocuments(serving, [wanted.id]);
	const standing = await readStanding(serving, wanted, documents);
	if (!standing || standing.isUnapproved) throw outOfScope();
	const { asset, document, rights } = standing;
	const versions = newestFirst(asset.versions).slice(0, MOST_VERSIONS);
	const shown = standing.selected.version ?? versions[0];
	const source = shown && sourceOf(standing, shown, versions[0]);
	const [versionList, media, tracks, posterUrl] = await Promise.all([
		listVersions(serving, standing, versions),
		source ? previewOf(serving, source) : undefined,
		source ? tracksOf(serving, source) : [],
		versionPoster(serving.iconik, asset, document, standing.selected),
	]);
	const item = toItem({
		...standing,
		posterUrl,
		captions: [...new Set(tracks.map(({ language }) => language))],
		wantsApproved: wanted.versionId === undefined,
	});
	const { width, height } = media?.resolution ?? {};
	const playable = media && typeOf(media);
	const isPicture = document?.media_type === 'image';
	return {
		...item,
		width: width ?? item.width,
		height: height ?? item.height,
		versions: asset.versions?.length ?? item.versions,
		description: descriptionOf(document),
		previewUrl: playable ? (media.url ?? null) : isPicture ? item.posterUrl : null,
		previewType: playable ?? (isPicture && item.posterUrl ? 'image/jpeg' : null),
		tracks,
		versionList,
		fullRights: rights?.rights ?? NO_RIGHTS,
		webUrl: `${serving.iconik.origin}/asset/${asset.id}`,
	};
}

/** A subclip plays its parent's media, which may lie outside the scope: it is shown by its picture alone. */
function sourceOf(
	{ asset }: Standing,
	shown: AssetVersion,
	newest: AssetVersion | undefined,
): MediaSource | undefined {
	if (asset.type === 'SUBCLIP') return undefined;
	return { assetId: asset.id, versionId: shown.id, isLatest: shown.id === newest?.id };
}

async function listVersions(
	{ iconik }: Serving,
	{ asset }: Standing,
	versions: readonly AssetVersion[],
): Promise<PickerVersion[]> {
	const approvals = await sideBySide(
		versions,
		WIDTH,
		async ({ id }) => await readApproval(iconik, asset.id, id),
	);
	const statuses = approvals.map((outcome) => {
		if (outcome.ok) return outcome.value;
		throw outcome.error as Error;
	});
	const latest = statuses.indexOf('APPROVED');
	return versions.map((version, n) => {
		const created = toInstant(version.date_created);
		return {
			id: version.id,
			number: version.version_number ?? versions.length - n,
			approval: statuses[n] ?? 'N/A',
			createdAt: created === undefined ? null : new Date(created).toISOString(),
			isLatestApproved: n === latest,
		};
	});
}

async function previewOf({ iconik }: Serving, source: MediaSource): Promise<Proxy | undefined> {
	const proxies = await listProxies(iconik, source);
	return bestProxy(proxies.filter((proxy) => !!proxy.url && typeOf(proxy) !== undefined));
}

function typeOf({ filename, name, format }: Proxy): string | undefined {
	const ending = /\.(\w+)$/.exec(filename ?? name ?? '')?.[1]?.toLowerCase();
	return PLAYABLE[ending ?? ''] ?? PLAYABLE[(format ?? '').toLowerCase()];
}

async function tracksOf(
	{ iconik }: Serving,
	source: MediaSource,
): Promise<PickerDetails['tracks']> {
	const subtitles = inLanguages(await listSubtitles(iconik, source), []).slice(0, MOST_TRACKS);
	const outcomes = await sideBySide(
		subtitles,
		WIDTH,
		async (subtitle) => await readCaptions(iconik, source, subtitle),
	);
	return subtitles.flatMap(({ language, closed_captions }, n) => {
		const outcome = outcomes[n];
		const webVtt = outcome?.ok && outcome.value ? toWebVtt(outcome.value) : undefined;
		if (!webVtt) return [];
		const closedCaptions = closed_captions === true;
		return [{ language, label: labelOf(language, closedCaptions), closedCaptions, webVtt }];
	});
}

function labelOf(language: string, closedCaptions: boolean): string {
	let name = language;
	try {
		name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
	} catch {
		// iconik takes any text as a language, and that text is then its name.
	}
	return closedCaptions ? `${name} (closed captions)` : name;
}

function descriptionOf(document: IndexedAsset | undefined): string | null {
	return document?.description || null;
}
