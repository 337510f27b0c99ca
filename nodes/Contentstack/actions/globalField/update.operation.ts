import type { INodeProperties } from 'n8n-workflow';
import { GLOBAL_FIELD } from '../../schema/definition';
import { moreFields, updateFields } from '../definitionFields';
import { update } from '../definitions';
import { located } from '../entry/locators';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['globalField'], operation: ['update'] };

export const description: INodeProperties[] = [
	...updateFields(show),
	moreFields(show),
	simplifyField(show),
];

/** Adds or replaces fields of a global field and changes what is said about it. */
export const execute: ItemOperation = async function (stack, index) {
	return await update(this, stack, index, GLOBAL_FIELD, located(this, 'globalField', index));
};
