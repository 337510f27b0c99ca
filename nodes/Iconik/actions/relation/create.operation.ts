import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { assetPath } from '../../media/asset';
import { assetIdOf } from '../assetLocator';
import { givenText } from '../given';
import { pickedId } from '../idLocator';
import type { ItemOperation } from '../operation';
import { relationTypeOf } from './fields';

export const description: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'relationDescription',
		type: 'string',
		default: '',
		description: 'Why the two are related',
		displayOptions: { show: { resource: ['relation'], operation: ['create'] } },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const text = givenText.call(this, 'relationDescription', index);
	return await iconik.request<IDataObject>({
		method: 'POST',
		path: `${assetPath(assetIdOf.call(this, index))}relations/`,
		body: {
			related_to_asset_id: pickedId.call(this, 'relatedAssetId', index, 'related asset'),
			relation_type: relationTypeOf.call(this, index),
			...(text && { description: text }),
		},
		// A relation that is there already is answered with 200, so a repetition does no harm.
		repeatable: true,
	});
};
