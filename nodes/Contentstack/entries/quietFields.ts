import { changedKeys } from '../../../lib/comparison';
import type { Stack } from '../transport/stack';
import type { Place } from './draftGuard';
import { type Entry, entryPath } from './entry';
import type { PublishRequest } from './publishPlan';

/** What differs between any two versions and says nothing to a reader. */
const MARKS = new Set([
	'ACL',
	'created_at',
	'created_by',
	'publish_details',
	'updated_at',
	'updated_by',
]);

/**
 * Whether the latest version says the same as the live one but for fields that are no reason to publish, such as the figures of how
 * much a media entry is used: saves of those alone neither go live nor count as anybody's draft. Reads the live version, and only
 * where the entry has such a field.
 */
export async function isSameButFor(
	stack: Stack,
	{ contentTypeUid, quietFields }: Pick<PublishRequest, 'contentTypeUid' | 'quietFields'>,
	entry: Entry,
	{ version, liveVersion }: Place,
): Promise<boolean> {
	const hasOne = quietFields.some((uid) => (entry[uid] ?? undefined) !== undefined);
	if (!hasOne || liveVersion === 0 || version !== entry._version) return false;
	const path = entryPath(contentTypeUid, entry.uid);
	const answer = await stack.once(
		`version ${path} ${entry.locale} ${liveVersion}`,
		async () =>
			await stack.attempt<{ entry: Entry }>({
				method: 'GET',
				path,
				qs: { version: liveVersion, locale: entry.locale },
			}),
	);
	if (!answer.ok) return false;
	const said = (of: Entry) =>
		Object.fromEntries(
			Object.entries(of).filter(
				([key]) => !key.startsWith('_') && !MARKS.has(key) && !quietFields.includes(key),
			),
		);
	const [latest, live] = [said(entry), said(answer.body.entry)];
	return changedKeys(live, latest).length === 0 && changedKeys(latest, live).length === 0;
}
