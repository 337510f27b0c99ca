import { type ContentType, type Field, isList, kindOf } from '../schema/contentType';
import { fieldAt } from '../schema/paths';
import { prepareScalar } from '../schema/scalars';
import { STAGE_PATH, SYSTEM_FIELDS } from '../schema/systemFields';

export type Operator =
	| 'contains'
	| 'endsWith'
	| 'equals'
	| 'exists'
	| 'greater'
	| 'greaterOrEqual'
	| 'in'
	| 'less'
	| 'lessOrEqual'
	| 'matches'
	| 'notEquals'
	| 'notExists'
	| 'notIn'
	| 'startsWith';

export interface Condition {
	/** Path of the field, or `taxonomies.<uid of the taxonomy>`. */
	field: string;
	operator: Operator;
	value?: unknown;
}

export type Query = Record<string, unknown>;

const WITHOUT_VALUE = ['exists', 'notExists'];
const COMPARISONS: Partial<Record<Operator, string>> = {
	greater: '$gt',
	greaterOrEqual: '$gte',
	less: '$lt',
	lessOrEqual: '$lte',
};

/**
 * Conditions in Contentstack's query language: https://www.contentstack.com/docs/developers/apis/content-management-api#queries
 * @param refuse throws the reason why a condition makes no sense for this content type
 */
export function toQuery(
	contentType: ContentType,
	conditions: Condition[],
	combine: 'and' | 'or',
	refuse: (reason: string) => never,
): Query {
	const parts = conditions.map((condition) => {
		const field = fieldOf(contentType, condition.field);
		if (!field)
			return refuse(
				`The content type ${contentType.uid} has no field "${condition.field}" to filter by`,
			);
		return partOf(field, condition, (reason) =>
			refuse(`The condition on ${field.display_name} (${condition.field}) ${reason}`),
		);
	});
	if (parts.length <= 1) return parts[0] ?? {};
	return { [combine === 'or' ? '$or' : '$and']: parts };
}

/** Both queries at once. */
export function bothOf(one: Query, other: Query): Query {
	const parts = [one, other].filter((part) => Object.keys(part).length > 0);
	return parts.length > 1 ? { $and: parts } : (parts[0] ?? {});
}

function fieldOf(contentType: ContentType, path: string): Field | undefined {
	if (path === STAGE_PATH) return { uid: path, display_name: 'Workflow Stage', data_type: 'text' };
	const [root, taxonomy] = path.split('.');
	if (root === 'taxonomies' && taxonomy !== undefined)
		return { uid: taxonomy, display_name: 'Taxonomy', data_type: 'text', multiple: true };
	return SYSTEM_FIELDS.find(({ uid }) => uid === path) ?? fieldAt(contentType, path);
}

function partOf(
	field: Field,
	{ field: path, operator, value }: Condition,
	refuse: (reason: string) => never,
): Query {
	if (WITHOUT_VALUE.includes(operator)) return { [path]: { $exists: operator === 'exists' } };
	const isOfMany = operator === 'in' || operator === 'notIn';
	const raw = isOfMany ? listOf(value) : [value];
	if (raw.length === 0 || raw.some((one) => one === undefined || one === null || one === ''))
		return refuse('has no value');
	if (kindOf(field) === 'reference') {
		const uid = isOfMany ? { $in: raw.map(String) } : String(value);
		const isNot = operator === 'notEquals' || operator === 'notIn';
		if (isNot || isOfMany || operator === 'equals')
			return { [path]: { [isNot ? '$nin_query' : '$in_query']: { uid } } };
		return refuse('can compare a reference with UIDs of entries only');
	}
	const pattern = patternOf(operator, String(value));
	if (pattern !== undefined) {
		if (kindOf(field) !== 'text' && kindOf(field) !== 'select')
			return refuse('looks for text, and this is no text field');
		return { [path]: { $regex: pattern, ...(operator !== 'matches' && { $options: 'i' }) } };
	}
	const values = raw.map((one) => valueOf(field, one, refuse));
	return { [path]: compared(field, operator, values) };
}

function compared(field: Field, operator: Operator, values: unknown[]): unknown {
	const comparison = COMPARISONS[operator];
	if (comparison) return { [comparison]: values[0] };
	const isNot = operator === 'notEquals' || operator === 'notIn';
	// A list is found by one of its members, which the documentation shows with $in only.
	const isOfMany = operator === 'in' || operator === 'notIn' || isList(field);
	if (isOfMany) return { [isNot ? '$nin' : '$in']: values };
	return isNot ? { $ne: values[0] } : values[0];
}

function patternOf(operator: Operator, text: string): string | undefined {
	const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	switch (operator) {
		case 'contains':
			return literal;
		case 'startsWith':
			return `^${literal}`;
		case 'endsWith':
			return `${literal}$`;
		case 'matches':
			return text;
		default:
			return undefined;
	}
}

const COMPARABLE = ['text', 'select', 'number', 'boolean', 'date'];

function valueOf(field: Field, value: unknown, refuse: (reason: string) => never): unknown {
	if (!COMPARABLE.includes(kindOf(field)))
		return refuse('can only ask whether this field exists: use Query (JSON) for more');
	const prepared = prepareScalar(field, value, refuse);
	// The service compares dates as text, and keeps them in UTC.
	return kindOf(field) === 'date' && String(prepared).includes('T')
		? new Date(String(prepared)).toISOString()
		: prepared;
}

function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return String(value ?? '')
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one !== '');
}
