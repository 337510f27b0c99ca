import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { toInstant } from '../../media/dates';
import { bySearchAfter, collect } from '../../transport/paging';
import { equals, LAST_CHANGED_FIRST, oneOf, since } from '../../transport/searchTerms';
import type { SearchDocument } from '../../types';
import type { ItemOperation } from '../operation';

const show = { resource: ['asset'], operation: ['search'] };

/** The fields of the simplified output. */
const FIELDS = [
	'id',
	'title',
	'type',
	'media_type',
	'duration_milliseconds',
	'approval_status',
	'in_collections',
	'date_created',
	'date_modified',
];

const LARGEST_PAGE = 1000;

export const description: INodeProperties[] = [
	{
		displayName: 'Query',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: 'e.g. harbour AND metadata.Campaign:Spring',
		description: 'What to search for, in the words of the search field of iconik. Empty finds all.',
		displayOptions: { show },
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...show, returnAll: [false] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Approval Statuses',
				name: 'approvalStatuses',
				type: 'multiOptions',
				options: [
					{ name: 'Approved', value: 'APPROVED' },
					{ name: 'Mixed', value: 'MIXED' },
					{ name: 'Not Reviewed', value: 'N/A' },
					{ name: 'Rejected', value: 'NOT_APPROVED' },
					{ name: 'Requested', value: 'REQUESTED' },
				],
				default: [],
			},
			{
				displayName: 'Collection Name or ID',
				name: 'collectionId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getCollections' },
				default: '',
				description:
					'Only what is in this collection or below it. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Media Types',
				name: 'mediaTypes',
				type: 'multiOptions',
				options: [
					{ name: 'Audio', value: 'audio' },
					{ name: 'Image', value: 'image' },
					{ name: 'Video', value: 'video' },
				],
				default: [],
			},
			{
				displayName: 'Modified Since',
				name: 'modifiedSince',
				type: 'dateTime',
				default: '',
			},
		],
	},
];

interface Filters {
	approvalStatuses?: string[];
	collectionId?: string;
	mediaTypes?: string[];
	modifiedSince?: string;
}

export const execute: ItemOperation = async function (iconik, index) {
	const returnAll = this.getNodeParameter('returnAll', index) as boolean;
	const limit = returnAll ? Infinity : (this.getNodeParameter('limit', index) as number);
	const simplify = this.getNodeParameter('simplify', index) as boolean;
	const query = this.getNodeParameter('query', index, '') as string;
	const filters = this.getNodeParameter('filters', index, {}) as Filters;
	const hits = bySearchAfter<SearchDocument & IDataObject>(
		iconik,
		{
			method: 'POST',
			path: '/API/search/v1/search/',
			query: { save_search_history: false, generate_signed_url: false },
			body: {
				doc_types: ['assets'],
				...(query && { query }),
				filter: { operator: 'AND', terms: termsOf(filters) },
				sort: LAST_CHANGED_FIRST,
				...(simplify && { include_fields: FIELDS }),
			},
			repeatable: true,
		},
		{ perPage: Math.min(limit, LARGEST_PAGE), limit },
	);
	return (await collect(hits)).map(withoutSearchMarks);
};

/** The hit without what belongs to the search and not to the asset. */
function withoutSearchMarks(hit: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(hit).filter(([key]) => !key.startsWith('_')));
}

function termsOf(filters: Filters): IDataObject[] {
	const { approvalStatuses, collectionId, mediaTypes, modifiedSince } = filters;
	const terms = [equals('status', 'ACTIVE')];
	if (approvalStatuses?.length) terms.push(oneOf('approval_status', approvalStatuses));
	if (mediaTypes?.length) terms.push(oneOf('media_type', mediaTypes));
	if (collectionId) terms.push(oneOf('ancestor_collections', [collectionId]));
	const instant = toInstant(modifiedSince);
	if (instant !== undefined) terms.push(since('date_modified', instant));
	return terms;
}
