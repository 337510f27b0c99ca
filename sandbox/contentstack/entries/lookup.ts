import { contentTypeNotFound, unprocessable } from '../apiError';
import type { QueryString } from '../query/queryString';
import type { Service } from '../service';
import type { Branch, ContentType } from '../state';

/** The content type of this uid on a branch, or the answer for an unknown one. */
export function contentTypeOf(branch: Branch, uid: string): ContentType {
	const type = branch.contentTypes.get(uid);
	if (!type) throw contentTypeNotFound(uid);
	return type;
}

/** The locale that a call names, or the master. One that the stack does not have is answered with 422/141. */
export function localeOf({ stack }: Service, query: QueryString): string {
	const code = query.one('locale') ?? stack.masterLocale;
	if (stack.locales.some((locale) => locale.code === code)) return code;
	throw unprocessable(141, 'Language was not found. Please try again.', {
		locale: ['is not valid.'],
	});
}
