import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { connect } from '../transport/client';
import type { Listed } from '../transport/paging';
import { equals, LAST_CHANGED_FIRST } from '../transport/searchTerms';
import type { SearchDocument } from '../types';

const PER_PAGE = 50;

/** Assets whose title or metadata holds the words, the ones changed last first. */
export async function searchAssets(
	this: ILoadOptionsFunctions,
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
			doc_types: ['assets'],
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
			url: `${iconik.origin}/asset/${id}`,
		})),
		paginationToken: page < (pages ?? 1) ? String(page + 1) : undefined,
	};
}

/** iconik reads the text as a query in Lucene's language, so what has a meaning there is escaped. The last word may be unfinished. */
function wordsStartingAs(filter: string): string {
	return `${filter.trim().replace(/[+\-&|!(){}[\]^"~*?:\\/]/g, '\\$&')}*`;
}
