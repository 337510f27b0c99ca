import { changesOf } from '../schema/changes';
import { writableFields } from '../schema/contentType';
import { emptiedFields } from '../schema/mandatory';
import { writable } from '../schema/writable';
import type { Stack } from '../transport/stack';
import { type Entry, entryPath } from './entry';
import { misfitError } from './misfits';
import { type Content, localizable, type Saved, updateEntry } from './save';

/**
 * Gives an entry a version of its own in a language: what it shows there now, with the wanted values in it. All of it is sent, since
 * no document says that the service takes the rest from the language that the entry followed.
 * @param current the entry as it is read in the language: its own version, or the one that it falls back to
 */
export async function localizeEntry(
	stack: Stack,
	content: Content,
	current: Entry,
): Promise<Saved> {
	const { contentType, locale } = content;
	if (current.locale === locale) return await updateEntry(stack, content, current);
	const changes = changesOf(contentType, current, content.values);
	const present = writableFields(contentType)
		.filter(({ uid }) => (current[uid] ?? undefined) !== undefined)
		.map((field): [string, unknown] => [field.uid, writable(field, current[field.uid])]);
	const values = await localizable(stack, {
		...content,
		values: { ...Object.fromEntries(present), ...changes },
	});
	const emptied = emptiedFields(contentType, values);
	if (emptied.length > 0)
		throw misfitError(stack, contentType, emptied, 'Give these fields a value, or leave them out.');
	const { entry } = await stack.request<{ entry: Entry }>({
		method: 'PUT',
		path: entryPath(contentType.uid, current.uid),
		qs: { locale },
		body: { entry: values },
	});
	return { result: 'updated', changed: Object.keys(changes), entry, before: current };
}
