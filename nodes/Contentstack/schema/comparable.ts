import { isEmpty } from '../../../lib/comparison';
import { type Field, kindOf } from './contentType';
import { isRecord } from './compounds';
import { writable } from './writable';

/**
 * A value reduced to what it says, so that what is read and what would be written can be compared: dates as instants, without
 * the service's own marks (`_metadata`, the UIDs of rich text nodes) and without what is empty inside a group.
 */
export function comparable(field: Field, value: unknown): unknown {
	return reduced(field, writable(field, value));
}

function reduced(field: Field, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((item: unknown) => reduced(field, item));
	switch (kindOf(field)) {
		case 'date':
			return instant(value);
		case 'richText':
			return withoutNodeUids(value);
		case 'group':
			return isRecord(value) ? reducedGroup(field.schema ?? [], value) : value;
		case 'blocks':
			return isRecord(value) ? reducedBlock(field, value) : value;
		default:
			return value;
	}
}

function reducedGroup(schema: Field[], group: Record<string, unknown>): Record<string, unknown> {
	const entries = Object.entries(group)
		.filter(([uid]) => uid !== '_metadata')
		.map(([uid, inner]): [string, unknown] => {
			const field = schema.find((candidate) => candidate.uid === uid);
			return [uid, field ? reduced(field, inner) : inner];
		})
		.filter(([, inner]) => !isEmpty(inner));
	return Object.fromEntries(entries);
}

function reducedBlock(field: Field, item: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(item)
			.filter(([uid]) => uid !== '_metadata')
			.map(([uid, inner]) => {
				const block = field.blocks?.find((candidate) => candidate.uid === uid);
				return [uid, isRecord(inner) ? reducedGroup(block?.schema ?? [], inner) : inner];
			}),
	);
}

function instant(value: unknown): unknown {
	const time = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(time) ? value : time;
}

function withoutNodeUids(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(withoutNodeUids);
	if (!isRecord(node)) return node;
	return Object.fromEntries(
		Object.entries(node)
			.filter(([key]) => key !== 'uid')
			.map(([key, inner]) => [key, key === 'children' ? withoutNodeUids(inner) : inner]),
	);
}
