import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	expiringAssets,
	unapprovedAssets,
	unusedAssets,
	usedAssets,
	type UsedAsset,
} from '../../placements/report';
import type { SearchDocument } from '../../types';
import { reportFilters, termsOf, type Filters } from '../asset/searchFilters';
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
	switch (this.getNodeParameter('report', index) as string) {
		case 'unused':
			return (await unusedAssets(query)).map((document) => facts(document));
		case 'usedUnapproved':
			return (await unapprovedAssets(query)).map((asset) => ({
				...usage(asset),
				approval_status: asset.approval,
			}));
		case 'expiring': {
			const expiryField = this.getNodeParameter('expiryField', index) as string;
			const days = this.getNodeParameter('expiringWithinDays', index, 30) as number;
			return (await expiringAssets(query, expiryField.trim(), days)).map((asset) => ({
				...usage(asset),
				rights_expire: asset.expires,
				rights_status: asset.status,
			}));
		}
		default:
			return (await usedAssets(query)).slice(0, limit).map(usage);
	}
};

function facts({ id, title, media_type }: SearchDocument): IDataObject {
	return { asset_id: id, title: title ?? '', media_type: media_type ?? null };
}

function usage({ document, placements, entries }: UsedAsset): IDataObject {
	return {
		...facts(document),
		entries,
		placements: placements.map((placement) => shown(document.id, placement)),
		placements_count: placements.length,
	};
}
