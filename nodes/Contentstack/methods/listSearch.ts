import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { assetPage } from '../assets/assetView';
import { type Entry, entryPage, entryPath } from '../entries/entry';
import { PAGE_SIZE } from '../transport/paging';
import type { Stack } from '../transport/stack';
import { chosenContentType, openForEditor } from './editor';

interface Named {
	uid: string;
	title: string;
}

/** Content types by a part of their name. */
export async function searchContentTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const stack = await openForEditor.call(this);
	const { appUrl, apiKey } = stack.connection;
	return await search(
		stack,
		'/content_types',
		'content_types',
		filter,
		paginationToken,
		({ uid }) => `${appUrl}/#!/stack/${apiKey}/content-type/${uid}/content-type-builder`,
	);
}

/** Entries of the chosen content type by a part of their title. */
export async function searchEntries(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const contentType = chosenContentType(this);
	const stack = await openForEditor.call(this);
	return await search<Entry & Named>(
		stack,
		entryPath(contentType),
		'entries',
		filter,
		paginationToken,
		(entry) => entryPage(stack.connection, contentType, entry),
	);
}

/** Assets by a part of their title, the newest first. */
export async function searchAssets(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const stack = await openForEditor.call(this);
	return await search(stack, '/assets', 'assets', filter, paginationToken, ({ uid }) =>
		assetPage(stack.connection, uid),
	);
}

async function search<T extends Named>(
	stack: Stack,
	path: string,
	key: string,
	filter: string | undefined,
	paginationToken: string | undefined,
	urlOf: (found: T) => string,
): Promise<INodeListSearchResult> {
	const skip = Number(paginationToken ?? 0);
	const body = await stack.request<Record<string, T[] | undefined>>({
		method: 'GET',
		path,
		qs: {
			limit: PAGE_SIZE,
			skip,
			...(filter && {
				query: JSON.stringify({ title: { $regex: escaped(filter), $options: 'i' } }),
			}),
		},
	});
	const found = body[key] ?? [];
	return {
		results: found.map((record) => ({
			name: record.title || record.uid,
			value: record.uid,
			url: urlOf(record),
		})),
		...(found.length === PAGE_SIZE && { paginationToken: String(skip + PAGE_SIZE) }),
	};
}

/** The text as it stands, inside a regular expression. */
function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
