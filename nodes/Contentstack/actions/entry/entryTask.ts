import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { entryPage, livePlaces, simplifiedEntry } from '../../entries/entry';
import { misfitError, type Saved, type Wanted } from '../../entries/save';
import { isRecord, parsedJson } from '../../schema/compounds';
import { type ContentType, readContentType, writableFields } from '../../schema/contentType';
import { prepareFields, prepareValue } from '../../schema/prepare';
import type { Stack } from '../../transport/stack';
import { environmentsOf } from '../../transport/stackLists';
import { located } from './locators';

/** What one item asks of Create or Update. */
export interface Task extends Wanted {
	index: number;
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
	const { [match.field]: mapped, ...raw } = rawFields(context, contentType, index);
	if (mapped !== undefined && mapped !== null && String(mapped) !== String(match.value))
		throw new NodeOperationError(
			context.getNode(),
			`The match value "${match.value}" and the value mapped to ${match.field} differ`,
			{ itemIndex: index, description: 'Leave the match field out of the fields to write.' },
		);
	const { values, misfits } = prepareFields(contentType, raw);
	if (misfits.length > 0)
		throw misfitError(
			stack,
			contentType,
			misfits,
			'Correct the values, or open the node again if the content type has changed.',
		);
	return {
		index,
		contentType,
		match,
		values,
		locale: String(context.getNodeParameter('locale', index, '') ?? ''),
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

function rawFields(
	context: IExecuteFunctions,
	contentType: ContentType,
	index: number,
): Record<string, unknown> {
	if (context.getNodeParameter('dataMode', index) === 'json') return jsonFields(context, index);
	if (context.getNodeParameter('fields.mappingMode', index, 'defineBelow') === 'autoMapInputData') {
		const known = new Set(writableFields(contentType).map(({ uid }) => uid));
		const { json } = context.getInputData()[index] ?? { json: {} };
		return Object.fromEntries(Object.entries(json).filter(([key]) => known.has(key)));
	}
	const values = (context.getNodeParameter('fields.value', index, {}) ?? {}) as IDataObject;
	const typed = (context.getNode().parameters.fields as { value?: unknown } | undefined)?.value;
	return Object.fromEntries(
		Object.entries(values).filter(([uid]) => !isRecord(typed) || !isLeftEmpty(typed[uid])),
	);
}

/** The editor stores a field that nobody filled as `null` or an empty text; only an expression can mean to clear one. */
function isLeftEmpty(typed: unknown): boolean {
	return typed === null || typed === '';
}

function jsonFields(context: IExecuteFunctions, index: number): Record<string, unknown> {
	const fields = parsedJson(context.getNodeParameter('fieldsJson', index, '{}'));
	if (isRecord(fields)) return fields;
	throw new NodeOperationError(context.getNode(), 'Fields (JSON) is not a valid JSON object', {
		itemIndex: index,
		description: 'It must be one object with the UIDs of fields as keys, like {"title": "Launch"}.',
	});
}

/** What the item gets out: what was done, where the entry is live, and the entry. */
export async function answerOf(stack: Stack, task: Task, saved: Saved): Promise<IDataObject> {
	const { result, changed, entry, before } = saved;
	const live = before ? livePlaces(before) : [];
	const environments = live.length > 0 ? await environmentsOf(stack) : [];
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
		published: live.map(({ environment, locale, version, time }) => ({
			environment: environments.find(({ uid }) => uid === environment)?.name ?? environment,
			environment_uid: environment,
			locale,
			version,
			time: time ?? null,
		})),
		cms_url: entryPage(stack.connection, task.contentType.uid, entry),
		entry: task.simplify ? simplifiedEntry(entry) : (entry as IDataObject),
	};
}
