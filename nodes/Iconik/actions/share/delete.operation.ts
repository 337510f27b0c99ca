import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { locatedId } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { shareLocator, sharesPath } from './fields';

export const description: INodeProperties[] = [shareLocator(['delete'])];

export const execute: ItemOperation = async function (iconik, index) {
	const id = locatedId.call(this, 'shareId', index);
	if (id === '')
		throw new NodeOperationError(this.getNode(), 'The share ID is missing', {
			description: 'Pick a share of the asset or collection.',
		});
	const path = `${sharesPath.call(this, index)}${encodeURIComponent(id)}/` as const;
	await iconik.request({ method: 'DELETE', path });
	return { deleted: true };
};
