import { NodeOperationError, sleep } from 'n8n-workflow';
import { changesOf } from '../schema/changes';
import { missingFields } from '../schema/mandatory';
import { mayHaveLanded } from '../transport/failure';
import type { Stack } from '../transport/stack';
import { type Entry, entryPath } from './entry';
import { findEntries } from './find';
import { misfitError } from './misfits';
import type { Content } from './save';

const ATTEMPTS = 3;
const LOOK_AFTER_MS = 1000;

/**
 * Creates an entry. A create has no key against repetition: after an answer that leaves open whether it was carried out, an entry
 * with the same values is looked for before it is tried again. Throws when mandatory fields have no value, and what the service refuses.
 */
export async function createEntry(stack: Stack, content: Content): Promise<Entry> {
	const { contentType, locale, values } = content;
	const missing = missingFields(contentType, values);
	if (missing.length > 0)
		throw misfitError(stack, contentType, missing, 'A new entry needs all mandatory fields.');
	const made = await stack.once('entries made by this run', async () => new Set<string>());
	for (let attempt = 1; ; attempt++) {
		const answer = await stack.attempt<{ entry: Entry }>({
			method: 'POST',
			path: entryPath(contentType.uid),
			qs: locale ? { locale } : {},
			body: { entry: values },
		});
		const { failure } = answer.ok ? { failure: undefined } : answer;
		if (failure && !mayHaveLanded(failure)) throw stack.errorFor(failure);
		if (failure) await sleep(LOOK_AFTER_MS);
		const entry = answer.ok ? answer.body.entry : await lookFor(stack, content, made);
		if (entry) {
			made.add(entry.uid);
			return entry;
		}
		if (failure && attempt >= ATTEMPTS) throw stack.errorFor(failure);
	}
}

/** A first version with just these values that no other item of the run has made. */
async function lookFor(
	stack: Stack,
	{ contentType, locale, values }: Content,
	made: ReadonlySet<string>,
): Promise<Entry | undefined> {
	const unique = contentType.schema.find(({ uid, unique: isUnique }) => isUnique && values[uid]);
	const field = unique?.uid ?? 'title';
	const value = values[field];
	if (typeof value !== 'string' && typeof value !== 'number')
		throw new NodeOperationError(
			stack.context.getNode(),
			'The connection broke while an entry was created, and it has no title to look for it by',
			{ description: 'Look in Contentstack whether it is there before you run this again.' },
		);
	const search = { contentTypeUid: contentType.uid, field, values: [value], locale };
	const found = (await findEntries(stack, search)).get(String(value)) ?? [];
	return found.find(
		(entry) =>
			entry._version === 1 &&
			!made.has(entry.uid) &&
			Object.keys(changesOf(contentType, entry, values)).length === 0,
	);
}
