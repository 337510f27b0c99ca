import { NodeOperationError, sleep } from 'n8n-workflow';
import { changesOf } from '../schema/changes';
import { type ContentType, writableFields } from '../schema/contentType';
import { emptiedFields, missingFields } from '../schema/mandatory';
import { writable } from '../schema/writable';
import { isNotUnique, mayHaveLanded } from '../transport/failure';
import type { Stack } from '../transport/stack';
import { masterLocaleOf } from '../transport/stackLists';
import { type Entry, entryPath } from './entry';
import { findEntries } from './find';
import { misfitError } from './misfits';
import { noteSave } from './ownAuthor';

/** What an entry is to say in a language. */
export interface Content {
	contentType: ContentType;
	/** Empty for the master language: a locale that is sent would make the entry a localized one. */
	locale: string;
	/** Prepared values. */
	values: Record<string, unknown>;
}

/** What an entry is to say, and how it is found. */
export interface Wanted extends Content {
	match: { field: string; value: string | number };
}

export interface Saved {
	result: 'created' | 'updated' | 'unchanged';
	/** UIDs of the fields that were written. */
	changed: string[];
	entry: Entry;
	/** The entry before the save, `undefined` for a new one. */
	before?: Entry;
}

const CREATE_ATTEMPTS = 3;
const LOOKS = 3;
const LOOK_PAUSE_MS = 1000;

/**
 * Makes the entry say what is wanted with the fewest writes: none when it does already, one otherwise.
 * Throws when several entries match, when a new one would lack mandatory fields, and what the service refuses.
 * @param found the entries that match at present
 */
export async function saveEntry(stack: Stack, wanted: Wanted, found: Entry[]): Promise<Saved> {
	const current = onlyOne(stack, wanted, found);
	return current ? await updateEntry(stack, wanted, current) : await createEntry(stack, wanted);
}

/** Writes what differs from the present entry. Throws when that would empty a mandatory field, and what the service refuses. */
export async function updateEntry(stack: Stack, content: Content, current: Entry): Promise<Saved> {
	const changes = await dueChanges(stack, content, current);
	const changed = Object.keys(changes);
	if (changed.length === 0)
		return { result: 'unchanged', changed, entry: current, before: current };
	const entry = await putChanges(stack, content, current, changes);
	return { result: 'updated', changed, entry, before: current };
}

/** What of the present entry must be written. Throws when that would empty a mandatory field. */
export async function dueChanges(
	stack: Stack,
	content: Content,
	current: Entry,
): Promise<Record<string, unknown>> {
	const { contentType } = content;
	const changes = changesOf(contentType, current, await localizable(stack, content));
	const emptied = emptiedFields(contentType, changes);
	if (emptied.length > 0)
		throw misfitError(stack, contentType, emptied, 'Give these fields a value, or leave them out.');
	return changes;
}

/** What a new entry says. Throws when mandatory fields are missing. */
export function newValues(
	stack: Stack,
	{ contentType, match, values }: Wanted,
): Record<string, unknown> {
	const all = { ...values, [match.field]: match.value };
	const missing = missingFields(contentType, all);
	if (missing.length > 0)
		throw misfitError(stack, contentType, missing, 'A new entry needs all mandatory fields.');
	return all;
}

/**
 * Saves changed fields. The first save in a language sends all that the entry shows there with the changes in it, since no document
 * says that the service takes the rest from the language that the entry followed.
 * @param current the entry as it is read in the language: its own version, or the one that it falls back to
 */
export async function putChanges(
	stack: Stack,
	content: Content,
	current: Entry,
	changes: Record<string, unknown>,
): Promise<Entry> {
	const { contentType, locale } = content;
	const isFirst = locale !== '' && current.locale !== locale;
	const values = isFirst
		? await localizable(stack, {
				...content,
				values: { ...shown(contentType, current), ...changes },
			})
		: changes;
	const { entry } = await stack.request<{ entry: Entry }>({
		method: 'PUT',
		path: entryPath(contentType.uid, current.uid),
		qs: locale ? { locale } : {},
		body: { entry: values },
	});
	noteSave(stack, entry);
	return entry;
}

/** What an entry says, in the form in which it is written. */
function shown(contentType: ContentType, entry: Entry): Record<string, unknown> {
	return Object.fromEntries(
		writableFields(contentType)
			.filter(({ uid }) => (entry[uid] ?? undefined) !== undefined)
			.map((field) => [field.uid, writable(field, entry[field.uid])]),
	);
}

/**
 * A create has no key against repetition. After an answer that leaves open whether it was carried out, and after a refusal because
 * the value exists already (another run was faster), the entry is looked for before anything else is done.
 */
async function createEntry(stack: Stack, wanted: Wanted): Promise<Saved> {
	const { contentType, match, locale } = wanted;
	const values = newValues(stack, wanted);
	for (let attempt = 1; ; attempt++) {
		const answer = await stack.attempt<{ entry: Entry }>({
			method: 'POST',
			path: entryPath(contentType.uid),
			qs: locale ? { locale } : {},
			body: { entry: values },
		});
		if (answer.ok) {
			const { entry } = answer.body;
			noteSave(stack, entry);
			return { result: 'created', changed: Object.keys(values), entry };
		}

		const { failure } = answer;
		const isOpen = mayHaveLanded(failure);
		if (!isOpen && !isNotUnique(failure, match.field) && !isNotUnique(failure, 'title'))
			throw stack.errorFor(failure);
		const current = onlyOne(stack, wanted, await lookAgain(stack, wanted));
		if (current) {
			const saved = await updateEntry(stack, { ...wanted, values }, current);
			const isOurs = isOpen && saved.result === 'unchanged' && current._version === 1;
			return isOurs ? { result: 'created', changed: Object.keys(values), entry: current } : saved;
		}
		if (!isOpen || attempt >= CREATE_ATTEMPTS) throw stack.errorFor(failure);
	}
}

/** A create whose connection broke may still be at work, and one by another run may not be in the lists yet: look more than once. */
async function lookAgain(stack: Stack, { contentType, match, locale }: Wanted): Promise<Entry[]> {
	for (let look = 1; ; look++) {
		const found = await findEntries(stack, {
			contentTypeUid: contentType.uid,
			field: match.field,
			values: [match.value],
			locale,
		});
		const matches = found.get(String(match.value)) ?? [];
		if (matches.length > 0 || look >= LOOKS) return matches;
		await sleep(LOOK_PAUSE_MS);
	}
}

/** Fields that are the same in all languages can be written in the master language only. */
async function localizable(
	stack: Stack,
	{ contentType, locale, values }: Content,
): Promise<Record<string, unknown>> {
	if (locale === '' || locale === (await masterLocaleOf(stack))) return values;
	const shared = contentType.schema.filter((field) => field.non_localizable).map(({ uid }) => uid);
	return Object.fromEntries(Object.entries(values).filter(([uid]) => !shared.includes(uid)));
}

/** The one entry that matches, if any. Throws when there are several. */
export function onlyOne(
	stack: Stack,
	{ contentType, match }: Wanted,
	found: Entry[],
): Entry | undefined {
	if (found.length <= 1) return found[0];
	const error = new NodeOperationError(
		stack.context.getNode(),
		`${found.length} entries of ${contentType.uid} have "${match.value}" in ${match.field}`,
		{
			description: `Which one is meant cannot be told, so none was changed. Delete or change all but one: ${found
				.map(({ uid }) => uid)
				.join(', ')}`,
		},
	);
	error.context.details = { duplicates: found.map(({ uid }) => uid) };
	throw error;
}
