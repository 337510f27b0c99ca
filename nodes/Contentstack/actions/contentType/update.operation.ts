import type { INodeProperties } from 'n8n-workflow';
import { CONTENT_TYPE } from '../../schema/definition';
import { moreFields, optionsOption, updateFields } from '../definitionFields';
import { update } from '../definitions';
import { located } from '../entry/locators';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['contentType'], operation: ['update'] };

export const description: INodeProperties[] = [
	...updateFields(show),
	moreFields(show, [optionsOption]),
	simplifyField(show),
];

/** Adds or replaces fields of a content type and changes what is said about it. */
export const execute: ItemOperation = async function (stack, index) {
	return await update(this, stack, index, CONTENT_TYPE, located(this, 'contentType', index));
};
