import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { simplifiedGroup } from '../../people/simplified';
import { byPage, collect } from '../../transport/paging';
import { givenText } from '../given';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['group'], operation: ['getAll'] };
/** iconik gives no more groups than this in one page. */
const LARGEST_PAGE = 100;

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Name Contains',
		name: 'query',
		type: 'string',
		default: '',
		description: 'Only groups whose name holds this text',
		displayOptions: { show },
	},
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const query = givenText.call(this, 'query', index);
	const limit = limitOf.call(this, index);
	// This list needs no role, unlike the one with all facts.
	const call = { path: '/API/users/v1/groups/basic/', query: query ? { query } : {} } as const;
	const perPage = Math.min(limit, LARGEST_PAGE);
	const found = await collect(byPage<IDataObject>(iconik, call, { perPage, limit }));
	return this.getNodeParameter('simplify', index, true) === true
		? found.map(simplifiedGroup)
		: found;
};
