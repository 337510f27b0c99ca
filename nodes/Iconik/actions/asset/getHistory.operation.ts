import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { assetPath } from '../../media/asset';
import { byPage } from '../../transport/paging';
import { assetIdOf } from '../assetLocator';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { HISTORY_TYPES } from './historyTypes';

const show = { resource: ['asset'], operation: ['getHistory'] };
const PER_PAGE = 100;

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Kinds',
		name: 'operationTypes',
		type: 'multiOptions',
		options: HISTORY_TYPES,
		default: [],
		description: 'Only entries of these kinds. Empty gives all.',
		displayOptions: { show },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const limit = limitOf.call(this, index);
	const wanted = this.getNodeParameter('operationTypes', index, []) as string[];
	const entries = byPage<IDataObject>(
		iconik,
		{
			path: `${assetPath(assetIdOf.call(this, index))}history/`,
			query: { sort: 'date_created,desc' },
		},
		{ perPage: PER_PAGE },
	);
	const found: IDataObject[] = [];
	for await (const entry of entries) {
		if (wanted.length > 0 && !wanted.includes(String(entry.operation_type))) continue;
		found.push(entry);
		if (found.length >= limit) break;
	}
	return found;
};
