import type { IDataObject } from 'n8n-workflow';
import { assetPath } from '../media/asset';
import type { IconikClient } from '../transport/client';
import { byPage } from '../transport/paging';
import { entryName, type Placement } from './placement';

/** How often an asset left iconik, as its history tells. */
export interface HistoryCounts {
	downloads: number;
	/** When it was downloaded last, in ISO 8601. */
	last_download: string | null;
	exports: number;
}

const PER_PAGE = 100;

/**
 * Counts the downloads and exports in an asset's history. iconik's specification names both kinds, but not whether the list can be
 * asked for them alone, so all of it is read.
 */
export async function historyCounts(iconik: IconikClient, assetId: string): Promise<HistoryCounts> {
	const counts: HistoryCounts = { downloads: 0, last_download: null, exports: 0 };
	const entries = byPage<IDataObject>(
		iconik,
		{ path: `${assetPath(assetId)}history/` },
		{ perPage: PER_PAGE },
	);
	for await (const { operation_type, date_created } of entries) {
		if (operation_type === 'EXPORT') counts.exports++;
		if (operation_type !== 'DOWNLOAD') continue;
		counts.downloads++;
		const when = typeof date_created === 'string' ? date_created : null;
		if (when && when > (counts.last_download ?? '')) counts.last_download = when;
	}
	return counts;
}

/** How many different entries show the asset. */
export function entriesIn(placements: readonly Placement[]): number {
	return new Set(placements.map(entryName)).size;
}

/** The first day on which one of the placements was there; `null` where none is known. */
export function firstDay(placements: readonly Placement[]): string | null {
	return placements.flatMap(({ since }) => since ?? []).sort()[0] ?? null;
}

/** In an order that does not depend on when what was recorded: the oldest first, those without a day last. */
export function oldestFirst(placements: readonly Placement[]): Placement[] {
	const rank = ({ since, entryUid, fieldPath, locale, environment }: Placement) =>
		[since ?? '9999', entryUid, fieldPath, locale, environment].join('\n');
	return [...placements].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
