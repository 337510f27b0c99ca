import type { INodeProperties } from 'n8n-workflow';
import { changedKeys } from '../../../../lib/comparison';
import { collectionFacts, collectionPath, type WireCollection } from '../../media/collection';
import { collectionIdOf, locatedId, parentLocator } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { collectionSettings, toCollectionBody, type CollectionSettings } from './collectionFields';

const show = { resource: ['collection'], operation: ['update'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		description: 'The new title; stays when empty',
		displayOptions: { show },
	},
	{
		...parentLocator('The collection to move it into; stays where it is when empty'),
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

/** Reads first and writes only what differs. */
export const execute: ItemOperation = async function (iconik, index) {
	const path = collectionPath(collectionIdOf.call(this, index));
	const title = (this.getNodeParameter('title', index, '') as string).trim();
	const parentId = locatedId.call(this, 'parentId', index);
	const settings = this.getNodeParameter('settings', index, {}) as CollectionSettings;
	const wanted = {
		...toCollectionBody(settings),
		...(title && { title }),
		...(parentId && { parent_id: parentId }),
	};
	const present = await iconik.request<WireCollection>({ path });
	const changed = changedKeys(present, wanted);
	if (changed.length === 0)
		return { ...collectionFacts(iconik, present), outcome: 'unchanged', changed };
	const after = await iconik.request<WireCollection>({
		method: 'PATCH',
		path,
		query: { change_parent_mode: 'move' },
		// iconik's specification calls the title mandatory here too.
		body: {
			title: present.title ?? '',
			...Object.fromEntries(Object.entries(wanted).filter(([name]) => changed.includes(name))),
		},
	});
	return { ...collectionFacts(iconik, after), outcome: 'updated', changed };
};
