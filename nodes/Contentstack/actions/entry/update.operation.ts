import type { INodeProperties } from 'n8n-workflow';
import { readEntryIn } from '../../entries/publishPlan';
import { updateEntry } from '../../entries/save';
import { readContentType } from '../../schema/contentType';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { dataFields, writeLocaleField } from './entryData.fields';
import { answerOf } from './entryTask';
import { checkedValues, localeOf, rawValues } from './entryValues';
import { located } from './locators';

const show = { resource: ['entry'], operation: ['update'] };

export const description: INodeProperties[] = [
	...dataFields(show),
	writeLocaleField(show),
	simplifyField(show),
];

/** Writes what differs from the entry as it is, and nothing when nothing does. */
export const execute: ItemOperation = async function (stack, index) {
	const entryUid = located(this, 'entry', index);
	const contentType = await readContentType(stack, located(this, 'contentType', index));
	const values = checkedValues(stack, contentType, rawValues(this, contentType, index));
	const locale = await localeOf(this, stack, index);
	const current = await readEntryIn(
		stack,
		{ contentTypeUid: contentType.uid, entryUid },
		locale || undefined,
	);
	const saved = await updateEntry(stack, { contentType, locale, values }, current);
	const simplify = this.getNodeParameter('simplify', index, true) as boolean;
	return await answerOf(stack, { contentType, simplify }, saved);
};
