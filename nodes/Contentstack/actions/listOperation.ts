import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readList } from '../transport/paging';
import { limitFields, limitOf } from './limitFields';
import type { ItemOperation } from './operation';

/**
 * Get Many of one of the stack's plain lists: its fields, and what it does.
 * @param key the property of the answer that holds the list
 */
export function listOperation(
	resource: string,
	path: string,
	key: string,
): { description: INodeProperties[]; execute: ItemOperation } {
	return {
		description: limitFields({ resource: [resource], operation: ['getAll'] }),
		async execute(stack, index) {
			return await readList<IDataObject>(stack, path, key, {}, limitOf(this, index));
		},
	};
}
