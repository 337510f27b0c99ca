import { fingerprint } from '../../../lib/fingerprint';
import type { MediaFile } from '../../../lib/mediaPackage';
import type { IconikClient } from '../transport/client';
import { byLastId, collect } from '../transport/paging';
import type { Asset, Subtitle } from '../types';
import { toFileName } from './addresses';

/** Whose subtitles: a version of an asset, which for a subclip is its parent. */
export interface MediaSource {
	assetId: string;
	versionId: string;
	isLatest: boolean;
}

/** All subtitles of a version. */
export async function listSubtitles(
	iconik: IconikClient,
	{ assetId, versionId }: MediaSource,
): Promise<Subtitle[]> {
	const path = `/API/files/v1/assets/${assetId}/versions/${versionId}/subtitles/` as const;
	return await collect(byLastId<Subtitle>(iconik, { path }, { perPage: 100 }));
}

/** The subtitles in the wanted languages, all when none is named, in a stable order. `de` also wants `de-AT`. */
export function inLanguages(
	subtitles: readonly Subtitle[],
	languages: readonly string[],
): Subtitle[] {
	const wanted = languages.map((language) => language.toLowerCase());
	const order = ({ language, closed_captions, id }: Subtitle) =>
		`${language}|${closed_captions ? 1 : 0}|${id}`;
	return subtitles
		.filter(({ language }) => {
			const given = language.toLowerCase();
			return (
				wanted.length === 0 || wanted.some((code) => given === code || given.startsWith(`${code}-`))
			);
		})
		.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/**
 * The WebVTT text of a subtitle. There is no address of one version's closed captions by language, so those of an
 * older version are read from the subtitle itself.
 */
export async function readCaptions(
	iconik: IconikClient,
	source: MediaSource,
	subtitle: Subtitle,
): Promise<string | null> {
	if (subtitle.content) return subtitle.content;
	const asset = `/API/files/v1/assets/${source.assetId}` as const;
	const language = encodeURIComponent(subtitle.language);
	if (!subtitle.closed_captions) {
		const path =
			`${asset}/versions/${source.versionId}/subtitles/${language}/webvtt/` as `/API/${string}/`;
		return (await iconik.find<string>({ path, asText: true })) ?? null;
	}
	if (source.isLatest) {
		const path = `${asset}/subtitles/${language}/cc/webvtt/` as const;
		return (await iconik.find<string>({ path, asText: true })) ?? null;
	}
	const path = `${asset}/subtitles/${subtitle.id}/` as const;
	return (await iconik.find<Subtitle>({ path }))?.content ?? null;
}

/** Captions in one language as a file to take along. Reading it needs iconik's token, so there is text and no address. */
export function captionFile(
	asset: Asset,
	versionId: string,
	subtitle: Subtitle,
	text: string | null,
): MediaFile {
	const variant = subtitle.closed_captions ? '-cc' : '';
	const name = toFileName(asset.title ?? '', asset.id);
	return {
		key: `iconik/${asset.id}/captions/${subtitle.language}${variant}`,
		fingerprint: fingerprint(text ?? [subtitle.id, versionId]),
		role: 'captions',
		file_name: `${name}.${subtitle.language}${variant}.vtt`,
		mime_type: 'text/vtt',
		language: subtitle.language,
		closed_captions: subtitle.closed_captions === true,
		url: null,
		text,
	};
}
