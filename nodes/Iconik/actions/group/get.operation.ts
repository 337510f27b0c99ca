import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { simplifiedGroup } from '../../people/simplified';
import { idLocator, pickedId } from '../idLocator';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['group'], operation: ['get'] };

export const description: INodeProperties[] = [
	idLocator({ displayName: 'Group', name: 'groupId', searchListMethod: 'searchGroups', show }),
	simplifyField(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const id = encodeURIComponent(pickedId.call(this, 'groupId', index, 'group'));
	const group = await iconik.request<IDataObject>({ path: `/API/users/v1/groups/${id}/` });
	return this.getNodeParameter('simplify', index, true) === true ? simplifiedGroup(group) : group;
};
