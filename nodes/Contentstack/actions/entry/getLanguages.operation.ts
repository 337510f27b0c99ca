import type { INodeProperties } from 'n8n-workflow';
import { languagesOf } from '../../entries/languages';
import { localesOf, masterLocaleOf } from '../../transport/stackLists';
import type { ItemOperation } from '../operation';
import { located } from './locators';

export const description: INodeProperties[] = [];

/** One row a language: whether the entry has a version of its own in it, and what it follows where it has none. */
export const execute: ItemOperation = async function (stack, index) {
	const languages = await languagesOf(
		stack,
		located(this, 'contentType', index),
		located(this, 'entry', index),
	);
	const [known, master] = [await localesOf(stack), await masterLocaleOf(stack)];
	return languages.map(({ code, localized }) => {
		const locale = known.find((candidate) => candidate.code === code);
		return {
			code,
			name: locale?.name ?? code,
			is_master: code === master,
			localized: code === master || localized === true,
			fallback_locale: locale?.fallback_locale ?? null,
		};
	});
};
