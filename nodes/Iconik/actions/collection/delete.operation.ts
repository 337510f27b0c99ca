import type { INodeProperties } from 'n8n-workflow';
import { collectionPath } from '../../media/collection';
import { collectionIdOf } from '../collectionLocator';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [];

/** iconik queues the deletion (202); the collection can be restored there until it is purged. */
export const execute: ItemOperation = async function (iconik, index) {
	const id = collectionIdOf.call(this, index);
	const path = collectionPath(id);
	// One that was never there is an error; gone after a lost answer and a repetition is not.
	await iconik.request({ path });
	await iconik.find({ method: 'DELETE', path });
	return { deleted: true, id };
};
