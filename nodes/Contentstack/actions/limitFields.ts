import type { IDisplayOptions, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

/** Return All and Limit, as every list has them. */
export const limitFields = (show: Show): INodeProperties[] => [
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

/** Simplify, for answers with many fields. */
export const simplifyField = (show: Show): INodeProperties => ({
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	displayOptions: { show },
});

/** How many results are wanted; `Infinity` for all. */
export function limitOf(context: IExecuteFunctions, index: number): number {
	if (context.getNodeParameter('returnAll', index, false) === true) return Infinity;
	return context.getNodeParameter('limit', index, 50) as number;
}
