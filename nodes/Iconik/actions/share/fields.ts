import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { toInstant } from '../../media/dates';
import { assetIdOf, assetLocator } from '../assetLocator';
import { collectionIdOf, collectionLocator } from '../collectionLocator';
import { idLocator } from '../idLocator';

/** What is shared: an asset or a collection. */
export const sharedFields: INodeProperties[] = [
	{
		displayName: 'Shared Object',
		name: 'sharedType',
		type: 'options',
		options: [
			{ name: 'Asset', value: 'assets' },
			{ name: 'Collection', value: 'collections' },
		],
		default: 'assets',
		displayOptions: { show: { resource: ['share'] } },
	},
	{
		...assetLocator,
		displayOptions: { show: { resource: ['share'], sharedType: ['assets'] } },
	},
	{
		...collectionLocator,
		displayOptions: { show: { resource: ['share'], sharedType: ['collections'] } },
	},
];

/** Picks one share of the object. */
export const shareLocator = (operation: string): INodeProperties =>
	idLocator({
		displayName: 'Share',
		name: 'shareId',
		searchListMethod: 'searchShares',
		show: { resource: ['share'], operation: [operation] },
	});

/** Without a choice, a share is for looking only: iconik demands the four that have no default. */
export const RIGHTS: ReadonlyArray<{ name: string; displayName: string; description: string }> = [
	['allow_comments', 'Allow Comments', 'comment'],
	['allow_custom_actions', 'Allow Custom Actions', 'start custom actions'],
	['allow_download', 'Allow Download', 'download the originals'],
	['allow_download_proxy', 'Allow Download of Proxies', 'download the proxies'],
	['allow_setting_approve_status', 'Allow Reviewing', 'approve or reject'],
	['allow_approving_comments', 'Allow Settling of Comments', 'mark comments as done'],
	['allow_upload', 'Allow Upload', 'upload files'],
	['allow_view_transcriptions', 'Allow Viewing of Transcriptions', 'see transcriptions'],
	['allow_view_versions', 'Allow Viewing of Versions', 'see all versions'],
].map(([name = '', displayName = '', words = '']) => ({
	name,
	displayName,
	description: `Whether who has the link may ${words}`,
}));

export const rightFields: INodeProperties[] = RIGHTS.map((right) => ({
	...right,
	type: 'boolean',
	default: false,
}));

/** The path below which the shares of the chosen object are. */
export function sharesPath(this: IExecuteFunctions, index: number) {
	const type = this.getNodeParameter('sharedType', index) as 'assets' | 'collections';
	const id = type === 'assets' ? assetIdOf.call(this, index) : collectionIdOf.call(this, index);
	return `/API/assets/v1/${type}/${encodeURIComponent(id)}/shares/` as const;
}

/** An end that has passed already would make a link that opens for nobody. */
export function futureEnd(this: IExecuteFunctions, given: string): string {
	const instant = toInstant(given);
	if (instant !== undefined && instant > Date.now()) return new Date(instant).toISOString();
	throw new NodeOperationError(
		this.getNode(),
		instant === undefined
			? 'The end of the share is not a date'
			: 'The end of the share has passed',
		{ description: `It is "${given}". Enter a date and time in the future.` },
	);
}
