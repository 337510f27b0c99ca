import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { addedComment, changedMetadata, newVersion, type Confirm } from './confirm';

/** A trigger of one of iconik's automations. */
export interface Step {
	type: string;
	parameters?: Record<string, unknown> | null;
}

/** What one of iconik's webhooks watches. */
export interface Watch {
	event_type: string;
	realm: string | null;
	operation: string | null;
	object_id?: string | null;
	query?: string;
}

export type Context = 'ASSET' | 'BULK' | 'COLLECTION';

/** How iconik is made to tell: by a button that people press, by an automation that presses it, or by webhooks. */
export type Source =
	| { by: 'button'; context: Context; form: string | null }
	| { by: 'automation'; trigger: Step }
	| { by: 'webhooks'; watches: Watch[] };

export interface EventKind {
	/** What the items of the workflow name it. */
	name: string;
	source: (read: Read) => Source;
	/** Looks at iconik where the event alone does not say whether it is meant. */
	confirm?: Confirm;
}

/** Reads a parameter of the node. */
export type Read = <T>(name: string, fallback: T) => T;

const automation = (type: string, parameters: Record<string, unknown>): Source => ({
	by: 'automation',
	trigger: { type, parameters },
});
const review = (...statuses: string[]) =>
	automation('REVIEW_STATUS_CHANGED', { statuses: statuses.sort() });
const online = (only_first_version: boolean, wait_for_transcode: boolean) =>
	automation('ASSET_ONLINE', { only_first_version, wait_for_transcode });
const watch = (event_type: string, realm: string, ...operations: string[]): Source => ({
	by: 'webhooks',
	watches: operations.map((operation) => ({ event_type, realm, operation })),
});
const orNull = (text: string) => text.trim() || null;

/**
 * All events, and how each is heard of. The triggers of automations, and the realms `entity`, `contents`, `metadata` and `shares`,
 * are those of iconik's OpenAPI files (automations, notifications; https://app.iconik.io/docs/). A new version has no confirmed
 * webhook, but comes online like the first one. A new comment is told of by none that is confirmed, so both likely ones are watched.
 */
export const eventKinds: Record<string, EventKind> = {
	addedToCollection: {
		name: 'added_to_collection',
		source: (read) =>
			automation('OBJECT_ADDED_TO_COLLECTION', {
				collection_ids: [...read<string[]>('collections', [])].sort(),
				include_subcollections: read('includeSubcollections', true),
				object_type: 'assets',
			}),
	},
	assetCreated: { name: 'asset_created', source: () => watch('assets', 'entity', 'create') },
	assetDeleted: { name: 'asset_deleted', source: () => watch('assets', 'entity', 'delete') },
	assetOnline: {
		name: 'asset_online',
		source: (read) => online(read('onlyFirstVersion', false), false),
	},
	assetUpdated: { name: 'asset_updated', source: () => watch('assets', 'entity', 'update') },
	collectionContentsChanged: {
		name: 'collection_contents_changed',
		source: () => watch('collections', 'contents', 'create', 'delete'),
	},
	collectionCreated: {
		name: 'collection_created',
		source: () => watch('collections', 'entity', 'create'),
	},
	commentAdded: {
		name: 'comment_added',
		source: () => ({
			by: 'webhooks',
			watches: [
				{ event_type: 'assets', realm: 'segments', operation: 'create' },
				{ event_type: 'segments', realm: 'entity', operation: 'create' },
			],
		}),
		confirm: addedComment,
	},
	customAction: {
		name: 'custom_action',
		source: (read) => ({
			by: 'button',
			context: read<Context>('context', 'ASSET'),
			form: orNull(read('form', '')),
		}),
	},
	metadataChanged: {
		name: 'metadata_changed',
		source: () => watch('assets', 'metadata', 'create', 'update'),
		confirm: changedMetadata,
	},
	metadataValueSet: {
		name: 'metadata_value_set',
		source: (read) =>
			automation('METADATA_UPDATE', {
				event_type: 'ASSETS',
				metadata_values: {
					[read('field', '').trim()]: { field_values: [{ value: read('value', '') }] },
				},
			}),
	},
	proxyReady: { name: 'proxy_ready', source: () => online(false, true) },
	reviewApproved: { name: 'review_approved', source: () => review('APPROVED') },
	reviewRejected: { name: 'review_rejected', source: () => review('NOT_APPROVED') },
	reviewRequested: { name: 'review_requested', source: () => review('REQUESTED') },
	reviewStatusChanged: {
		name: 'review_status_changed',
		source: (read) => review(...read<string[]>('statuses', [])),
	},
	shareCreated: { name: 'share_created', source: () => watch('assets', 'shares', 'create') },
	subtitleAdded: {
		name: 'subtitle_added',
		source: (read) => {
			const kind = read('captionKind', 'any');
			return automation('SUBTITLE_ADDED', {
				language: orNull(read('language', '')),
				closed_captions: kind === 'any' ? null : kind === 'closedCaptions',
			});
		},
	},
	versionAdded: {
		name: 'version_added',
		source: () => online(false, false),
		confirm: newVersion,
	},
	webhookEvent: {
		name: 'webhook',
		source: (read) => ({
			by: 'webhooks',
			watches: [
				{
					event_type: read('eventType', '').trim(),
					realm: orNull(read('realm', '')),
					operation: orNull(read('operation', '')),
					object_id: orNull(read('objectId', '')),
					query: read('query', '').trim(),
				},
			],
		}),
	},
};

/** The event that the node waits for. */
export function kindOf(context: IHookFunctions | IWebhookFunctions): EventKind {
	return eventKinds[context.getNodeParameter('event') as string] as EventKind;
}

export const reader =
	(context: IHookFunctions | IWebhookFunctions): Read =>
	<T>(name: string, fallback: T) =>
		context.getNodeParameter(name, fallback as object) as T;
