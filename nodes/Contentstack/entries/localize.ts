import { changesOf } from '../schema/changes';
import type { Stack } from '../transport/stack';
import type { Entry } from './entry';
import { type Content, putChanges, type Saved, updateEntry } from './save';

/**
 * Gives an entry a version of its own in a language, with the wanted values in it. Where it has one, only what differs is written.
 * @param current the entry as it is read in the language: its own version, or the one that it falls back to
 */
export async function localizeEntry(
	stack: Stack,
	content: Content,
	current: Entry,
): Promise<Saved> {
	const changes = changesOf(content.contentType, current, content.values);
	if (current.locale === content.locale || Object.keys(changes).length > 0)
		return await updateEntry(stack, content, current);
	const entry = await putChanges(stack, content, current, {});
	return { result: 'updated', changed: [], entry, before: current };
}
