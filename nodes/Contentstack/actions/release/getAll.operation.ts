import type { INodeProperties } from 'n8n-workflow';
import { type Release, releasePath, simplifiedRelease } from '../../releases/release';
import { readList } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['release'], operation: ['getAll'] };

export const description: INodeProperties[] = [...limitFields(show), simplifyField(show)];

/** Reads the releases of the stack, without what they hold. */
export const execute: ItemOperation = async function (stack, index) {
	const limit = limitOf(this, index);
	const releases = await readList<Release>(stack, releasePath(), 'releases', {}, limit);
	return this.getNodeParameter('simplify', index, true)
		? releases.map(simplifiedRelease)
		: releases;
};
