import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { Comparison } from '../../entries/compare';
import { entryPage, livePlaces, simplifiedEntry } from '../../entries/entry';
import { publishedIn } from '../../entries/published';
import type { Content, Saved, Wanted } from '../../entries/save';
import { type ContentType, readContentType } from '../../schema/contentType';
import { prepareValue } from '../../schema/prepare';
import type { Stack } from '../../transport/stack';
import { masterLocaleOf } from '../../transport/stackLists';
import { checkedValues, localeOf, rawValues } from './entryValues';
import { located } from './locators';

/** What one item asks of Create or Update. */
export interface Task extends Wanted {
	index: number;
	onlyCompare: boolean;
	simplify: boolean;
}

/** Reads an item's parameters and checks its values against the live content type, before anything is written. */
export async function readTask(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
): Promise<Task> {
	const contentType = await readContentType(stack, located(context, 'contentType', index));
	const match = readMatch(context, contentType, index);
	const { [match.field]: mapped, ...raw } = rawValues(context, contentType, index);
	if (mapped !== undefined && mapped !== null && String(mapped) !== String(match.value))
		throw new NodeOperationError(
			context.getNode(),
			`The match value "${match.value}" and the value mapped to ${match.field} differ`,
			{ itemIndex: index, description: 'Leave the match field out of the fields to write.' },
		);
	const values = checkedValues(stack, contentType, raw);
	const options = context.getNodeParameter('options', index, {}) as { onlyCompare?: boolean };
	return {
		index,
		contentType,
		match,
		values,
		locale: await localeOf(context, stack, index),
		onlyCompare: options.onlyCompare === true,
		simplify: context.getNodeParameter('simplify', index, true) as boolean,
	};
}

function readMatch(
	context: IExecuteFunctions,
	contentType: ContentType,
	index: number,
): Task['match'] {
	const uid = String(context.getNodeParameter('matchField', index) ?? '');
	const field = contentType.schema.find((candidate) => candidate.uid === uid);
	const refuse = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex: index, description });
	if (!field)
		throw refuse(
			`The content type ${contentType.uid} has no field "${uid}" to match on`,
			`It has: ${contentType.schema.map((candidate) => candidate.uid).join(', ')}`,
		);
	const given = context.getNodeParameter('matchValue', index, '') as unknown;
	if (given === undefined || given === null || String(given).trim() === '')
		throw refuse(
			`This item has no value for the match field ${field.display_name} (${uid})`,
			'Without one the entry cannot be told from others. Filter such items out, or check the expression in Match Value.',
		);
	const value = prepareValue(field, given, (reason) => {
		throw refuse(`The match field ${field.display_name} (${uid}) ${reason}`, 'Check Match Value.');
	});
	return { field: uid, value: value as string | number };
}

/** What the item gets out: what was done, where the entry is live, and the entry. */
export async function answerOf(
	stack: Stack,
	task: Pick<Content, 'contentType'> & { simplify: boolean },
	saved: Saved,
): Promise<IDataObject> {
	const { result, changed, entry, before } = saved;
	return {
		result,
		changed,
		uid: entry.uid,
		content_type: task.contentType.uid,
		locale: entry.locale,
		version: entry._version,
		previous_version: before?._version ?? null,
		// Only of a save of ours: an unchanged entry's last author may be anybody.
		updated_by: result === 'unchanged' ? null : (entry.updated_by ?? null),
		published: before ? await publishedIn(stack, livePlaces(before)) : [],
		cms_url: entryPage(stack.connection, task.contentType.uid, entry),
		entry: task.simplify ? simplifiedEntry(entry) : (entry as IDataObject),
	};
}

/** The same for what would be done: `uid`, `version` and `entry` are those of the entry as it is, `null` where there is none. */
export async function comparisonAnswer(
	stack: Stack,
	{ contentType, locale, simplify }: Task,
	{ result, changed, entry }: Comparison,
): Promise<IDataObject> {
	const present = entry && (simplify ? simplifiedEntry(entry) : (entry as IDataObject));
	return {
		result,
		changed,
		uid: entry?.uid ?? null,
		content_type: contentType.uid,
		locale: entry?.locale ?? (locale || (await masterLocaleOf(stack))),
		version: entry?._version ?? null,
		previous_version: entry?._version ?? null,
		updated_by: null,
		published: entry ? await publishedIn(stack, livePlaces(entry)) : [],
		cms_url: entry ? entryPage(stack.connection, contentType.uid, entry) : null,
		entry: present ?? null,
	};
}
