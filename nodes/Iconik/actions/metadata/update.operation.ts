import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { writeValues } from '../../media/metadataWrite';
import type { ItemOperation } from '../operation';
import { metadataObject } from './metadataObject';
import { valueFields, viewField, wantedValues } from './valueFields';

const show = { resource: ['metadata'], operation: ['update'] };

export const description: INodeProperties[] = [viewField(show), ...valueFields(show)];

export const execute: ItemOperation = async function (iconik, index) {
	const object = metadataObject.call(this, index);
	const { view, values, mode } = await wantedValues.call(this, iconik, index);
	const { changed, metadata } = await writeValues(iconik, object, view.id, values, mode);
	const idName = object.type === 'assets' ? 'asset_id' : 'collection_id';
	return { [idName]: object.id, view_id: view.id, changed, metadata: metadata as IDataObject };
};
