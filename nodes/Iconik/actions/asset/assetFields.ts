import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { changedKeys } from '../../../../lib/comparison';
import { toInstant } from '../../media/dates';
import type { Asset } from '../../types';

/** What an asset may be made as. Subclips, sequences and projects come about in iconik's own editors. */
export const assetTypeField: INodeProperties = {
	displayName: 'Type',
	name: 'assetType',
	type: 'options',
	options: [
		{
			name: 'Asset',
			value: 'ASSET',
			description: 'Media that is uploaded to it',
		},
		{
			name: 'Custom',
			value: 'CUSTOM',
			description: 'A record of something that is no media',
		},
		{
			name: 'Link',
			value: 'LINK',
			description: 'Points to the address in External Link',
		},
		{
			name: 'Placeholder',
			value: 'PLACEHOLDER',
			description: 'Media that is wanted and not there yet',
		},
	],
	default: 'ASSET',
	description: 'What kind of asset to make',
};

/** The settings of an asset beside its title, in the order of their names. */
export const assetSettings: INodeProperties[] = [
	{
		displayName: 'Blocked',
		name: 'isBlocked',
		type: 'boolean',
		default: false,
		description: 'Whether download and sharing of the asset are stopped',
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'string',
		default: '',
		description: 'Decides which metadata views iconik offers for the asset',
	},
	{
		displayName: 'Date Created',
		name: 'dateCreated',
		type: 'dateTime',
		default: '',
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		description: 'ID of the asset in another system. iconik does not keep it unique.',
	},
	{
		displayName: 'External Link',
		name: 'externalLink',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/campaigns/spring',
		description: 'Web address that belongs to the asset, such as that of a page in the CMS',
	},
	{
		displayName: 'Warning',
		name: 'warning',
		type: 'string',
		default: '',
		description: 'Note that iconik shows on the asset',
	},
];

export interface AssetSettings {
	title?: string;
	isBlocked?: boolean;
	category?: string;
	dateCreated?: string;
	externalId?: string;
	externalLink?: string;
	warning?: string;
}

/** What was chosen, as iconik names it. An empty text clears its setting; what was not chosen is left out. */
export function toAssetBody(settings: AssetSettings): IDataObject {
	const { title, isBlocked, category, dateCreated, externalId, externalLink, warning } = settings;
	const created = toInstant(dateCreated);
	const body: Record<string, unknown> = {
		title: title?.trim() || undefined,
		is_blocked: isBlocked,
		category: orNull(category),
		date_created: created === undefined ? undefined : new Date(created).toISOString(),
		external_id: orNull(externalId),
		external_link: orNull(externalLink),
		warning: orNull(warning),
	};
	return Object.fromEntries(
		Object.entries(body).filter(([, value]) => value !== undefined),
	) as IDataObject;
}

const orNull = (text: unknown): string | null | undefined =>
	text === undefined ? undefined : String(text ?? '').trim() || null;

/** The settings that are not as wanted. A date counts as the same whatever way it is written. */
export function differingKeys(asset: IDataObject, body: IDataObject): string[] {
	return changedKeys(asset, body).filter(
		(key) =>
			key !== 'date_created' ||
			toInstant(asset.date_created as string) !== toInstant(body.date_created as string),
	);
}

/** iconik's specification demands the title with every change, also with one of other fields. */
export function patchOf(asset: Asset, body: IDataObject, changed: readonly string[]): IDataObject {
	const changes = Object.fromEntries(changed.map((key) => [key, body[key]]));
	return { title: asset.title ?? asset.id, ...changes } as IDataObject;
}
