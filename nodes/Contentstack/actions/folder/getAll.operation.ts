import type { INodeProperties } from 'n8n-workflow';
import { ALL_FOLDERS, type Folder, simplifiedFolder } from '../../assets/folder';
import { readList } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['folder'], operation: ['getAll'] };

export const description: INodeProperties[] = [...limitFields(show), simplifyField(show)];

/** Reads the folders that assets are kept in, each with the folders above it. */
export const execute: ItemOperation = async function (stack, index) {
	const limit = limitOf(this, index);
	const folders = await readList<Folder>(stack, '/assets', 'assets', ALL_FOLDERS, limit);
	return this.getNodeParameter('simplify', index, true) ? folders.map(simplifiedFolder) : folders;
};
