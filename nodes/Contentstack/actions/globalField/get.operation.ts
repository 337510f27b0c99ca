import type { INodeProperties } from 'n8n-workflow';
import { GLOBAL_FIELD, readDefinition } from '../../schema/definition';
import { answer } from '../definitions';
import { located } from '../entry/locators';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [
	simplifyField({ resource: ['globalField'], operation: ['get'] }),
];

/** Reads a global field with its fields, those of global fields in place. */
export const execute: ItemOperation = async function (stack, index) {
	const uid = located(this, 'globalField', index);
	const found = await readDefinition(stack, GLOBAL_FIELD, uid, {
		include_global_field_schema: true,
	});
	return answer(this, stack, index, GLOBAL_FIELD, found);
};
