import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { isSame } from '../../../lib/comparison';
import { completion } from '../schema/completion';
import { isRecord, parsedJson } from '../schema/compounds';
import type { Field } from '../schema/contentType';
import {
	createDefinition,
	type Definition,
	type DefinitionKind,
	readDefinition,
	readDefinitions,
	replaceDefinition,
	simplifiedDefinition,
} from '../schema/definition';
import type { Stack } from '../transport/stack';
import { limitOf } from './limitFields';

/** Makes a definition out of an item's fields. */
export async function create(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
	kind: DefinitionKind,
): Promise<IDataObject> {
	const uid = String(context.getNodeParameter('uid', index)).trim();
	if (!/^[a-z0-9_]{1,200}$/.test(uid))
		throw new NodeOperationError(context.getNode(), `"${uid}" cannot be a UID`, {
			itemIndex: index,
			description: 'Use small letters, digits and underscores only, 200 at most.',
		});
	const made = await createDefinition(stack, kind, {
		uid,
		title: String(context.getNodeParameter('title', index)),
		schema: readSchema(context, index),
		...readMore(context, index),
	});
	return answer(context, stack, index, kind, made);
}

/** Changes a definition where it differs from what an item wants. Nothing is written where nothing differs. */
export async function update(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
	kind: DefinitionKind,
	uid: string,
): Promise<IDataObject> {
	const change = context.getNodeParameter('schemaChange', index, 'add') as string;
	const expected = change === 'leave' ? [] : readSchema(context, index);
	const present = await readDefinition(stack, kind, uid);
	const schema = change === 'replace' ? expected : added(context, index, present.schema, expected);
	const parts = {
		title: present.title,
		description: present.description,
		options: present.options,
	};
	const before = { ...parts, schema: present.schema };
	const wanted = { ...parts, ...readMore(context, index), schema };
	const result = isSame(before, wanted)
		? present
		: await replaceDefinition(stack, kind, { uid, ...wanted } as Definition);
	return answer(context, stack, index, kind, result);
}

/** The stack's definitions of a kind, with the fields of global fields in place. */
export async function list(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
	kind: DefinitionKind,
): Promise<IDataObject[]> {
	const found = await readDefinitions(stack, kind, limitOf(context, index));
	return found.map((definition) => answer(context, stack, index, kind, definition));
}

/** A definition as it goes out: cut down, or as the service gave it. */
export function answer(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
	kind: DefinitionKind,
	definition: Definition,
): IDataObject {
	return context.getNodeParameter('simplify', index, true)
		? simplifiedDefinition(stack, kind, definition)
		: definition;
}

function added(
	context: IExecuteFunctions,
	index: number,
	present: Field[],
	expected: Field[],
): Field[] {
	const { schema, conflicting } = completion(present, expected);
	const [conflict] = conflicting;
	if (!conflict) return schema;
	throw new NodeOperationError(
		context.getNode(),
		`The field ${conflict.field} is there already, as ${conflict.found} instead of ${conflict.expected}`,
		{
			itemIndex: index,
			description: 'Give the new field another UID, or replace all fields on purpose.',
		},
	);
}

function readSchema(context: IExecuteFunctions, index: number): Definition['schema'] {
	const schema = parsedJson(context.getNodeParameter('schema', index));
	const isSound =
		Array.isArray(schema) &&
		schema.every((field) => isRecord(field) && [field.uid, field.data_type].every(isText));
	if (isSound) return schema as Definition['schema'];
	throw new NodeOperationError(context.getNode(), 'Schema (JSON) is not a list of fields', {
		itemIndex: index,
		description: 'It must be a list of objects with uid, display_name and data_type at least.',
	});
}

function isText(value: unknown): boolean {
	return typeof value === 'string' && value !== '';
}

function readMore(context: IExecuteFunctions, index: number): IDataObject {
	const { options: given, ...rest } = context.getNodeParameter(
		'additionalFields',
		index,
		{},
	) as IDataObject;
	if (given === undefined) return rest;
	const options = parsedJson(given);
	if (isRecord(options)) return { ...rest, options: options as IDataObject };
	throw new NodeOperationError(context.getNode(), 'Options (JSON) is not a valid JSON object', {
		itemIndex: index,
		description: 'It must be one object, like {"is_page": true, "url_pattern": "/:title"}.',
	});
}
