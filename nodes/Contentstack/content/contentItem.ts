import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';
import { groupsOf } from '../../../lib/groups';
import { entryPath, type LivePlace, livePlaces } from '../entries/entry';
import { chunks } from '../entries/find';

/** An entry in one language, or an asset: what releases and bulk calls are made of. */
export interface ContentItem {
	/** `undefined` for an asset. */
	contentType?: string;
	uid: string;
	locale: string;
}

/** How an item is now. */
export interface PresentItem {
	version: number;
	live: LivePlace[];
}

/** Tells items apart. */
export function itemKey({ contentType, uid, locale }: ContentItem): string {
	return contentType === undefined ? uid : [contentType, uid, locale].join('\n');
}

/** Reads how these items are now, by their key, with a query for every 50 of a type and language. What is not there is left out. */
export async function readPresent(
	stack: Stack,
	items: readonly ContentItem[],
): Promise<Map<string, PresentItem>> {
	const groups = groupsOf(items, ({ contentType, locale }) =>
		contentType === undefined ? '' : `${contentType}\n${locale}`,
	);
	const found = new Map<string, PresentItem>();
	await Promise.all(
		groups.map(async (group) => {
			const [{ contentType, locale }] = group as [ContentItem];
			const isAsset = contentType === undefined;
			const path = isAsset ? '/assets' : entryPath(contentType);
			const pages = await Promise.all(
				chunks([...new Set(group.map(({ uid }) => uid))]).map(
					async (uids) =>
						await readList<{ uid: string; _version: number }>(
							stack,
							path,
							isAsset ? 'assets' : 'entries',
							{
								query: JSON.stringify({ uid: { $in: uids } }),
								include_publish_details: true,
								...(!isAsset && { locale, include_fallback: true }),
							},
						),
				),
			);
			for (const record of pages.flat())
				found.set(itemKey({ ...(!isAsset && { contentType }), uid: record.uid, locale }), {
					version: record._version,
					live: livePlaces({ ...record }),
				});
		}),
	);
	return found;
}
