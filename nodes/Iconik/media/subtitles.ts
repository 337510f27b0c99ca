import type { IconikClient } from '../transport/client';
import { byLastId, collect } from '../transport/paging';
import type { Subtitle } from '../types';

/** Where the subtitles of a version are, of the latest one when none is named. */
export function subtitlePath(assetId: string, versionId = '') {
	const version = versionId ? (`versions/${encodeURIComponent(versionId)}/` as const) : '';
	return `/API/files/v1/assets/${encodeURIComponent(assetId)}/${version}subtitles/` as const;
}

export interface SubtitleKey {
	assetId: string;
	/** The latest version when empty. */
	versionId: string;
	language: string;
	closedCaptions: boolean;
}

/** The subtitles of a version, none when iconik answers 404. */
export async function subtitlesOf(
	iconik: IconikClient,
	{ assetId, versionId }: Pick<SubtitleKey, 'assetId' | 'versionId'>,
): Promise<Subtitle[]> {
	const path = subtitlePath(assetId, versionId);
	return await collect(byLastId<Subtitle>(iconik, { path }, { perPage: 100 }));
}

/** The WebVTT text in one language; `undefined` when there is none. */
export async function readWebVtt(
	iconik: IconikClient,
	{ assetId, versionId, language, closedCaptions }: SubtitleKey,
): Promise<string | undefined> {
	const kind = closedCaptions ? 'cc/' : '';
	const path =
		`${subtitlePath(assetId, versionId)}${encodeURIComponent(language)}/${kind}webvtt/` as const;
	return await iconik.find<string>({ path, asText: true });
}
