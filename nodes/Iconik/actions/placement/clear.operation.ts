import type { INodeProperties } from 'n8n-workflow';
import type { ItemOperation } from '../operation';
import { entryFields, entryOf, fieldOf } from './fields';
import { recordOptions, recordWith } from './recording';

export const description: INodeProperties[] = [
	...entryFields({ operation: ['clear'] }),
	recordOptions('clear'),
];

export const execute: ItemOperation = async function (iconik, index) {
	const field = await fieldOf.call(this, iconik, index);
	const entry = entryOf.call(this, index);
	return await recordWith.call(this, iconik, index, { field, entry, wanted: new Map() });
};
