import { entryView } from '../entries/view';
import { isRecord } from '../records';
import type { Service } from '../service';
import type { Asset, Branch, Entry, EntryVersion, Fields } from '../state';

/** One entry in one locale at one version. */
export interface EntryState {
	branch: Branch;
	entry: Entry;
	locale: string;
	version: EntryVersion;
}

/** The full payload's entry, content type and branch. References stay references, assets are there in full. */
export function entryData(
	service: Service,
	{ branch, entry, locale, version }: EntryState,
): Fields {
	const type = branch.contentTypes.get(entry.contentType);
	return {
		entry: withSafeKeys(entryView(service, branch, entry, locale, version)),
		content_type: type && {
			title: type.title,
			uid: type.uid,
			description: type.description,
			schema: type.schema,
			options: type.options,
			created_at: type.created_at,
		},
		branch: branchData(branch),
	};
}

/** The concise payload's entry and content type: no values and no branch. */
export function conciseEntryData({ branch, entry, locale, version }: EntryState): Fields {
	const type = branch.contentTypes.get(entry.contentType);
	return {
		entry: { uid: entry.uid, title: version.fields.title, locale, _version: version.number },
		content_type: { uid: entry.contentType, title: type?.title },
	};
}

export function conciseAsset(asset: Asset): Fields {
	const version = asset.versions.at(-1);
	return { uid: asset.uid, title: version?.title, _version: version?.number };
}

export function branchData({ uid, source, alias }: Branch): Fields {
	return { uid, source, alias };
}

/** Keys that begin with `$` arrive with `cs` before them ("Webhooks" in the documentation). */
function withSafeKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withSafeKeys);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key.startsWith('$') ? `cs${key}` : key,
			withSafeKeys(inner),
		]),
	);
}
