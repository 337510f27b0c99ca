import { NodeApiError } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import { groupsOf } from '../../../lib/groups';
import { type Entry, entryPath, type LivePlace, livePlaces } from '../entries/entry';
import { chunks } from '../entries/find';
import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';

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
	/** As the service gave it; an asset has these parts of an entry too, but for the locale. */
	record: Entry;
}

/** Queries at work at the same time. */
const WIDTH = 5;

/** Tells items apart. */
export function itemKey({ contentType, uid, locale }: ContentItem): string {
	return contentType === undefined ? uid : [contentType, uid, locale].join('\n');
}

/**
 * Reads how these items are now, by their key, with a query for every 50 of a type and language. What is not there is left out, also
 * where its content type is not there.
 */
export async function readPresent(
	stack: Stack,
	items: readonly ContentItem[],
): Promise<Map<string, PresentItem>> {
	const groups = groupsOf(items, ({ contentType, locale }) =>
		contentType === undefined ? '' : `${contentType}\n${locale}`,
	);
	const queries = groups.flatMap((group) =>
		chunks([...new Set(group.map(({ uid }) => uid))]).map((uids) => ({
			uids,
			kind: group[0] as ContentItem,
		})),
	);
	const outcomes = await sideBySide(queries, WIDTH, async ({ uids, kind }) => {
		return (await recordsOf(stack, kind, uids)).map(
			(record) => [itemKey({ ...kind, uid: record.uid }), presentOf(record)] as const,
		);
	});
	return new Map(
		outcomes.flatMap((outcome) => {
			if (outcome.ok) return outcome.value;
			if (isRefusal(outcome.error)) return [];
			throw outcome.error;
		}),
	);
}

async function recordsOf(
	stack: Stack,
	{ contentType, locale }: ContentItem,
	uids: Array<string | number>,
): Promise<Entry[]> {
	const qs = { query: JSON.stringify({ uid: { $in: uids } }), include_publish_details: true };
	return contentType === undefined
		? await readList(stack, '/assets', 'assets', qs)
		: await readList(stack, entryPath(contentType), 'entries', {
				...qs,
				locale,
				include_fallback: true,
			});
}

function presentOf(record: Entry): PresentItem {
	return { version: record._version, live: livePlaces(record), record };
}

/** Whether the service knows nothing of what was asked for, as for a content type that is not there. */
function isRefusal(error: unknown): boolean {
	return error instanceof NodeApiError && ['404', '422'].includes(error.httpCode ?? '');
}
