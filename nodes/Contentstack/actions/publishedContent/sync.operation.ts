import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type SyncStart, syncAll } from '../../transport/sync';
import { openDelivery } from '../../transport/delivery';
import { listOf } from '../entry/locators';
import type { ItemOperation } from '../operation';
import { isoTime } from '../publishTargets';

const show = { resource: ['publishedContent'], operation: ['sync'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Changes Since',
		name: 'changesSince',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.sync_token }}',
		description:
			'The sync_token that the last run gave: only what has changed since comes out. When empty, all that is published comes out.',
		displayOptions: { show },
	},
	{
		displayName: 'First Sync',
		name: 'firstSync',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		description: 'What the first sync is about. The later ones by its token keep to it.',
		displayOptions: { show },
		options: [
			{
				displayName: 'Content Type UID',
				name: 'contentType',
				type: 'string',
				default: '',
				placeholder: 'e.g. iconik_media',
				description: 'Only entries of this content type',
			},
			{
				displayName: 'Event Types',
				name: 'types',
				type: 'multiOptions',
				options: [
					{ name: 'Asset Deleted', value: 'asset_deleted' },
					{ name: 'Asset Published', value: 'asset_published' },
					{ name: 'Asset Unpublished', value: 'asset_unpublished' },
					{ name: 'Content Type Deleted', value: 'content_type_deleted' },
					{ name: 'Entry Deleted', value: 'entry_deleted' },
					{ name: 'Entry Published', value: 'entry_published' },
					{ name: 'Entry Unpublished', value: 'entry_unpublished' },
				],
				default: [],
				description: 'Only what happened in these ways; all when empty',
			},
			{
				displayName: 'Locale Name or ID',
				name: 'locale',
				type: 'options',
				description:
					'Only this language. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: { loadOptionsMethod: 'getLocales' },
				default: '',
			},
			{
				displayName: 'Start From',
				name: 'startFrom',
				type: 'dateTime',
				default: '',
				description: 'Only what was published since then',
			},
		],
	},
];

/** Reads all that is published, or what has changed since a token, and the token to go on with. */
export const execute: ItemOperation = async function (stack, index) {
	const delivery = await openDelivery(stack);
	const token = String(this.getNodeParameter('changesSince', index, '') ?? '').trim();
	const { contentType, types, locale, startFrom } = this.getNodeParameter(
		'firstSync',
		index,
		{},
	) as { contentType?: string; types?: unknown; locale?: string; startFrom?: string };
	const start: SyncStart = {
		...(contentType && { content_type_uid: contentType }),
		...(listOf(types).length > 0 && { type: listOf(types).join(',') }),
		...(locale && { locale }),
		...(startFrom && { start_from: isoTime(this, startFrom, index) }),
	};
	const { changes, syncToken } = await syncAll(delivery, token === '' ? start : token);
	return {
		sync_token: syncToken,
		initial: token === '',
		api_key: stack.connection.apiKey,
		branch: stack.connection.branch || 'main',
		count: changes.length,
		changes: changes as IDataObject[],
	};
};
