import type { INodeProperties } from 'n8n-workflow';
import type { FullAsset } from '../../assets/assetView';
import { assetAnswer } from '../../assets/read';
import { readList } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { queryField, readQuery } from '../queryField';

const show = { resource: ['asset'], operation: ['getAll'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	queryField(show, 'assets', '{"tags": {"$in": ["poster"]}}'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Folder UID',
				name: 'folder',
				type: 'string',
				default: '',
				placeholder: 'e.g. blt1a2b3c4d5e6f7081',
				description: 'Only what is in this folder itself; cs_root for what is in none',
			},
			{
				displayName: 'Sort',
				name: 'sort',
				type: 'options',
				options: [
					{ name: 'Changed Last First', value: 'desc updated_at' },
					{ name: 'Newest First', value: 'desc created_at' },
					{ name: 'Oldest First', value: 'asc created_at' },
					{ name: 'Title', value: 'asc title' },
				],
				default: 'desc created_at',
				description: 'In which order',
			},
		],
	},
	simplifyField(show),
];

/** Reads the assets that a query finds, page by page. */
export const execute: ItemOperation = async function (stack, index) {
	const { folder, sort } = this.getNodeParameter('options', index, {}) as {
		folder?: string;
		sort?: string;
	};
	const [direction, field] = (sort ?? '').split(' ');
	const assets = await readList<FullAsset>(
		stack,
		'/assets',
		'assets',
		{
			...readQuery(this, index),
			include_publish_details: true,
			include_dimension: true,
			...(folder && { folder }),
			...(direction && { [direction]: field }),
		},
		limitOf(this, index),
	);
	const simplify = this.getNodeParameter('simplify', index, true) as boolean;
	return assets.map((asset) => assetAnswer(stack, asset, simplify));
};
