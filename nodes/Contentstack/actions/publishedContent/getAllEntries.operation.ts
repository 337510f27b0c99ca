import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type Entry, entryPath, simplifiedEntry } from '../../entries/entry';
import { openDelivery } from '../../transport/delivery';
import { readList } from '../../transport/paging';
import { located } from '../entry/locators';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { queryField, readQuery } from '../queryField';
import { readFields, readQs } from './includeFields';

const show = { resource: ['publishedContent'], operation: ['getAllEntries'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	queryField(show, 'entries', '{"iconik_state": "ready"}'),
	...readFields('getAllEntries'),
	simplifyField(show),
];

/** Reads the published entries of a content type that a query finds, page by page. */
export const execute: ItemOperation = async function (stack, index) {
	const delivery = await openDelivery(stack);
	const entries = await readList<Entry>(
		delivery,
		entryPath(located(this, 'contentType', index)),
		'entries',
		{ ...readQuery(this, index), ...readQs(this, index) },
		limitOf(this, index),
	);
	return this.getNodeParameter('simplify', index, true)
		? entries.map(simplifiedEntry)
		: (entries as IDataObject[]);
};
