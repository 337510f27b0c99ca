import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { assetPath } from '../media/asset';
import { nameOf } from '../people/groupMembers';
import { connect } from '../transport/client';
import type { Listed } from '../transport/paging';
import type { User } from '../types';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

interface Named extends IDataObject {
	id: string;
}

const PER_PAGE = 50;

/** A list that iconik pages by number and searches by `query`. */
const searchOf = <T extends Named>(
	path: `/API/${string}/`,
	label: (object: T) => string,
	fixed: IDataObject = {},
): ListSearch =>
	async function (filter = '', paginationToken) {
		const page = Number(paginationToken ?? 1);
		const words = filter.trim();
		const query = { page, per_page: PER_PAGE, ...fixed, ...(words && { query: words }) };
		const { objects, pages = 1 } =
			(await (await connect(this)).find<Listed<T>>({ path, query })) ?? {};
		return {
			results: (objects ?? []).map((object) => ({ name: label(object), value: object.id })),
			paginationToken: page < pages ? String(page + 1) : undefined,
		};
	};

const titled = ({ title, name, id }: Named) => String(title || name || id);

export const searchUsers = searchOf<User & Named>('/API/users/v1/users/basic/', nameOf);
export const searchGroups = searchOf('/API/users/v1/groups/basic/', titled);
export const searchSavedSearches = searchOf('/API/search/v1/search/saved/', titled);
export const searchJobs = searchOf(
	'/API/jobs/v1/jobs/',
	(job) => [titled(job), job.status].filter(Boolean).join(' · '),
	{ sort: 'date_created,desc' },
);

/** The segments of the chosen asset. Nothing while the asset is still an expression that cannot be read. */
export async function searchSegments(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const asset: unknown = this.getCurrentNodeParameter('assetId', { extractValue: true });
	if (typeof asset !== 'string' || asset === '' || asset.startsWith('=')) return { results: [] };
	const search = searchOf(`${assetPath(asset.trim())}segments/`, (segment) =>
		[segment.segment_type, segment.segment_text || segment.id].join(' · '),
	);
	return await search.call(this, filter, paginationToken);
}
