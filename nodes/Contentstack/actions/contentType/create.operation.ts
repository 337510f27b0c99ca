import type { INodeProperties } from 'n8n-workflow';
import { CONTENT_TYPE } from '../../schema/definition';
import { createFields, moreFields, optionsOption } from '../definitionFields';
import { create } from '../definitions';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['contentType'], operation: ['create'] };

export const description: INodeProperties[] = [
	...createFields(show),
	moreFields(show, [optionsOption]),
	simplifyField(show),
];

/** Makes a content type of a list of fields. */
export const execute: ItemOperation = async function (stack, index) {
	return await create(this, stack, index, CONTENT_TYPE);
};
