import Ajv, { type ValidateFunction } from 'ajv';
import { specificationOf, type Parameter, type Place } from './openapi';

/** A sent body has no read-only members, a received one no write-only ones. */
export type Direction = 'request' | 'response';

const formats = {
	uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
	'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
	date: /^\d{4}-\d{2}-\d{2}$/,
	email: /^\S+@\S+$/,
	url: /^https?:\/\//,
	bool: true,
	int32: true,
	int64: true,
} as const;

const bodies = new Ajv({ strict: false, allErrors: true, formats });
const queries = new Ajv({ strict: false, allErrors: true, formats, coerceTypes: true });
const compiled = new Map<string, ValidateFunction>();

/** Checks a JSON body of an operation. `name` tells the schemas of one operation apart. */
export function bodyCheck(
	{ service, method, template }: Place,
	direction: Direction,
	name: string,
	schema: object,
): ValidateFunction {
	return once(`${service} ${method} ${template} ${direction} ${name}`, () => {
		const components = `${service}-${direction}`;
		if (!bodies.getSchema(components)) {
			const { schemas = {} } = specificationOf(service)?.components ?? {};
			const strict = Object.entries(schemas).map(([key, value]) => [key, closed(value, direction)]);
			const all = { components: { schemas: Object.fromEntries(strict) as object } };
			bodies.addSchema(all, components);
		}
		const text = JSON.stringify(closed(schema, direction));
		return bodies.compile(
			JSON.parse(text.replaceAll('"$ref":"#/', `"$ref":"${components}#/`)) as object,
		);
	});
}

/** Checks the query parameters of an operation, given as an object of texts: no unknown ones, none missing, each of its type. */
export function queryCheck({ service, method, template, operation }: Place): ValidateFunction {
	return once(`${service} ${method} ${template} query`, () => {
		const known = (operation.parameters ?? []).filter((one) => one.in === 'query');
		return queries.compile({
			type: 'object',
			properties: Object.fromEntries(known.map(({ name, schema }: Parameter) => [name, schema])),
			required: known.filter(({ required }) => required).map(({ name }) => name),
			additionalProperties: false,
		});
	});
}

function once(key: string, compile: () => ValidateFunction): ValidateFunction {
	const check = compiled.get(key) ?? compile();
	compiled.set(key, check);
	return check;
}

type SchemaObject = Record<string, unknown> & {
	properties?: Record<string, { readOnly?: boolean; writeOnly?: boolean }>;
	required?: string[];
	discriminator?: Discriminator;
};

interface Discriminator {
	propertyName: string;
	mapping: Record<string, string>;
}

/** One schema or the other, by the value of a member: faults are then those of the right one. */
function chosenBy({ propertyName, mapping }: Discriminator): object[] {
	return Object.entries(mapping).map(([value, $ref]) => ({
		if: { properties: { [propertyName]: { const: value } } },
		then: { $ref },
	}));
}

/**
 * The OpenAPI schema as a JSON schema that knows no members but those named. The files use `allOf` for single references only, so
 * that closing each object by itself is right. `nullable` becomes a choice, for ajv refuses null beside `enum` and knows
 * `nullable` beside `type` only.
 */
function closed(schema: unknown, direction: Direction): unknown {
	if (Array.isArray(schema)) return schema.map((one) => closed(one, direction));
	if (typeof schema !== 'object' || schema === null) return schema;
	const { properties, required, nullable, oneOf, discriminator, ...rest } = schema as SchemaObject;
	const made: SchemaObject = {};
	for (const [key, value] of Object.entries(rest)) made[key] = closed(value, direction);
	if (discriminator) made.allOf = chosenBy(discriminator);
	else if (oneOf) made.anyOf = closed(oneOf, direction);
	if (properties) {
		const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
		const kept = Object.entries(properties).filter(([, property]) => property[hidden] !== true);
		const names = new Set(kept.map(([name]) => name));
		made.properties = Object.fromEntries(
			kept.map(([name, property]) => [name, closed(property, direction)]),
		) as SchemaObject['properties'];
		made.additionalProperties ??= false;
		if (required) made.required = required.filter((name) => names.has(name));
	} else if (required) made.required = required;
	return nullable === true ? { anyOf: [made, { type: 'null' }] } : made;
}
