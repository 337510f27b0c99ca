import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { misfitError } from '../../entries/misfits';
import { isRecord, parsedJson } from '../../schema/compounds';
import { type ContentType, writableFields } from '../../schema/contentType';
import { prepareFields } from '../../schema/prepare';
import type { Stack } from '../../transport/stack';
import { assertLocales } from '../../transport/stackLists';

/**
 * The values that an item gives, checked against the live content type and in the form in which they are written. Throws a
 * NodeOperationError that names each field that does not fit, and why.
 */
export function checkedValues(
	stack: Stack,
	contentType: ContentType,
	raw: Record<string, unknown>,
): Record<string, unknown> {
	const { values, misfits } = prepareFields(contentType, raw);
	if (misfits.length === 0) return values;
	throw misfitError(
		stack,
		contentType,
		misfits,
		'Correct the values, or open the node again if the content type has changed.',
	);
}

/** The values of an item as they came: mapped one by one, taken from the item by name, or given as JSON. */
export function rawValues(
	context: IExecuteFunctions,
	contentType: ContentType,
	index: number,
): Record<string, unknown> {
	if (context.getNodeParameter('dataMode', index) === 'json') return jsonValues(context, index);
	if (context.getNodeParameter('fields.mappingMode', index, 'defineBelow') === 'autoMapInputData') {
		const known = new Set(writableFields(contentType).map(({ uid }) => uid));
		const { json } = context.getInputData()[index] ?? { json: {} };
		return Object.fromEntries(
			Object.entries(json).filter(([key]) => known.has(key.split('.')[0] as string)),
		);
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

function jsonValues(context: IExecuteFunctions, index: number): Record<string, unknown> {
	const fields = parsedJson(context.getNodeParameter('fieldsJson', index, '{}'));
	if (isRecord(fields)) return fields;
	throw new NodeOperationError(context.getNode(), 'Fields (JSON) is not a valid JSON object', {
		itemIndex: index,
		description: 'It must be one object with the UIDs of fields as keys, like {"title": "Launch"}.',
	});
}

/** The language that an item names, empty for the master language. Throws when the stack does not have it. */
export async function localeOf(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
): Promise<string> {
	const locale = String(context.getNodeParameter('locale', index, '') ?? '').trim();
	if (locale !== '') await assertLocales(stack, [locale]);
	return locale;
}
