import type { IDataObject } from 'n8n-workflow';
import type { ContentItem } from '../content/contentItem';
import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';

/** Releases name assets by the service's old class for uploads. */
const ASSET_TYPE = 'built_io_upload';

/** "Add items to a release": no more with one call. */
export const MOST_ITEMS = 25;

/** What is read of a release. */
export interface Release extends IDataObject {
	uid: string;
	name: string;
	description?: string;
	items_count?: number;
}

/** An entry or asset in a release, as the API writes it. */
export interface ReleaseItem extends IDataObject {
	uid: string;
	content_type_uid: string;
	locale: string;
	version: number;
	action: string;
}

/** The path of the releases, or of one of them. */
export function releasePath(uid?: string): string {
	return uid === undefined ? '/releases' : `/releases/${encodeURIComponent(uid)}`;
}

/** What a release holds. */
export async function readItems(stack: Stack, uid: string): Promise<ReleaseItem[]> {
	return await readList<ReleaseItem>(stack, `${releasePath(uid)}/items`, 'items');
}

/** The release as a workflow needs it. */
export function simplifiedRelease(release: Release): IDataObject {
	const { uid, name, description, locked, archived, items, items_count } = release;
	return {
		uid,
		name,
		description: description ?? '',
		locked: locked ?? false,
		archived: archived ?? false,
		items_count: items_count ?? (Array.isArray(items) ? items.length : null),
		created_at: release.created_at ?? null,
		updated_at: release.updated_at ?? null,
	};
}

/** How a release names an item. */
export function releaseItem(
	{ contentType, uid, locale }: ContentItem,
	version: number,
	action: string,
): ReleaseItem {
	return { uid, version, locale, content_type_uid: contentType ?? ASSET_TYPE, action };
}

/** The entry or asset that a release's item is. */
export function contentItemOf({ uid, locale, content_type_uid }: ReleaseItem): ContentItem {
	return content_type_uid === ASSET_TYPE
		? { uid, locale }
		: { contentType: content_type_uid, uid, locale };
}

/** Whether two items of a release are the same entry in the same language, or the same asset. */
export function isSameItem(a: ReleaseItem, b: ReleaseItem): boolean {
	return (
		a.uid === b.uid &&
		a.content_type_uid === b.content_type_uid &&
		(a.content_type_uid === ASSET_TYPE || a.locale === b.locale)
	);
}
