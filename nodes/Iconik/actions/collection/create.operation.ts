import type { INodeProperties } from 'n8n-workflow';
import { collectionFacts, COLLECTIONS, type WireCollection } from '../../media/collection';
import { locatedId, parentLocator } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { collectionSettings, toCollectionBody, type CollectionSettings } from './collectionFields';

const show = { resource: ['collection'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Spring 2027',
		displayOptions: { show },
	},
	{
		...parentLocator('Where to put it; at the top when empty'),
		displayOptions: { show },
	},
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: { show },
		options: collectionSettings,
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const settings = this.getNodeParameter('settings', index, {}) as CollectionSettings;
	const parentId = locatedId.call(this, 'parentId', index);
	const made = await iconik.request<WireCollection>({
		method: 'POST',
		path: COLLECTIONS,
		query: parentId ? { apply_collection_acls: true } : {},
		body: {
			title: (this.getNodeParameter('title', index) as string).trim(),
			...(parentId && { parent_id: parentId }),
			...toCollectionBody(settings),
		},
	});
	return collectionFacts(iconik, made);
};
