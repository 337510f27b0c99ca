import type { INodeProperties } from 'n8n-workflow';
import { collectionFacts, COLLECTIONS, type WireCollection } from '../../media/collection';
import { byPage, collect } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['collection'], operation: ['getAll'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	simplifyField(show),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Only at the Top',
				name: 'isRoot',
				type: 'boolean',
				default: true,
				description: 'Whether to list only collections that are in no other',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Active', value: 'ACTIVE' },
					{ name: 'Deleted', value: 'DELETED' },
					{ name: 'Hidden', value: 'HIDDEN' },
				],
				default: 'ACTIVE',
				description: 'Without this filter, active collections are listed',
			},
		],
	},
];

/** iconik's list reaches 10,000 collections. */
const PER_PAGE = 500;

export const execute: ItemOperation = async function (iconik, index) {
	const filters = this.getNodeParameter('filters', index, {}) as {
		isRoot?: boolean;
		status?: string;
	};
	const limit = limitOf.call(this, index);
	const list = byPage<WireCollection>(
		iconik,
		{
			path: COLLECTIONS,
			query: {
				status: filters.status ?? 'ACTIVE',
				sort: 'title,asc',
				...(filters.isRoot && { is_root: true }),
			},
		},
		{ perPage: Math.min(limit, PER_PAGE), limit },
	);
	const found = await collect(list);
	const isSimple = this.getNodeParameter('simplify', index, true) === true;
	return isSimple ? found.map((one) => collectionFacts(iconik, one)) : found;
};
