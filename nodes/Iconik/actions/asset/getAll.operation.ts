import type { INodeProperties } from 'n8n-workflow';
import { findAssets, SIMPLE_FIELDS, withoutSearchMarks } from '../../media/assetSearch';
import { collect } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { basicFilters, statusTerm, termsOf, type Filters } from './searchFilters';
import { sortFields, sortOf, type Order } from './searchOrder';

const show = { resource: ['asset'], operation: ['getAll'] };

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
		options: basicFilters,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: sortFields,
	},
];

/** iconik's plain list of assets ends at 10,000, so its search is asked, which does not. */
export const execute: ItemOperation = async function (iconik, index) {
	const filters = this.getNodeParameter('filters', index, {}) as Filters;
	const found = findAssets(
		iconik,
		{
			terms: [statusTerm(filters), ...termsOf(filters)],
			sort: sortOf(this.getNodeParameter('options', index, {}) as Order),
			fields: this.getNodeParameter('simplify', index) === false ? undefined : SIMPLE_FIELDS,
		},
		{ limit: limitOf.call(this, index) },
	);
	return (await collect(found)).map(withoutSearchMarks);
};
