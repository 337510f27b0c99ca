import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { FILE, KEYFRAME, listFiles, nameOf, PROXY, type FileKind } from '../media/mediaFiles';
import { subtitlesOf } from '../media/subtitles';
import { connect } from '../transport/client';
import { byLastId, collect, type Listed } from '../transport/paging';
import { equals, escaped, LAST_CHANGED_FIRST } from '../transport/searchTerms';
import type { SearchDocument, Share } from '../types';

export {
	searchGroups,
	searchJobs,
	searchSavedSearches,
	searchSegments,
	searchUsers,
} from './namedSearch';
export { searchAutomations, searchCustomActions, searchWebhooks } from './registrationSearch';

const PER_PAGE = 50;
const MOST_FILES = 200;

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

export async function searchProxies(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	return await filesOf.call(this, PROXY);
}

export async function searchKeyframes(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	return await filesOf.call(this, KEYFRAME);
}

export async function searchFiles(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	return await filesOf.call(this, FILE);
}

/** The files of the chosen asset. Nothing while the asset is still an expression that cannot be read. */
async function filesOf(
	this: ILoadOptionsFunctions,
	kind: FileKind,
): Promise<INodeListSearchResult> {
	const assetId = chosen.call(this, 'assetId');
	if (assetId === '') return { results: [] };
	const iconik = await connect(this);
	const files = await collect(
		listFiles(iconik, kind, { assetId, allVersions: true, limit: MOST_FILES }),
	);
	return {
		results: files.map((file) => ({
			name: [nameOf(file), file.format, file.status].filter(Boolean).join(' · '),
			value: file.id,
		})),
	};
}

/** The languages in which the chosen asset has captions. */
export async function searchSubtitleLanguages(
	this: ILoadOptionsFunctions,
): Promise<INodeListSearchResult> {
	const assetId = chosen.call(this, 'assetId');
	if (assetId === '') return { results: [] };
	const subtitles = await subtitlesOf(await connect(this), { assetId, versionId: '' });
	const languages = [...new Set(subtitles.map(({ language }) => language))].sort();
	return { results: languages.map((language) => ({ name: language, value: language })) };
}

/** The shares of the chosen asset or collection. */
export async function searchShares(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	const type = String(this.getCurrentNodeParameter('sharedType') ?? 'assets');
	const id = chosen.call(this, type === 'assets' ? 'assetId' : 'collectionId');
	if (id === '') return { results: [] };
	const path = `/API/assets/v1/${type}/${encodeURIComponent(id)}/shares/` as `/API/${string}/`;
	const shares = byLastId<Share>(
		await connect(this),
		{ path },
		{ perPage: 100, limit: MOST_FILES },
	);
	return {
		results: (await collect(shares)).map(({ id: value, title, expires }) => ({
			name: [title || value, expires?.slice(0, 10)].filter(Boolean).join(' · '),
			value,
		})),
	};
}

function chosen(this: ILoadOptionsFunctions, name: string): string {
	const value: unknown = this.getCurrentNodeParameter(name, { extractValue: true });
	return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
}

/** The last word may be unfinished. */
function wordsStartingAs(filter: string): string {
	return `${escaped(filter)}*`;
}
