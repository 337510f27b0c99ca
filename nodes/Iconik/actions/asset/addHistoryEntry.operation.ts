import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { assetPath } from '../../media/asset';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { HISTORY_TYPES } from './historyTypes';

const show = { resource: ['asset'], operation: ['addHistoryEntry'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Published on page "Spring campaign"',
		description: 'What happened, as people read it in the history of the asset',
		displayOptions: { show },
	},
	{
		displayName: 'Kind',
		name: 'operationType',
		type: 'options',
		options: HISTORY_TYPES,
		default: 'CUSTOM',
		description: 'What kind of entry iconik shows. It records only: nothing is done to the asset.',
		displayOptions: { show },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	return await iconik.request<IDataObject>({
		method: 'POST',
		path: `${assetPath(assetIdOf.call(this, index))}history/`,
		body: {
			operation_type: this.getNodeParameter('operationType', index) as string,
			operation_description: this.getNodeParameter('text', index) as string,
		},
	});
};
