import { type IDataObject, type INodeProperties, NodeOperationError } from 'n8n-workflow';
import { changedKeys } from '../../../../lib/comparison';
import { assetPath, type FullAsset } from '../../assets/assetView';
import { assetAnswer, readAsset } from '../../assets/read';
import { located } from '../entry/locators';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { assetFieldOptions, assetFieldsOf } from './assetFields';

const show = { resource: ['asset'], operation: ['update'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions: { show },
		options: assetFieldOptions,
	},
	simplifyField(show),
];

/** Writes what differs of the chosen fields. Each write makes a version, so nothing is written where nothing differs. */
export const execute: ItemOperation = async function (stack, index) {
	const uid = located(this, 'asset', index);
	const wanted = assetFieldsOf(this.getNodeParameter('updateFields', index, {}) as IDataObject);
	if (Object.keys(wanted).length === 0)
		throw new NodeOperationError(this.getNode(), 'No field to update is chosen', {
			itemIndex: index,
			description: 'Add at least one field under Update Fields.',
		});
	const simplify = this.getNodeParameter('simplify', index, true) as boolean;
	const present = await readAsset(stack, uid);
	const changed = changedKeys({ ...present }, wanted);
	if (changed.length === 0) return assetAnswer(stack, present, simplify);
	const { asset } = await stack.request<{ asset: FullAsset }>({
		method: 'PUT',
		path: assetPath(uid),
		qs: { include_dimension: true },
		body: { asset: Object.fromEntries(changed.map((key) => [key, wanted[key]])) as IDataObject },
	});
	return assetAnswer(stack, asset, simplify);
};
