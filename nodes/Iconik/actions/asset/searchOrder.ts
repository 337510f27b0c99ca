import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { LAST_CHANGED_FIRST } from '../../transport/searchTerms';

/** In which order assets come out. */
export const sortFields: INodeProperties[] = [
	{
		displayName: 'Sort By',
		name: 'sortBy',
		type: 'options',
		options: [
			{ name: 'Date Created', value: 'date_created' },
			{ name: 'Date Modified', value: 'date_modified' },
			{ name: 'Duration', value: 'duration_milliseconds' },
			{ name: 'Title', value: 'title' },
		],
		default: 'date_modified',
		description:
			'Another sortable field can be given as an expression, such as metadata.RightsExpiry',
	},
	{
		displayName: 'Sort Direction',
		name: 'sortDirection',
		type: 'options',
		options: [
			{ name: 'Ascending', value: 'asc' },
			{ name: 'Descending', value: 'desc' },
		],
		default: 'desc',
	},
];

export interface Order {
	sortBy?: string;
	sortDirection?: string;
}

/** The chosen order; the last changed first when none is. The ID breaks ties, without which deep paging could skip or repeat. */
export function sortOf({ sortBy, sortDirection }: Order): IDataObject[] {
	if (!sortBy && !sortDirection) return LAST_CHANGED_FIRST;
	return [
		{ name: sortBy || 'date_modified', order: sortDirection || 'desc' },
		{ name: 'id', order: 'asc' },
	];
}
