import { sideBySide } from '../../../lib/batches';
import { readIfThere } from '../media/assetKey';
import { AssetReader } from '../media/assetReader';
import { inLanguages, listSubtitles } from '../media/captions';
import { selectVersion } from '../media/selectVersion';
import type { IconikClient } from '../transport/client';
import { usedAssets, type ReportQuery, type UsedAsset } from './report';

const WIDTH = 10;
const SPOKEN = new Set(['audio', 'video']);

/**
 * Used videos and recordings that lack captions in one of the languages, at the version that pages show: the latest approved one, or
 * the latest where none is.
 */
export async function assetsWithoutCaptions(
	query: ReportQuery,
	languages: readonly string[],
): Promise<Array<UsedAsset & { missing: string[] }>> {
	const spoken = (await usedAssets(query)).filter(({ document }) =>
		SPOKEN.has(String(document.media_type)),
	);
	const outcomes = await sideBySide(spoken, WIDTH, async (one) => {
		const missing = await missingIn(query.iconik, one.document.id, languages);
		return missing.length > 0 ? { ...one, missing } : undefined;
	});
	const failed = outcomes.find((outcome) => !outcome.ok);
	if (failed && !failed.ok) return await Promise.reject(failed.error);
	return outcomes
		.flatMap((outcome) => (outcome.ok && outcome.value ? [outcome.value] : []))
		.slice(0, query.limit);
}

async function missingIn(
	iconik: IconikClient,
	assetId: string,
	languages: readonly string[],
): Promise<string[]> {
	const asset = await readIfThere(iconik, assetId);
	if (!asset) return [];
	const approved = await selectVersion(iconik, asset, { kind: 'latestApproved' });
	const selected = approved.version
		? approved
		: await selectVersion(iconik, asset, { kind: 'latest' });
	const source = await new AssetReader({ iconik, asset, document: undefined, selected }).source();
	const subtitles = source ? await listSubtitles(iconik, source) : [];
	return languages.filter((language) => inLanguages(subtitles, [language]).length === 0);
}
