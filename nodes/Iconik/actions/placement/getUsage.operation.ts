import type { INodeProperties } from 'n8n-workflow';
import { placementsOf } from '../../placements/records';
import { entriesIn, firstDay, historyCounts, oldestFirst } from '../../placements/usage';
import { assetIdOf, assetLocator } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { fieldOf, shown } from './fields';

const show = { resource: ['placement'], operation: ['getUsage'] };

export const description: INodeProperties[] = [
	{ ...assetLocator, displayOptions: { show } },
	{
		displayName: 'Count Downloads and Exports',
		name: 'countDownloads',
		type: 'boolean',
		default: true,
		description:
			'Whether to count them in the history of the asset, which is a read for every 100 lines of it',
		displayOptions: { show },
	},
	{
		displayName: 'Most Places',
		name: 'mostPlaces',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 50,
		description: 'How many of the places to list, the oldest first. All of them are counted.',
		displayOptions: { show },
	},
];

/** Where and since when an asset is used, and how often it was taken from iconik. */
export const execute: ItemOperation = async function (iconik, index) {
	const field = await fieldOf.call(this, iconik, index);
	const assetId = assetIdOf.call(this, index);
	const countsDownloads = this.getNodeParameter('countDownloads', index, true) === true;
	const [placements, counts] = await Promise.all([
		placementsOf(iconik, field, assetId),
		countsDownloads
			? historyCounts(iconik, assetId)
			: { downloads: null, last_download: null, exports: null },
	]);
	const most = this.getNodeParameter('mostPlaces', index, 50) as number;
	return {
		asset_id: assetId,
		entries: entriesIn(placements),
		placements_count: placements.length,
		since: firstDay(placements),
		...counts,
		placements: oldestFirst(placements)
			.slice(0, most)
			.map((placement) => shown(assetId, placement)),
	};
};
