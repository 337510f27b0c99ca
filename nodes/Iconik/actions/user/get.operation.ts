import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { simplifiedUser } from '../../people/simplified';
import { idLocator, pickedId } from '../idLocator';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['user'], operation: ['get'] };

export const description: INodeProperties[] = [
	idLocator({ displayName: 'User', name: 'userId', searchListMethod: 'searchUsers', show }),
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const id = encodeURIComponent(pickedId.call(this, 'userId', index, 'user'));
	const user = await iconik.request<IDataObject>({ path: `/API/users/v1/users/${id}/` });
	return this.getNodeParameter('simplify', index, true) === true ? simplifiedUser(user) : user;
};
