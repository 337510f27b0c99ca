import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { LARGEST_PAGE, SIMPLE_FIELDS } from '../../media/assetSearch';
import { toPosition } from '../../media/changeCursor';
import { readChanges } from '../../media/changes';
import { equals } from '../../transport/searchTerms';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { filtersWithoutStatus, termsOf, type Filters } from './searchFilters';

const show = { resource: ['asset'], operation: ['getChangedSince'] };
const SMALLEST_PAGE = 100;

export const description: INodeProperties[] = [
	{
		displayName: 'Since',
		name: 'since',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2027-01-31T08:00:00Z',
		description:
			'A date, or the cursor of the last asset that an earlier run gave, to go on from there. Empty gives all assets. Each asset carries a cursor that says: all up to here is done. A change is what moves the modification date of an asset in iconik.',
		hint: 'A date without a time zone is read as UTC',
		displayOptions: { show },
	},
	...limitFields(show),
	simplifyField(show),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: filtersWithoutStatus,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Include Deleted',
				name: 'includeDeleted',
				type: 'boolean',
				default: true,
				description:
					'Whether assets in the delete queue are given as well, with status DELETED. What was purged leaves no trace.',
			},
			{
				displayName: 'Overlap in Seconds',
				name: 'overlapSeconds',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 60,
				description:
					'By how much the search of iconik may lag behind, together with the difference of the clocks. Assets that turn up late within this time are not missed.',
			},
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: SMALLEST_PAGE, maxValue: LARGEST_PAGE },
				default: 500,
				description: 'How many assets to ask for in one call, from 100 to 1000',
			},
		],
	},
];

interface Options {
	includeDeleted?: boolean;
	overlapSeconds?: number;
	pageSize?: number;
}

export const execute: ItemOperation = async function (iconik, index) {
	const options = this.getNodeParameter('options', index, {}) as Options;
	const { includeDeleted = true, overlapSeconds = 60, pageSize = 500 } = options;
	const overlapMs = Math.max(0, overlapSeconds) * 1000;
	const given = String(this.getNodeParameter('since', index, '') ?? '');
	const start = toPosition(given, overlapMs);
	if (!start)
		throw new NodeOperationError(this.getNode(), 'Since is neither a date nor a cursor', {
			itemIndex: index,
			description: `Enter a date like 2027-01-31, or the "cursor" of an asset of an earlier run. It is: ${given.slice(0, 100)}`,
		});
	const terms = termsOf(this.getNodeParameter('filters', index, {}) as Filters);
	return await readChanges(
		iconik,
		{
			terms: includeDeleted ? terms : [...terms, equals('status', 'ACTIVE')],
			fields: this.getNodeParameter('simplify', index) === false ? undefined : SIMPLE_FIELDS,
			perPage: Math.min(Math.max(pageSize, SMALLEST_PAGE), LARGEST_PAGE),
			limit: limitOf.call(this, index),
			overlapMs,
			now: Date.now(),
		},
		start,
	);
};
