import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withoutSearchMarks } from '../../media/assetSearch';
import { collectionPath } from '../../media/collection';
import type { IconikClient } from '../../transport/client';
import { byPage, bySearchAfter, collect } from '../../transport/paging';
import { LAST_CHANGED_FIRST, equals, oneOf } from '../../transport/searchTerms';
import { collectionIdOf } from '../collectionLocator';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['collection'], operation: ['getContents'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Kinds',
		name: 'objectTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Assets', value: 'assets' },
			{ name: 'Collections', value: 'collections' },
		],
		default: ['assets'],
		description: 'What to list of the collection',
		displayOptions: { show },
	},
	{
		displayName: 'Include Subcollections',
		name: 'recursive',
		type: 'boolean',
		default: false,
		description: 'Whether to list what is in all collections below it too',
		displayOptions: { show },
	},
	...limitFields(show),
	simplifyField(show),
];

type Content = IDataObject & { _sort?: unknown[] };

const LARGEST_PAGE = 1000;

export const execute: ItemOperation = async function (iconik, index) {
	const id = collectionIdOf.call(this, index);
	const chosen = this.getNodeParameter('objectTypes', index, []) as string[];
	const types = chosen.length > 0 ? chosen : ['assets', 'collections'];
	const limit = limitOf.call(this, index);
	const isDeep = this.getNodeParameter('recursive', index, false) === true;
	const list = isDeep ? below(iconik, id, types, limit) : inside(iconik, id, types, limit);
	const found = await collect(list);
	const isSimple = this.getNodeParameter('simplify', index, true) === true;
	return found.map(isSimple ? simplified : withoutSearchMarks);
};

/** What is directly in the collection. iconik's list reaches 10,000 objects. */
function inside(
	iconik: IconikClient,
	id: string,
	types: string[],
	limit: number,
): AsyncGenerator<Content> {
	const call = {
		path: `${collectionPath(id)}contents/`,
		query: { object_types: types.join(',') },
	} as const;
	return byPage<Content>(iconik, call, { perPage: Math.min(limit, LARGEST_PAGE), limit });
}

/** What is anywhere below, each object once however many of the collections hold it. One search serves, of any depth. */
async function* below(
	iconik: IconikClient,
	id: string,
	types: string[],
	limit: number,
): AsyncGenerator<Content> {
	// The search would find nothing for a collection that is not there; reading it tells.
	await iconik.request({ path: collectionPath(id) });
	yield* bySearchAfter<Content>(
		iconik,
		{
			method: 'POST',
			path: '/API/search/v1/search/',
			query: { save_search_history: false, generate_signed_url: false },
			body: {
				doc_types: types,
				filter: {
					operator: 'AND',
					terms: [equals('status', 'ACTIVE'), oneOf('ancestor_collections', [id])],
				},
				sort: LAST_CHANGED_FIRST,
			},
			repeatable: true,
		},
		{ perPage: Math.min(limit, LARGEST_PAGE), limit },
	);
}

function simplified(object: IDataObject): IDataObject {
	return {
		id: object.id,
		object_type: object.object_type ?? null,
		title: object.title ?? '',
		external_id: object.external_id ?? null,
		status: object.status ?? null,
		media_type: object.media_type ?? null,
		in_collections: object.in_collections ?? [],
		date_created: object.date_created ?? null,
		date_modified: object.date_modified ?? null,
	};
}
