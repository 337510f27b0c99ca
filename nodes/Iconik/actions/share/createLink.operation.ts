import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { daysAfter } from '../../media/dates';
import { viewId } from '../../media/settings';
import type { Share } from '../../types';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { futureEnd, RIGHTS, rightFields, sharesPath } from './fields';
import { simplified } from './show';

const show = { resource: ['share'], operation: ['createLink'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Preview for the web team',
		description: 'What the share is called in iconik and on its page',
		displayOptions: { show },
	},
	{
		displayName: 'Ends After (Days)',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1825 },
		default: 30,
		description:
			'Every share ends: after five years at most, or sooner if an administrator has set so',
		displayOptions: { show },
	},
	{
		displayName: 'Rights',
		name: 'rights',
		type: 'collection',
		placeholder: 'Add Right',
		default: {},
		description: 'What the link allows besides looking at it',
		displayOptions: { show },
		options: rightFields,
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
				displayName: 'Ends At',
				name: 'expires',
				type: 'dateTime',
				default: '',
				description: 'A date and time instead of a number of days',
			},
			{
				displayName: 'Metadata View Names or IDs',
				name: 'metadataViews',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getViews' },
				default: [],
				description:
					'The metadata that the page of the share shows. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Password',
				name: 'password',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description: 'What people have to enter before they see anything',
			},
			{
				displayName: 'Show Watermark',
				name: 'watermark',
				type: 'boolean',
				default: false,
				description: 'Whether the player shows a watermark',
			},
		],
	},
	simplifyField(show),
];

interface Options {
	expires?: string;
	metadataViews?: string[];
	password?: string;
	watermark?: boolean;
}

/** A link is made anew each time; a POST that broke off is not repeated, because the link may be out. */
export const execute: ItemOperation = async function (iconik, index) {
	const title = (this.getNodeParameter('title', index, '') as string).trim();
	const days = this.getNodeParameter('days', index, 30) as number;
	const rights = this.getNodeParameter('rights', index, {}) as Record<string, boolean>;
	const options = this.getNodeParameter('options', index, {}) as Options;
	const views = await Promise.all(
		(options.metadataViews ?? []).map(
			async (view) => await viewId(iconik, this.getNode(), view.trim()),
		),
	);
	const share = await iconik.request<Share & IDataObject>({
		method: 'POST',
		path: `${sharesPath.call(this, index)}url/`,
		body: {
			...Object.fromEntries(RIGHTS.map(({ name }) => [name, rights[name] === true])),
			...(title && { title }),
			expires: options.expires
				? futureEnd.call(this, options.expires)
				: new Date(daysAfter(Date.now(), days)).toISOString(),
			...(options.password && { password: options.password }),
			...(options.watermark && { show_watermark: true }),
			...(views.length > 0 && { metadata_views: views }),
		},
	});
	return this.getNodeParameter('simplify', index, true) === true ? simplified(share) : share;
};
