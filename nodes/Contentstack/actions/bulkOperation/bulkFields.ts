import { type IDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

const DEFAULT_SIZE = 10;

/** How many items go with one call. */
export const sizeField = (show: Show, most: number): INodeProperties => ({
	displayName: 'Items per Call',
	name: 'itemsPerCall',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: most },
	default: DEFAULT_SIZE,
	description: 'How many items of the workflow go with one call; there is one call a second',
	displayOptions: { show },
});

/** The chosen size. It belongs to the whole run, so the first item's counts. */
export function sizeOf(context: IExecuteFunctions, most: number): number {
	const size = Math.floor(Number(context.getNodeParameter('itemsPerCall', 0, DEFAULT_SIZE)));
	return Math.min(most, Math.max(1, size || DEFAULT_SIZE));
}
