import type { INodeProperties } from 'n8n-workflow';
import { pickedId } from '../idLocator';
import type { ItemOperation } from '../operation';
import { shareLocator, sharesPath } from './fields';

export const description: INodeProperties[] = [shareLocator('delete')];

export const execute: ItemOperation = async function (iconik, index) {
	const id = pickedId.call(this, 'shareId', index, 'share');
	const path = `${sharesPath.call(this, index)}${encodeURIComponent(id)}/` as const;
	// One that was never there is an error; gone after a lost answer and a repetition is not.
	await iconik.request({ path });
	await iconik.find({ method: 'DELETE', path });
	return { deleted: true, id };
};
