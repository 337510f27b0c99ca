import type { IDisplayOptions, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { ownLocaleTargetFields } from '../publishTargets.fields';

type Show = NonNullable<IDisplayOptions['show']>;

const DEFAULT_SIZE = 10;

/** The current command line tool sends up to 50; the documentation speaks of 10. */
export const MOST_PUBLISHED = 50;

/** Where the items go or are taken down, and how the calls are made. */
export const bulkTargetFields = (show: Show): INodeProperties[] => [
	...ownLocaleTargetFields(show),
	{
		displayName: 'Check Workflow Stage',
		name: 'checkWorkflowStage',
		type: 'boolean',
		default: true,
		description:
			'Whether the call is refused as a whole when an entry does not meet a publish rule. Otherwise such entries are left out.',
		displayOptions: { show },
	},
	sizeField(show, MOST_PUBLISHED),
];

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
