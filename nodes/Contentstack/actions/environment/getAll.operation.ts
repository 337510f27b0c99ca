import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { environmentsOf } from '../../transport/stackLists';
import type { ItemOperation } from '../operation';

const show = { resource: ['environment'], operation: ['getAll'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...show, returnAll: [false] } },
	},
];

/** Reads the stack's environments with the addresses of their sites. */
export const execute: ItemOperation = async function (stack, index) {
	const environments = (await environmentsOf(stack)) as unknown as IDataObject[];
	return this.getNodeParameter('returnAll', index)
		? environments
		: environments.slice(0, this.getNodeParameter('limit', index) as number);
};
