import type { INodeProperties } from 'n8n-workflow';
import { assertNotMaster } from '../../entries/languages';
import { localizeEntry } from '../../entries/localize';
import { readEntryIn } from '../../entries/publishPlan';
import { readContentType } from '../../schema/contentType';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { dataFields, writeLocaleField } from './entryData.fields';
import { answerOf } from './entryTask';
import { checkedValues, localeOf, rawValues } from './entryValues';
import { located } from './locators';

const show = { resource: ['entry'], operation: ['localize'] };

export const description: INodeProperties[] = [
	...dataFields(show),
	writeLocaleField(show),
	simplifyField(show),
];

/** Gives an entry a version of its own in a language. Where it has one, only what differs is written. */
export const execute: ItemOperation = async function (stack, index) {
	const entryUid = located(this, 'entry', index);
	const contentType = await readContentType(stack, located(this, 'contentType', index));
	const values = checkedValues(stack, contentType, rawValues(this, contentType, index));
	const locale = await localeOf(this, stack, index);
	await assertNotMaster(stack, locale);
	const current = await readEntryIn(stack, { contentTypeUid: contentType.uid, entryUid }, locale);
	const saved = await localizeEntry(stack, { contentType, locale, values }, current);
	const simplify = this.getNodeParameter('simplify', index, true) as boolean;
	const answer = await answerOf(stack, { contentType, simplify }, saved);
	return current.locale === locale ? answer : { ...answer, result: 'localized' };
};
