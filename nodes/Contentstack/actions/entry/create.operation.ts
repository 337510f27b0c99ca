import type { INodeProperties } from 'n8n-workflow';
import { createEntry } from '../../entries/create';
import { readContentType } from '../../schema/contentType';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { dataFields, writeLocaleField } from './entryData.fields';
import { answerOf } from './entryTask';
import { checkedValues, localeOf, rawValues } from './entryValues';
import { located } from './locators';

const show = { resource: ['entry'], operation: ['create'] };

export const description: INodeProperties[] = [
	...dataFields(show),
	writeLocaleField(show),
	simplifyField(show),
];

/** Creates an entry from values that are checked first. */
export const execute: ItemOperation = async function (stack, index) {
	const contentType = await readContentType(stack, located(this, 'contentType', index));
	const values = checkedValues(stack, contentType, rawValues(this, contentType, index));
	const locale = await localeOf(this, stack, index);
	const entry = await createEntry(stack, { contentType, locale, values });
	const simplify = this.getNodeParameter('simplify', index, true) as boolean;
	return await answerOf(
		stack,
		{ contentType, simplify },
		{ result: 'created', changed: Object.keys(values), entry },
	);
};
