import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { missingGrants, writeGrants, type Principal } from '../../media/access';
import { groupIds } from '../../people/groupIds';
import { givenIds } from '../given';
import type { ItemOperation } from '../operation';

const show = { resource: ['collection'], operation: ['grantAccess'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Collection IDs',
		name: 'collectionIds',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 8ae20508-c715-11ec-972a-32f3401f5ebb',
		description:
			'One ID, several with commas between them, or an expression that gives a list, such as all collections of a tree',
		displayOptions: { show },
	},
	{
		displayName: 'Group Names or IDs',
		name: 'groups',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getGroups' },
		hint: 'An expression may give names, too',
		default: [],
		description:
			'Whose members get access. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show },
	},
	{
		displayName: 'User Names or IDs',
		name: 'users',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description:
			'Who gets access. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show },
	},
	{
		displayName: 'Permissions',
		name: 'permissions',
		type: 'multiOptions',
		options: [
			{ name: 'Change Access', value: 'change-acl' },
			{ name: 'Delete', value: 'delete' },
			{ name: 'Read', value: 'read' },
			{ name: 'Write', value: 'write' },
		],
		default: ['read', 'write'],
		description: 'What they may do. What they may do already stays.',
		displayOptions: { show },
	},
];

/** Reads who has access and writes only what is missing, so nobody loses any. */
export const execute: ItemOperation = async function (iconik, index) {
	const collections = [...new Set(givenIds.call(this, 'collectionIds', index))];
	const users = givenIds.call(this, 'users', index);
	const permissions = givenIds.call(this, 'permissions', index);
	const given = givenIds.call(this, 'groups', index);
	const refuse = refusal.call(this, index);
	if (collections.length === 0)
		throw refuse('No collection ID is given', 'Check the expression that gives it for this item.');
	if (users.length + given.length === 0)
		throw refuse('Nobody is named to get access', 'Choose groups or users.');
	if (permissions.length === 0)
		throw refuse('No permission is chosen', 'Choose what they may do, such as Read.');
	const groups = await groupIds(iconik, this.getNode(), given);
	const principals: Principal[] = [
		...groups.map((id) => ({ kind: 'group' as const, id })),
		...users.map((id) => ({ kind: 'user' as const, id })),
	];
	const missing = await missingGrants(iconik, collections, principals, permissions);
	await writeGrants(iconik, missing);
	const changed = new Set(missing.map(({ collectionId }) => collectionId));
	return {
		result: changed.size > 0 ? 'updated' : 'unchanged',
		granted: [...changed],
		already_there: collections.filter((id) => !changed.has(id)),
		groups,
		users,
		permissions,
	};
};

function refusal(this: IExecuteFunctions, itemIndex: number) {
	return (message: string, advice: string) =>
		new NodeOperationError(this.getNode(), message, { itemIndex, description: advice });
}
