import type { IDataObject } from 'n8n-workflow';
import { batches } from '../../../lib/batches';
import type { ContentType } from '../schema/contentType';
import { type MediaMarks, type MediaUse, mediaUses } from '../schema/mediaWalk';
import type { Stack } from '../transport/stack';
import { type Entry, type LivePlace, livePlaces } from './entry';
import { listEntries } from './list';

const UIDS_A_QUERY = 100;

/** A version of an entry in a language, down to what its placements tell. */
export interface Holder {
	uid: string;
	title: string;
	/** The page's path; empty where entries of the type are no pages. */
	url: string;
	locale: string;
	version: number;
	live: LivePlace[];
	uses: MediaUse[];
}

/**
 * The entries of a content type with the media that they use, one for each language that an entry has a version of its own in.
 * Nothing else of them is kept.
 * @param uids the wanted ones, 100 with one query; all when absent
 */
export async function readHolders(
	stack: Stack,
	contentType: ContentType,
	uids: string[] | undefined,
	locales: string[],
	marks: MediaMarks,
): Promise<Holder[]> {
	const queries: IDataObject[] = uids
		? batches([...new Set(uids)], UIDS_A_QUERY).map((batch) => ({
				query: JSON.stringify({ uid: { $in: batch } }),
			}))
		: [{}];
	const read = async (query: IDataObject, locale: string) =>
		await listEntries(stack, {
			contentTypeUid: contentType.uid,
			qs: { ...query, locale, include_publish_details: true },
			limit: Infinity,
			keep: (entry) => (entry.locale === locale ? holder(entry) : undefined),
			isSifted: true,
		});
	const holder = (entry: Entry): Holder => ({
		uid: entry.uid,
		title: String(entry.title ?? ''),
		url: typeof entry.url === 'string' ? entry.url : '',
		locale: entry.locale,
		version: entry._version,
		live: livePlaces(entry),
		uses: mediaUses(contentType.schema, entry, marks),
	});
	const holders: Holder[] = [];
	for (const query of queries)
		for (const locale of locales) holders.push(...(await read(query, locale)));
	return holders;
}
