import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { simplifiedUser } from '../../people/simplified';
import { byPage, collect } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['user'], operation: ['getAll'] };
/** iconik gives no more users than this in one page. */
const LARGEST_PAGE = 100;

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. nathan@example.com',
				default: '',
			},
			{
				displayName: 'Group Name or ID',
				name: 'groups',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getGroups' },
				default: '',
				description:
					'Only members of this group. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Active', value: 'ACTIVE' },
					{ name: 'Any', value: '' },
					{ name: 'Blocked', value: 'BLOCKED' },
					{ name: 'Deleted', value: 'DELETED' },
					{ name: 'Inactive', value: 'INACTIVE' },
				],
				default: '',
			},
			{
				displayName: 'Text',
				name: 'query',
				type: 'string',
				default: '',
				description: 'Only people whose name or address holds this text',
			},
		],
	},
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const filters = this.getNodeParameter('filters', index, {}) as Record<string, string>;
	const given = Object.entries(filters).filter(([, value]) => value !== '');
	const limit = limitOf.call(this, index);
	// This list needs no role, unlike the one with all facts.
	const path = '/API/users/v1/users/basic/' as const;
	const perPage = Math.min(limit, LARGEST_PAGE);
	const found = await collect(
		byPage<IDataObject>(iconik, { path, query: Object.fromEntries(given) }, { perPage, limit }),
	);
	return this.getNodeParameter('simplify', index, true) === true
		? found.map(simplifiedUser)
		: found;
};
