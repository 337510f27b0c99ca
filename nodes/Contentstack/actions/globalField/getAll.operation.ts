import type { INodeProperties } from 'n8n-workflow';
import { GLOBAL_FIELD } from '../../schema/definition';
import { list } from '../definitions';
import { limitFields, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['globalField'], operation: ['getAll'] };

export const description: INodeProperties[] = [...limitFields(show), simplifyField(show)];

/** Reads the stack's global fields with their fields. */
export const execute: ItemOperation = async function (stack, index) {
	return await list(this, stack, index, GLOBAL_FIELD);
};
