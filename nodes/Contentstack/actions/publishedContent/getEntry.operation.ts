import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type Entry, entryPath, simplifiedEntry } from '../../entries/entry';
import { openDelivery } from '../../transport/delivery';
import { entryLocator, located } from '../entry/locators';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { readFields, readQs } from './includeFields';

const show = { resource: ['publishedContent'], operation: ['getEntry'] };

export const description: INodeProperties[] = [
	{ ...entryLocator(['getEntry']), displayOptions: { show } },
	...readFields('getEntry'),
	simplifyField(show),
];

/** Reads one entry as visitors see it, in the environment of the delivery token. */
export const execute: ItemOperation = async function (stack, index) {
	const delivery = await openDelivery(stack);
	const { entry } = await delivery.request<{ entry: Entry }>({
		method: 'GET',
		path: entryPath(located(this, 'contentType', index), located(this, 'entry', index)),
		qs: readQs(this, index),
	});
	return this.getNodeParameter('simplify', index, true)
		? simplifiedEntry(entry)
		: (entry as IDataObject);
};
