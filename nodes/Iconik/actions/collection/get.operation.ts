import type { INodeProperties } from 'n8n-workflow';
import { collectionFacts, collectionPath, type WireCollection } from '../../media/collection';
import { collectionIdOf } from '../collectionLocator';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [
	simplifyField({ resource: ['collection'], operation: ['get'] }),
];

export const execute: ItemOperation = async function (iconik, index) {
	const path = collectionPath(collectionIdOf.call(this, index));
	const collection = await iconik.request<WireCollection>({ path });
	const isSimple = this.getNodeParameter('simplify', index, true) === true;
	return isSimple ? collectionFacts(iconik, collection) : collection;
};
