import type { INodeProperties } from 'n8n-workflow';
import { CONTENT_TYPE } from '../../schema/definition';
import { list } from '../definitions';
import { limitFields, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['contentType'], operation: ['getAll'] };

export const description: INodeProperties[] = [...limitFields(show), simplifyField(show)];

/** Reads the stack's content types with their fields. */
export const execute: ItemOperation = async function (stack, index) {
	return await list(this, stack, index, CONTENT_TYPE);
};
