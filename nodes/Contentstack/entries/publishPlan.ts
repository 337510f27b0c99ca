import type { IDataObject } from 'n8n-workflow';
import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';
import type { Environment } from '../transport/stackLists';
import { isSameButFor } from './quietFields';
import { type Draft, judge, type Verdict, versionsBetween } from './draftGuard';
import { type Entry, entryPath, type LivePlace, livePlaces } from './entry';
import { ownAuthor } from './ownAuthor';

export interface PublishRequest {
	contentTypeUid: string;
	entryUid: string;
	/** `undefined` for the latest saved one. */
	version?: number;
	/** UID of the user whose saves are this workflow's own; `undefined` for whoever created the entry. */
	ownAuthor?: string;
	allowDrafts: boolean;
	allowOlder: boolean;
	/** Fields whose change alone is no reason to publish. */
	quietFields: string[];
}

/** One environment and language, and what is to happen there. */
export interface Target {
	environment: Environment;
	locale: string;
	/** The language whose version goes out: another one where the entry is not localized. */
	source: string;
	version: number;
	liveVersion: number;
	kind: Verdict['kind'];
	drafts: Draft[];
}

/** What the output tells of a target. `queued` is the word for one that was due. */
export function targetAnswer(target: Target, queued: string): IDataObject {
	const { environment, locale, version, liveVersion, kind, drafts } = target;
	return {
		environment: environment.name,
		environment_uid: environment.uid,
		locale,
		version,
		live_version: liveVersion,
		result: kind === 'publish' ? queued : kind,
		drafts: drafts.map(({ version: draft, author }) => ({ version: draft, author })),
	};
}

/** The entry as it is in one language, with where it is live. */
export async function readEntryIn(
	stack: Stack,
	{ contentTypeUid, entryUid }: Pick<PublishRequest, 'contentTypeUid' | 'entryUid'>,
	locale?: string,
): Promise<Entry> {
	const { entry } = await stack.request<{ entry: Entry }>({
		method: 'GET',
		path: entryPath(contentTypeUid, entryUid),
		qs: { include_publish_details: true, ...(locale && { locale }) },
	});
	return entry;
}

/**
 * Decides for each place what happens there. Reads who saved which version only where the entry itself does not tell.
 * @param versionLocale the language whose versions the asked-for version counts among: each language has its own count
 * @param entries the entry in each language, by language
 */
export async function planPublish(
	stack: Stack,
	request: PublishRequest,
	versionLocale: string,
	entries: ReadonlyMap<string, Entry>,
	places: Array<{ environment: Environment; locale: string }>,
): Promise<Target[]> {
	const live = [...entries.values()].flatMap(livePlaces);
	const own = request.ownAuthor ?? ownAuthor(stack);
	return await Promise.all(
		places.map(async ({ environment, locale }) => {
			const entry = entries.get(locale) as Entry;
			const version =
				entry.locale === versionLocale ? (request.version ?? entry._version) : entry._version;
			const liveVersion = liveIn(live, environment, locale)?.version ?? 0;
			const place = { version, liveVersion };
			const authors = await authorsOf(stack, request, entry, versionsBetween(place));
			const verdict = judge(place, authors, own ?? entry.created_by);
			const kind = allowed(verdict, request);
			const isDue = kind === 'publish' || kind === 'draft_found';
			if (isDue && (await isSameButFor(stack, request, entry, place)))
				return {
					environment,
					locale,
					source: entry.locale,
					...place,
					kind: 'already_live',
					drafts: [],
				};
			return {
				environment,
				locale,
				source: entry.locale,
				...place,
				kind,
				drafts: verdict.kind === 'draft_found' ? verdict.drafts : [],
			};
		}),
	);
}

/** What is live in an environment, which some answers name by its UID and some by its name. */
export function liveIn(
	live: LivePlace[],
	{ uid, name }: Environment,
	locale: string,
): LivePlace | undefined {
	return live.find(
		(place) => (place.environment === uid || place.environment === name) && place.locale === locale,
	);
}

function allowed({ kind }: Verdict, { allowDrafts, allowOlder }: PublishRequest): Verdict['kind'] {
	if (kind === 'draft_found' && allowDrafts) return 'publish';
	if (kind === 'newer_live' && allowOlder) return 'publish';
	return kind;
}

interface SavedVersion {
	_version: number;
	updated_by?: string;
}

async function authorsOf(
	stack: Stack,
	request: PublishRequest,
	entry: Entry,
	wanted: number[],
): Promise<Map<number, string>> {
	const authors = new Map<number, string>();
	if (entry.updated_by) authors.set(entry._version, entry.updated_by);
	if (request.allowDrafts || wanted.every((version) => authors.has(version))) return authors;
	const path = `${entryPath(request.contentTypeUid, entry.uid)}/versions`;
	const versions = await stack.once(
		`versions ${path} ${entry.locale} ${entry._version}`,
		async () => await readList<SavedVersion>(stack, path, 'versions', { locale: entry.locale }),
	);
	for (const { _version, updated_by } of versions)
		if (updated_by) authors.set(_version, updated_by);
	return authors;
}
