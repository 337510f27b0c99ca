import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { fieldsOfView, readView } from '../../media/metadataModel';
import { choose, flatten } from '../../media/metadataValues';
import { readValues } from '../../media/metadataWrite';
import { viewId } from '../../media/settings';
import type { ItemOperation } from '../operation';
import { metadataObject, readObject } from './metadataObject';
import { viewField } from './valueFields';

const show = { resource: ['metadata'], operation: ['get'] };

export const description: INodeProperties[] = [
	viewField(show),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Include Empty Fields',
				name: 'includeEmpty',
				type: 'boolean',
				default: false,
				description: 'Whether each field of the view comes out, those without a value as null',
			},
			{
				displayName: 'Version ID',
				name: 'versionId',
				type: 'string',
				default: '',
				description: 'Reads the values of this version of an asset instead of the current ones',
			},
		],
	},
];

/** Untouched objects answer 404, as unknown ones and unknown views do: so after a 404 it is looked which of them it is. */
export const execute: ItemOperation = async function (iconik, index) {
	const object = metadataObject.call(this, index);
	const node = this.getNode();
	const given = this.getNodeParameter('metadataView', index) as string;
	const { includeEmpty, versionId } = this.getNodeParameter('options', index, {}) as {
		includeEmpty?: boolean;
		versionId?: string;
	};
	const id = given.trim() ? await viewId(iconik, node, given.trim()) : '';
	const found = id ? await readValues(iconik, object, id, versionId) : undefined;
	const values = flatten(found) as IDataObject;
	if (found && !includeEmpty) return values;
	const view = await readView(iconik, node, given);
	if (!found) await readObject(iconik, object);
	const names = fieldsOfView(view).map(({ name }) => name);
	return includeEmpty && names.length > 0 ? (choose(values, names) as IDataObject) : values;
};
