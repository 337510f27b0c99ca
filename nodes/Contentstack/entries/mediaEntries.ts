import { groupsOf } from '../../../lib/groups';
import { findContentType } from '../schema/contentType';
import {
	type MediaMarks,
	type MediaReference,
	type MediaUse,
	mediaUses,
} from '../schema/mediaWalk';
import type { PickedAsset } from '../schema/pickedAsset';
import type { Stack } from '../transport/stack';
import { findEntries } from './find';

/** As many as one page of answers holds. */
const UIDS_A_QUERY = 100;

type Named = Pick<MediaReference, 'uid' | 'contentType'>;

const keyOf = ({ uid, contentType }: Named) => `${contentType}\n${uid}`;

/** What media entries hold, as they are in one language. A media entry that is gone has no uses at all. */
export type MediaEntries = Map<string, MediaUse[] | undefined>;

/**
 * Reads media entries, 100 with one query, and those that they refer to themselves, each once: entries that refer to each other in
 * a circle end it.
 */
export async function readMediaEntries(
	stack: Stack,
	references: Named[],
	locale: string,
	marks: MediaMarks,
): Promise<MediaEntries> {
	const known: MediaEntries = new Map();
	let wanted = references;
	while (wanted.length > 0) {
		const fresh = new Map(wanted.map((reference) => [keyOf(reference), reference]));
		for (const key of fresh.keys()) known.set(key, undefined);
		await Promise.all(
			groupsOf([...fresh.values()], ({ contentType }) => contentType).map(async (group) => {
				const contentTypeUid = group[0]?.contentType ?? '';
				const contentType = await findContentType(stack, contentTypeUid);
				if (!contentType) return;
				const found = await findEntries(stack, {
					contentTypeUid,
					field: 'uid',
					values: group.map(({ uid }) => uid),
					locale,
					mostValues: UIDS_A_QUERY,
				});
				for (const reference of group) {
					const entry = found.get(reference.uid)?.[0];
					if (entry) known.set(keyOf(reference), mediaUses(contentType.schema, entry, marks));
				}
			}),
		);
		wanted = [...fresh.keys()]
			.flatMap((key) => known.get(key) ?? [])
			.filter((use) => use.kind === 'entry')
			.filter((use) => !known.has(keyOf(use)));
	}
	return known;
}

/** An asset and the media entry that carries it. */
export interface CarriedAsset extends PickedAsset {
	carrier: Named;
}

/**
 * The assets that a media entry carries: its own, or, where it has none, those of the media entries that it refers to (a playlist).
 * Nothing for one that is gone.
 */
export function carriedAssets(
	known: MediaEntries,
	reference: Named,
	seen: ReadonlySet<string> = new Set(),
): CarriedAsset[] {
	const key = keyOf(reference);
	if (seen.has(key)) return [];
	const uses = known.get(key) ?? [];
	const own = uses.filter((use) => use.kind === 'asset');
	if (own.length > 0)
		return own.map(({ assetId, versionId, versionNumber }) => ({
			assetId,
			versionId,
			versionNumber,
			carrier: reference,
		}));
	return uses
		.filter((use) => use.kind === 'entry')
		.flatMap((use) => carriedAssets(known, use, new Set([...seen, key])));
}

/** Whether a media entry was found. */
export function isThere(known: MediaEntries, reference: Named): boolean {
	return known.get(keyOf(reference)) !== undefined;
}
