import type { INodeProperties } from 'n8n-workflow';
import { CONTENT_TYPE, readDefinition } from '../../schema/definition';
import { answer } from '../definitions';
import { located } from '../entry/locators';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [
	simplifyField({ resource: ['contentType'], operation: ['get'] }),
];

/** Reads a content type with its fields, those of global fields in place. */
export const execute: ItemOperation = async function (stack, index) {
	const uid = located(this, 'contentType', index);
	const found = await readDefinition(stack, CONTENT_TYPE, uid, {
		include_global_field_schema: true,
	});
	return answer(this, stack, index, CONTENT_TYPE, found);
};
