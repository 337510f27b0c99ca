import { NodeOperationError } from 'n8n-workflow';
import type { Stack } from '../transport/stack';
import { masterLocaleOf } from '../transport/stackLists';
import { entryPath } from './entry';

/** A language and whether an entry has a version of its own in it. */
export interface Language {
	code: string;
	/** Absent where the entry follows another language, and for the master language. */
	localized?: boolean;
}

/** The languages as an entry has them: https://www.contentstack.com/docs/developers/apis/content-management-api#get-languages-of-an-entry */
export async function languagesOf(
	stack: Stack,
	contentTypeUid: string,
	entryUid: string,
): Promise<Language[]> {
	const { locales } = await stack.request<{ locales?: Language[] }>({
		method: 'GET',
		path: `${entryPath(contentTypeUid, entryUid)}/locales`,
	});
	return locales ?? [];
}

/** Throws for the master language, which every entry has and no entry can be localized in. */
export async function assertNotMaster(stack: Stack, locale: string): Promise<void> {
	if (locale !== '' && locale !== (await masterLocaleOf(stack))) return;
	throw new NodeOperationError(
		stack.context.getNode(),
		locale === '' ? 'No language is chosen' : `"${locale}" is the master language`,
		{ description: 'Choose one of the other languages: an entry is localized in those only.' },
	);
}
