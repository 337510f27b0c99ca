import { batches } from '../../../lib/batches';
import type { Call, IconikClient } from '../transport/client';
import type { Listed } from '../transport/paging';
import { oneOf } from '../transport/searchTerms';
import type { SearchDocument } from '../types';

/** As many assets as iconik's own bulk calls take. */
const PER_SEARCH = 500;

/**
 * The index documents of many assets, by ID, with one call for up to 500 of them. An asset that the index does not know yet is left out.
 * @param fields the fields of the documents that are needed beside the ID
 */
export async function readDocuments(
	iconik: IconikClient,
	assetIds: readonly string[],
	fields: readonly string[],
	patience: Pick<Call, 'tries' | 'timeoutMs'> = {},
): Promise<Map<string, SearchDocument>> {
	const unique = [...new Set(assetIds)];
	const answers = await Promise.all(
		batches(unique, PER_SEARCH).map(
			async (ids) =>
				await iconik.request<Listed<SearchDocument>>({
					method: 'POST',
					path: '/API/search/v1/search/',
					// iconik ignores page and per_page in the body.
					query: { page: 1, per_page: ids.length, save_search_history: false },
					body: {
						doc_types: ['assets'],
						filter: { operator: 'AND', terms: [oneOf('id', ids)] },
						include_fields: ['id', ...fields],
					},
					repeatable: true,
					...patience,
				}),
		),
	);
	const documents = answers.flatMap(({ objects }) => objects ?? []);
	return new Map(documents.map((document) => [document.id, document]));
}
