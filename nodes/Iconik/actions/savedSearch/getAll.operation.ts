import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { byPage, collect } from '../../transport/paging';
import { givenText } from '../given';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['savedSearch'], operation: ['getAll'] };
const LARGEST_PAGE = 100;

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Name Contains',
		name: 'query',
		type: 'string',
		default: '',
		description: 'Only searches whose name holds this text',
		displayOptions: { show },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const query = givenText.call(this, 'query', index);
	const limit = limitOf.call(this, index);
	const call = { path: '/API/search/v1/search/saved/', query: query ? { query } : {} } as const;
	const perPage = Math.min(limit, LARGEST_PAGE);
	return await collect(byPage<IDataObject>(iconik, call, { perPage, limit }));
};
