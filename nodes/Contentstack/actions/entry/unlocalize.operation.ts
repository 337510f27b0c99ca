import type { INodeProperties } from 'n8n-workflow';
import { entryPath } from '../../entries/entry';
import { assertNotMaster, languagesOf } from '../../entries/languages';
import type { ItemOperation } from '../operation';
import { writeLocaleField } from './entryData.fields';
import { localeOf } from './entryValues';
import { located } from './locators';

const show = { resource: ['entry'], operation: ['unlocalize'] };

export const description: INodeProperties[] = [
	{
		...writeLocaleField(show),
		description:
			'Language whose own version is deleted; the entry follows its fallback language again. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		hint: '',
	},
];

/** Deletes the entry's own version in a language. Does nothing where there is none. */
export const execute: ItemOperation = async function (stack, index) {
	const contentType = located(this, 'contentType', index);
	const uid = located(this, 'entry', index);
	const locale = await localeOf(this, stack, index);
	await assertNotMaster(stack, locale);
	const isLocalized = async () =>
		(await languagesOf(stack, contentType, uid)).some(
			({ code, localized }) => code === locale && localized === true,
		);
	const answer = { uid, content_type: contentType, locale };
	if (!(await isLocalized())) return { result: 'not_localized', ...answer };
	const attempt = await stack.attempt({
		method: 'POST',
		path: `${entryPath(contentType, uid)}/unlocalize`,
		qs: { locale },
	});
	// An answer that was lost or came in pieces may stand for work that was done.
	if (!attempt.ok && (await isLocalized())) throw stack.errorFor(attempt.failure);
	return { result: 'unlocalized', ...answer };
};
