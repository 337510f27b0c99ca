import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readList } from '../../transport/paging';
import type { ItemOperation } from '../operation';

const show = { resource: ['contentType'], operation: ['getAll'] };

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

/** Reads the stack's content types with their fields. */
export const execute: ItemOperation = async function (stack, index) {
	const isAll = this.getNodeParameter('returnAll', index) as boolean;
	return await readList<IDataObject>(
		stack,
		'/content_types',
		'content_types',
		{ include_global_field_schema: true },
		isAll ? Infinity : (this.getNodeParameter('limit', index) as number),
	);
};
