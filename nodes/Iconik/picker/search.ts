import { sideBySide } from '../../../lib/batches';
import { BriefMemory } from '../../../lib/briefMemory';
import type { PickerItem, SearchAnswer } from '../../../lib/pickerProtocol';
import { flattenLists } from '../media/metadataValues';
import { selectVersion, type SelectedVersion } from '../media/selectVersion';
import { newestFirst } from '../media/versions';
import type { ApprovalStatus, Asset } from '../types';
import { captionsKnown, captionsOf, hasCaptions } from './captionLanguages';
import { orientationOf, rightsIn, toItem, type IndexedAsset } from './item';
import { indexedPoster } from './posters';
import { writeCursor, type Cursor } from './request';
import { searchCall, type SearchWish } from './searchCall';
import type { Serving } from './serving';

/** A search repeated within this time, by whomever with the same scope, asks iconik nothing. */
const answers = new BriefMemory<SearchAnswer>(10_000, Date.now, 500);

/** Approvals of older versions, by the asset's last change. */
const approvals = new BriefMemory<SelectedVersion>(60_000, Date.now, 5000);

/** Pages of iconik's that one answer may look through for what its search cannot filter by. */
const MOST_PAGES = 4;
const WIDTH = 10;

interface Hits {
	objects?: IndexedAsset[] | null;
	total?: number;
}

/**
 * One page of the grid. One call of iconik, and none for what somebody has just searched for; equal searches at the same time share it.
 * Only two things cost more: an asset whose newest version is not approved but has older ones, whose approvals are read and kept for a
 * minute, and a filter that iconik's search does not have (orientation, captions), for which up to four pages are looked through.
 */
export async function search(serving: Serving, wish: SearchWish): Promise<SearchAnswer> {
	const { iconik, setUp, viewId } = serving;
	const key = JSON.stringify([
		iconik.origin,
		iconik.appId,
		setUp.scope,
		setUp.pageSize,
		viewId,
		wish,
	]);
	return await answers.get(key, async () => await searchNow(serving, wish));
}

async function searchNow(serving: Serving, wish: SearchWish): Promise<SearchAnswer> {
	const isSifted = wish.orientation !== undefined || wish.captions.length > 0;
	const found: IndexedAsset[] = [];
	let cursor = wish.cursor;
	let total: number | undefined;
	for (let page = 1; page <= (isSifted ? MOST_PAGES : 1); page++) {
		const hits = await serving.iconik.request<Hits>(searchCall(serving, wish, cursor));
		const objects = hits.objects ?? [];
		total ??= hits.total;
		found.push(...(isSifted ? await sift(serving, objects, wish) : objects));
		cursor = following(objects, cursor, wish, serving.setUp.pageSize);
		if (cursor === undefined || found.length >= serving.setUp.pageSize / 2) break;
	}
	const items = await sideBySide(found, WIDTH, async (asset) => await itemOf(serving, asset));
	return {
		items: items.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
		total: isSifted ? null : (total ?? null),
		next: cursor === undefined ? null : writeCursor(cursor),
	};
}

function following(
	objects: readonly IndexedAsset[],
	cursor: Cursor | undefined,
	wish: SearchWish,
	pageSize: number,
): Cursor | undefined {
	if (objects.length < pageSize) return undefined;
	if (wish.sort === 'relevance')
		return { page: (cursor && 'page' in cursor ? cursor.page : 1) + 1 };
	const after = objects.at(-1)?._sort as Array<string | number | null> | undefined;
	return after ? { after } : undefined;
}

/** What iconik's search cannot filter by. */
async function sift(
	serving: Serving,
	objects: IndexedAsset[],
	{ orientation, captions }: SearchWish,
): Promise<IndexedAsset[]> {
	const shaped = orientation
		? objects.filter((object) => orientationOf(object) === orientation)
		: objects;
	if (captions.length === 0) return shaped;
	const languages = await sideBySide(
		shaped,
		WIDTH,
		async (asset) => await captionsOf(serving.iconik, asset),
	);
	const failed = languages.find((outcome) => !outcome.ok);
	if (failed && !failed.ok) throw failed.error as Error;
	return shaped.filter((_, n) => {
		const outcome = languages[n];
		return outcome?.ok === true && hasCaptions(outcome.value, captions);
	});
}

async function itemOf(serving: Serving, document: IndexedAsset): Promise<PickerItem> {
	const { scope } = serving.setUp;
	const selected = await usableVersion(serving, document);
	return toItem({
		asset: document,
		document,
		selected,
		rights: serving.viewId
			? rightsIn(flattenLists(document.metadata), scope, serving.now)
			: undefined,
		posterUrl: indexedPoster(document, selected),
		captions: await captionsKnown(serving.iconik, document),
		wantsApproved: true,
	});
}

/** The version that "latest approved" would take. The index knows the approval of the newest one only. */
async function usableVersion(
	{ iconik }: Serving,
	document: IndexedAsset,
): Promise<SelectedVersion> {
	const [newest, ...older] = newestFirst(document.versions);
	const approval: ApprovalStatus = document.approval_status ?? 'N/A';
	// An index that does not hold versions says no more than that there is one.
	if (approval === 'APPROVED')
		return { version: newest ?? { id: document.id }, approval, isLatest: true };
	const none = { version: undefined, approval, isLatest: false };
	if (older.length === 0) return none;
	const asset: Asset = { ...document, versions: older };
	const key = `${iconik.origin} ${iconik.appId} ${document.id} ${document.date_modified ?? ''}`;
	// The grid still helps when this cannot be found out; it is asked for again when the asset is picked.
	const selected = await approvals
		.get(key, async () => await selectVersion(iconik, asset, { kind: 'latestApproved' }))
		.catch(() => none);
	return selected.version ? { ...selected, isLatest: false } : none;
}
