import type { INodeProperties } from 'n8n-workflow';
import { entryPage, entryPath, livePlaces } from '../../entries/entry';
import { publishedIn } from '../../entries/published';
import { readList } from '../../transport/paging';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { readLocaleField } from './entryData.fields';
import { localeOf } from './entryValues';
import { located } from './locators';

const show = { resource: ['entry'], operation: ['getReferences'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	readLocaleField(show, 'Language of the entries that refer to it'),
];

interface Reference extends Record<string, unknown> {
	entry_uid: string;
	content_type_uid: string;
	content_type_title?: string;
	title?: string;
	locale: string;
	_version?: number;
}

/** One row for each entry that refers to this one, with where it is live. */
export const execute: ItemOperation = async function (stack, index) {
	const locale = await localeOf(this, stack, index);
	const path = entryPath(located(this, 'contentType', index), located(this, 'entry', index));
	const references = await readList<Reference>(
		stack,
		`${path}/references`,
		'references',
		{ include_publish_details: true, ...(locale && { locale }) },
		limitOf(this, index),
	);
	return await Promise.all(
		references.map(async (reference) => ({
			entry_uid: reference.entry_uid,
			content_type: reference.content_type_uid,
			content_type_title: reference.content_type_title ?? null,
			title: reference.title ?? null,
			locale: reference.locale,
			version: reference._version ?? null,
			published: await publishedIn(stack, livePlaces(reference)),
			cms_url: entryPage(stack.connection, reference.content_type_uid, {
				uid: reference.entry_uid,
				locale: reference.locale,
			}),
		})),
	);
};
