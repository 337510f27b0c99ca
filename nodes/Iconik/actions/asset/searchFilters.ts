import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { toInstant } from '../../media/dates';
import { between, equals, oneOf } from '../../transport/searchTerms';
import { listOf } from '../given';

const mediaTypes: INodeProperties = {
	displayName: 'Media Types',
	name: 'mediaTypes',
	type: 'multiOptions',
	options: [
		{ name: 'Audio', value: 'audio' },
		{ name: 'Image', value: 'image' },
		{ name: 'Video', value: 'video' },
	],
	default: [],
};

const assetTypes: INodeProperties = {
	displayName: 'Asset Types',
	name: 'assetTypes',
	type: 'multiOptions',
	options: [
		{ name: 'Asset', value: 'ASSET' },
		{ name: 'Custom', value: 'CUSTOM' },
		{ name: 'Link', value: 'LINK' },
		{ name: 'NLE Project', value: 'NLE_PROJECT' },
		{ name: 'Placeholder', value: 'PLACEHOLDER' },
		{ name: 'Sequence', value: 'SEQUENCE' },
		{ name: 'Subclip', value: 'SUBCLIP' },
	],
	default: [],
};

const collection: INodeProperties = {
	displayName: 'Collection Name or ID',
	name: 'collectionId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getCollections' },
	default: '',
	description:
		'Only what is in this collection or below it. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const statuses: INodeProperties = {
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: [
		{ name: 'Active', value: 'ACTIVE' },
		{ name: 'Deleted', value: 'DELETED', description: 'In the delete queue' },
	],
	default: ['ACTIVE'],
	description: 'Whether assets in the delete queue are found. Only active ones when not set.',
};

const approvalStatuses: INodeProperties = {
	displayName: 'Approval Statuses',
	name: 'approvalStatuses',
	type: 'multiOptions',
	options: [
		{ name: 'Approved', value: 'APPROVED' },
		{ name: 'Mixed', value: 'MIXED' },
		{ name: 'Not Reviewed', value: 'N/A' },
		{ name: 'Rejected', value: 'NOT_APPROVED' },
		{ name: 'Requested', value: 'REQUESTED' },
	],
	default: [],
};

const date = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
});

/** What every list of assets can be narrowed by. */
export const basicFilters: INodeProperties[] = [assetTypes, collection, mediaTypes, statuses];

/** The same without the status, for those who need to hear of deletions. */
export const filtersWithoutStatus: INodeProperties[] = [assetTypes, collection, mediaTypes];

/** What a report on active assets can be narrowed by. */
export const reportFilters: INodeProperties[] = [
	approvalStatuses,
	assetTypes,
	collection,
	mediaTypes,
];

/** All that a search can be narrowed by beside its text and its metadata. */
export const allFilters: INodeProperties[] = [
	approvalStatuses,
	assetTypes,
	collection,
	date('Created Since', 'createdSince'),
	date('Created Until', 'createdUntil'),
	{
		displayName: 'External IDs',
		name: 'externalIds',
		type: 'string',
		default: '',
		description: 'One ID, or several with commas between them',
	},
	mediaTypes,
	date('Modified Since', 'modifiedSince'),
	date('Modified Until', 'modifiedUntil'),
	{
		displayName: 'Online',
		name: 'isOnline',
		type: 'boolean',
		default: true,
		description: 'Whether the media files of the asset can be reached',
	},
	statuses,
];

export interface Filters {
	approvalStatuses?: string[];
	assetTypes?: string[];
	collectionId?: string;
	createdSince?: string;
	createdUntil?: string;
	externalIds?: string;
	mediaTypes?: string[];
	modifiedSince?: string;
	modifiedUntil?: string;
	isOnline?: boolean;
	statuses?: string[];
}

/** The filters as conditions of a search, except for the status. */
export function termsOf(filters: Filters): IDataObject[] {
	const { collectionId, isOnline } = filters;
	const lists: Array<[string, string[] | undefined]> = [
		['approval_status', filters.approvalStatuses],
		['type', filters.assetTypes],
		['media_type', filters.mediaTypes],
		['external_id', listOf(filters.externalIds)],
		['ancestor_collections', collectionId ? [collectionId] : []],
	];
	const dates: Array<[string, string | undefined, string | undefined]> = [
		['date_created', filters.createdSince, filters.createdUntil],
		['date_modified', filters.modifiedSince, filters.modifiedUntil],
	];
	return [
		...lists.flatMap(([name, values]) => (values?.length ? [oneOf(name, values)] : [])),
		...dates.flatMap(([name, since, until]) => {
			const [from, to] = [toInstant(since), toInstant(until)];
			return from === undefined && to === undefined ? [] : [between(name, from, to)];
		}),
		...(isOnline === undefined ? [] : [equals('is_online', String(isOnline))]),
	];
}

/** The condition on the status: only active assets unless others are wanted as well. */
export function statusTerm({ statuses: wanted }: Filters): IDataObject {
	return oneOf('status', wanted?.length ? wanted : ['ACTIVE']);
}
