import { asArray, isRecord } from '../records';
import type { Fields } from '../state';
import { matches } from '../query/filter';
import { NO_REFERENCES } from '../query/page';

const OPERATORS = ['PUSH', 'PULL', 'UPDATE', 'ADD', 'SUB'];

/**
 * The new value of a field: what was sent, unless that is an atomic operation ("Atomic updates to entries"), which changes
 * the present value. Operations may stand inside a sent group, too.
 */
export function applied(present: unknown, sent: unknown): unknown {
	if (!isRecord(sent)) return sent;
	const [operator] = Object.keys(sent);
	if (operator === undefined) return sent;
	if (OPERATORS.includes(operator) && Object.keys(sent).length === 1)
		return operate(operator, present, sent[operator]);
	const before = isRecord(present) ? present : {};
	return Object.fromEntries(
		Object.entries(sent).map(([key, value]) => [key, applied(before[key], value)]),
	);
}

function operate(operator: string, present: unknown, operand: unknown): unknown {
	const list = asArray(present);
	switch (operator) {
		case 'PUSH':
			return [...list, ...asArray(isRecord(operand) && 'data' in operand ? operand.data : operand)];
		case 'PULL':
			return list.filter((item) => !isPulled(item, isRecord(operand) ? operand.query : undefined));
		case 'UPDATE':
			return isRecord(operand)
				? list.map((item, index) => (index === operand.index ? applied(item, operand.data) : item))
				: list;
		default:
			return Number(present ?? 0) + (operator === 'ADD' ? 1 : -1) * Number(operand);
	}
}

function isPulled(item: unknown, query: unknown): boolean {
	if (!isRecord(query)) return false;
	const isAboutItem = Object.keys(query).some((key) => key.startsWith('$'));
	const object: Fields = isAboutItem ? { item } : isRecord(item) ? item : {};
	return matches(object, isAboutItem ? { item: query } : query, NO_REFERENCES);
}
