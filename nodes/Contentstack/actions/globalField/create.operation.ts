import type { INodeProperties } from 'n8n-workflow';
import { GLOBAL_FIELD } from '../../schema/definition';
import { createFields, moreFields } from '../definitionFields';
import { create } from '../definitions';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['globalField'], operation: ['create'] };

export const description: INodeProperties[] = [
	...createFields(show),
	moreFields(show),
	simplifyField(show),
];

/** Makes a global field of a list of fields. */
export const execute: ItemOperation = async function (stack, index) {
	return await create(this, stack, index, GLOBAL_FIELD);
};
