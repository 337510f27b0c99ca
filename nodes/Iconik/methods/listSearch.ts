import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { connect } from '../transport/client';
import type { Listed } from '../transport/paging';
import { equals, escaped, LAST_CHANGED_FIRST } from '../transport/searchTerms';
import type { SearchDocument } from '../types';

export {
	searchFiles,
	searchKeyframes,
	searchProxies,
	searchShares,
	searchSubtitleLanguages,
} from './mediaSearch';
export {
	searchGroups,
	searchJobs,
	searchSavedSearches,
	searchSegments,
	searchUsers,
} from './namedSearch';
export { searchAutomations, searchCustomActions, searchWebhooks } from './registrationSearch';

export { searchVersions } from './versionSearch';

const PER_PAGE = 50;

/** Assets whose title or metadata holds the words, the ones changed last first. */
export async function searchAssets(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchFor.call(this, 'asset', filter, paginationToken);
}

/** Collections whose title or metadata holds the words, the ones changed last first. */
export async function searchCollections(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchFor.call(this, 'collection', filter, paginationToken);
}

async function searchFor(
	this: ILoadOptionsFunctions,
	kind: 'asset' | 'collection',
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const iconik = await connect(this);
	const page = Number(paginationToken ?? 1);
	const { objects, pages } = await iconik.request<Listed<SearchDocument>>({
		method: 'POST',
		path: '/API/search/v1/search/',
		query: { page, per_page: PER_PAGE, save_search_history: false, generate_signed_url: false },
		body: {
			doc_types: [`${kind}s`],
			...(filter?.trim() && { query: wordsStartingAs(filter) }),
			filter: { operator: 'AND', terms: [equals('status', 'ACTIVE')] },
			sort: LAST_CHANGED_FIRST,
			include_fields: ['id', 'title'],
		},
		repeatable: true,
	});
	return {
		results: (objects ?? []).map(({ id, title }) => ({
			name: title || id,
			value: id,
			url: `${iconik.origin}/${kind}/${id}`,
		})),
		paginationToken: page < (pages ?? 1) ? String(page + 1) : undefined,
	};
}

/** The last word may be unfinished. */
function wordsStartingAs(filter: string): string {
	return `${escaped(filter)}*`;
}
