/** One place that a version is to go live in, and what is live there now. */
export interface Place {
	/** 0 when nothing is live there. */
	liveVersion: number;
	version: number;
}

/** A version that somebody else saved and nobody published. */
export interface Draft {
	version: number;
	/** UID of the user; `null` when the service does not tell. */
	author: string | null;
}

export type Verdict =
	| { kind: 'publish' }
	| { kind: 'already_live' }
	| { kind: 'newer_live' }
	| { kind: 'draft_found'; drafts: Draft[] };

/**
 * The versions that would go live for the first time with this one: a version holds everything that was saved before it.
 */
export function versionsBetween({ liveVersion, version }: Place): number[] {
	const count = Math.max(0, version - liveVersion);
	return Array.from({ length: count }, (_, n) => liveVersion + 1 + n);
}

/**
 * Whether a version may go live in a place. It may when every version that would go live with it was saved by `own`; a version of
 * anybody else, or of nobody known, is a person's unpublished draft. Publishing what is older than what is live goes backwards, which
 * only events that overtake each other ask for.
 * @param authors by version
 */
export function judge(
	place: Place,
	authors: ReadonlyMap<number, string>,
	own: string | undefined,
): Verdict {
	if (place.version === place.liveVersion) return { kind: 'already_live' };
	if (place.version < place.liveVersion) return { kind: 'newer_live' };
	const drafts = versionsBetween(place)
		.map((version) => ({ version, author: authors.get(version) ?? null }))
		.filter(({ author }) => author === null || author !== own);
	return drafts.length > 0 ? { kind: 'draft_found', drafts } : { kind: 'publish' };
}
