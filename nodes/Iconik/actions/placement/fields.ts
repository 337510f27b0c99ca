import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import type { EntryKey, Placement } from '../../placements/placement';
import { placementField, type PlacementField } from '../../placements/records';
import type { IconikClient } from '../../transport/client';

const displayOptions = {
	show: { resource: ['placement'] },
	hide: { operation: ['makeReportPage'] },
};

/** Where iconik keeps the placements. */
export const placeFields: INodeProperties[] = [
	{
		displayName: 'Metadata View Name or ID',
		name: 'placementView',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getViews' },
		default: 'Contentstack context',
		required: true,
		description:
			'The view with the field for placements. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions,
	},
	{
		displayName: 'Field for Placements',
		name: 'placementField',
		type: 'string',
		default: 'cms_placements',
		required: true,
		description: 'The name of the field of the view, of the type Text and with several values',
		displayOptions,
	},
];

const text = (
	displayName: string,
	name: string,
	show: object,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...more,
	displayOptions: { show: { resource: ['placement'], ...show } },
});

/** Which entry it is about. */
export const entryFields = (show: object): INodeProperties[] => [
	text('Entry UID', 'entryUid', show, { required: true, placeholder: 'e.g. blt0123456789abcdef' }),
	text('Content Type UID', 'contentType', show, { required: true, placeholder: 'e.g. page' }),
	text('Stack API Key', 'apiKey', show, {
		required: true,
		placeholder: 'e.g. blt0123456789abcdef',
		description: 'The API key tells the stack; it is no secret',
	}),
	text('Branch', 'branch', show, { default: 'main', required: true }),
];

const read = (context: IExecuteFunctions, index: number, name: string): string =>
	String(context.getNodeParameter(name, index, '') ?? '').trim();

export async function fieldOf(
	this: IExecuteFunctions,
	iconik: IconikClient,
	index: number,
): Promise<PlacementField> {
	const view = read(this, index, 'placementView');
	return await placementField(iconik, this.getNode(), view, read(this, index, 'placementField'));
}

/** UIDs of Contentstack are letters, digits and underscores; a stray blank or slash would make an entry that is never found again. */
export function entryOf(this: IExecuteFunctions, index: number): EntryKey {
	const entry = {
		apiKey: read(this, index, 'apiKey'),
		branch: read(this, index, 'branch'),
		contentType: read(this, index, 'contentType'),
		entryUid: read(this, index, 'entryUid'),
	};
	const wrong = Object.entries(entry).find(([, value]) => !/^[\w-]+$/.test(value));
	if (!wrong) return entry;
	const names: Record<string, string> = {
		apiKey: 'API key of the stack',
		branch: 'branch',
		contentType: 'UID of the content type',
		entryUid: 'UID of the entry',
	};
	const [name, value] = wrong;
	throw new NodeOperationError(
		this.getNode(),
		value === '' ? `The ${names[name]} is missing` : `The ${names[name]} cannot be "${value}"`,
		{ itemIndex: index, description: 'Check the expression that gives it for this item.' },
	);
}

/** A placement as it leaves the node. */
export function shown(assetId: string, placement: Placement): IDataObject {
	return {
		asset_id: assetId,
		content_type: placement.contentType,
		entry_uid: placement.entryUid,
		title: placement.title,
		url: placement.url || null,
		field_path: placement.fieldPath,
		locale: placement.locale || null,
		environment: placement.environment || null,
		since: placement.since ?? null,
		api_key: placement.apiKey,
		branch: placement.branch,
	};
}
