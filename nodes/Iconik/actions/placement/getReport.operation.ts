import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { assetsWithoutCaptions } from '../../placements/missingCaptions';
import {
	expiringAssets,
	unapprovedAssets,
	unusedAssets,
	usedAssets,
	type UsedAsset,
} from '../../placements/report';
import { firstDay } from '../../placements/usage';
import type { IconikClient } from '../../transport/client';
import type { SearchDocument } from '../../types';
import { reportFilters, termsOf, type Filters } from '../asset/searchFilters';
import { givenIds } from '../given';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { fieldOf, shown } from './fields';

const show = { resource: ['placement'], operation: ['getReport'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Report',
		name: 'report',
		type: 'options',
		options: [
			{
				name: 'Expiring',
				value: 'expiring',
				description: 'Used assets whose rights have ended or will end soon',
			},
			{
				name: 'Missing Captions',
				value: 'missingCaptions',
				description: 'Used videos and recordings without captions in one of the languages',
			},
			{ name: 'Most Used', value: 'mostUsed', description: 'Used assets, most entries first' },
			{ name: 'Unused', value: 'unused', description: 'Assets that no entry uses' },
			{
				name: 'Used Unapproved',
				value: 'usedUnapproved',
				description: 'Used assets of which no version is approved',
			},
		],
		default: 'mostUsed',
		description: 'The search of iconik learns of recordings after some seconds',
		displayOptions: { show },
	},
	{
		displayName: 'Rights Expiry Field',
		name: 'expiryField',
		type: 'string',
		default: 'RightsExpiry',
		required: true,
		description: 'The name of the metadata field with the last day of the rights',
		displayOptions: { show: { ...show, report: ['expiring'] } },
	},
	{
		displayName: 'Expiring Within (Days)',
		name: 'expiringWithinDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		displayOptions: { show: { ...show, report: ['expiring'] } },
	},
	{
		displayName: 'Caption Languages',
		name: 'captionLanguages',
		type: 'string',
		default: 'en',
		required: true,
		placeholder: 'e.g. en,de',
		description:
			'Languages that videos and recordings need captions in, with commas between. Captions in en-GB count for en.',
		displayOptions: { show: { ...show, report: ['missingCaptions'] } },
	},
	...limitFields(show),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: reportFilters,
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const limit = limitOf.call(this, index);
	const field = await fieldOf.call(this, iconik, index);
	const filters = this.getNodeParameter('filters', index, {}) as Filters;
	const query = { iconik, field, terms: termsOf(filters), limit };
	const report = this.getNodeParameter('report', index) as string;
	switch (report) {
		case 'unused':
			return (await unusedAssets(query)).map((document) => facts(iconik, report, document));
		case 'usedUnapproved':
			return (await unapprovedAssets(query)).map((asset) => ({
				...usage(iconik, report, asset),
				approval_status: asset.approval,
			}));
		case 'expiring': {
			const expiryField = this.getNodeParameter('expiryField', index) as string;
			const days = this.getNodeParameter('expiringWithinDays', index, 30) as number;
			return (await expiringAssets(query, expiryField.trim(), days)).map((asset) => ({
				...usage(iconik, report, asset),
				rights_expire: asset.expires,
				rights_status: asset.status,
			}));
		}
		case 'missingCaptions': {
			const languages = givenIds.call(this, 'captionLanguages', index);
			return (await assetsWithoutCaptions(query, languages)).map((asset) => ({
				...usage(iconik, report, asset),
				missing_captions: asset.missing,
			}));
		}
		default:
			return (await usedAssets(query)).slice(0, limit).map((asset) => usage(iconik, report, asset));
	}
};

function facts(
	{ origin }: IconikClient,
	report: string,
	{ id, title, media_type }: SearchDocument,
): IDataObject {
	return {
		report,
		asset_id: id,
		title: title ?? '',
		media_type: media_type ?? null,
		web_url: `${origin}/asset/${id}`,
	};
}

function usage(
	iconik: IconikClient,
	report: string,
	{ document, placements, entries }: UsedAsset,
): IDataObject {
	return {
		...facts(iconik, report, document),
		entries,
		since: firstDay(placements),
		placements: placements.map((placement) => shown(document.id, placement)),
		placements_count: placements.length,
	};
}
