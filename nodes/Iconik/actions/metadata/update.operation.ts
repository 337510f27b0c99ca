import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { writeValues } from '../../media/metadataWrite';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { valueFields, viewField, wantedValues } from './valueFields';

const show = { resource: ['metadata'], operation: ['update'] };

export const description: INodeProperties[] = [viewField(show), ...valueFields(show)];

export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	const { view, values, mode } = await wantedValues.call(this, iconik, index);
	const { changed, metadata } = await writeValues(iconik, assetId, view.id, values, mode);
	return { asset_id: assetId, view_id: view.id, changed, metadata: metadata as IDataObject };
};
