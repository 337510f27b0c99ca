import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { byPage, collect } from '../../transport/paging';
import { idLocator, pickedId } from '../idLocator';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['savedSearch'], operation: ['run'] };
const LARGEST_PAGE = 500;
/** iconik pages a saved search by number, and so no deeper than this. */
const DEEPEST = 10_000;

export const description: INodeProperties[] = [
	idLocator({
		displayName: 'Saved Search',
		name: 'savedSearchId',
		searchListMethod: 'searchSavedSearches',
		show,
	}),
	...limitFields(show),
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const id = encodeURIComponent(pickedId.call(this, 'savedSearchId', index, 'saved search'));
	// One that does not exist must be an error, which the list would take for no results.
	const path = `/API/search/v1/search/saved/${id}/` as const;
	await iconik.request({ path, query: { include_results: false } });
	const limit = Math.min(limitOf.call(this, index), DEEPEST);
	const perPage = Math.min(limit, LARGEST_PAGE);
	const query = { include_results: true, generate_signed_proxy_url: false };
	const hits = await collect(byPage<IDataObject>(iconik, { path, query }, { perPage, limit }));
	return this.getNodeParameter('simplify', index, true) === true ? hits.map(simplified) : hits;
};

const simplified = (hit: IDataObject): IDataObject => ({
	id: hit.id,
	object_type: hit.object_type ?? null,
	title: hit.title ?? '',
	type: hit.type ?? null,
	media_type: hit.media_type ?? null,
	duration_milliseconds: hit.duration_milliseconds ?? null,
	in_collections: hit.in_collections ?? [],
	date_created: hit.date_created ?? null,
	date_modified: hit.date_modified ?? null,
});
