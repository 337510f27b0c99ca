import type { DeliveredEvent } from './events';

/** What the node can listen to, as its Events field names it. */
export type TriggerEvent =
	| 'assetCreated'
	| 'assetDeleted'
	| 'assetPublished'
	| 'assetUnpublished'
	| 'assetUpdated'
	| 'bulkJobCompleted'
	| 'commentCreated'
	| 'customChannel'
	| 'entryCreated'
	| 'entryDeleted'
	| 'entryPublishFailed'
	| 'entryPublished'
	| 'entryUnpublished'
	| 'entryUpdated'
	| 'releaseDeployed'
	| 'workflowStageChanged';

/** What decides which channels a webhook listens to. */
export interface ChannelChoice {
	events: TriggerEvent[];
	/** UIDs; none for all. */
	contentTypes: string[];
	/** UID of a workflow; empty for any. */
	workflow: string;
	/** UIDs; none for all. */
	stages: string[];
	customChannels: string[];
}

/** Channels that need nothing but themselves. Publishing has no channel of a single content type in the documentation. */
const FIXED: Partial<Record<TriggerEvent, string[]>> = {
	assetCreated: ['assets.create'],
	assetDeleted: ['assets.delete'],
	assetPublished: ['assets.publish'],
	assetUnpublished: ['assets.unpublish'],
	assetUpdated: ['assets.update'],
	bulkJobCompleted: ['jobs.environments.publish.completed'],
	entryPublishFailed: [
		'content_types.entries.publish.fail',
		'content_types.entries.unpublish.fail',
	],
	entryPublished: ['content_types.entries.publish'],
	entryUnpublished: ['content_types.entries.unpublish'],
	releaseDeployed: ['releases.environments.deploy'],
};

/** Channels that can be narrowed to a content type: what follows `content_types.<uid>.entries.` */
const OF_ENTRIES: Partial<Record<TriggerEvent, string>> = {
	commentCreated: 'comments.create',
	entryCreated: 'create',
	entryDeleted: 'delete',
	entryUpdated: 'update',
};

/**
 * The channels for these events, as narrow as the service allows: what it does not send costs nothing.
 * https://www.contentstack.com/docs/developers/set-up-webhooks/about-webhook-channels
 */
export function channelsFor(choice: ChannelChoice): string[] {
	const { contentTypes } = choice;
	const bases =
		contentTypes.length > 0
			? contentTypes.map((uid) => `content_types.${uid}.entries`)
			: ['content_types.entries'];
	const channels = choice.events.flatMap((event) => {
		if (event === 'customChannel') return choice.customChannels;
		const endings =
			event === 'workflowStageChanged' ? stageEndings(choice) : [OF_ENTRIES[event] ?? ''];
		return FIXED[event] ?? bases.flatMap((base) => endings.map((ending) => `${base}.${ending}`));
	});
	return [...new Set(channels)].sort();
}

/** A stage's own channel hangs below that of its workflow, so without a workflow the stages are left to the filter. */
function stageEndings({ workflow, stages }: ChannelChoice): string[] {
	if (!workflow) return ['workflows'];
	if (stages.length === 0) return [`workflows.${workflow}`];
	return stages.map((stage) => `workflows.${workflow}.${stage}`);
}

/** Whether an event may have come in over one of the channels that were typed in. A body does not say over which it came. */
export function isOnChannel(event: DeliveredEvent, channels: readonly string[]): boolean {
	const possible = channelsOf(event);
	return channels.some((channel) =>
		possible.some((start) => channel === start || channel.startsWith(`${start}.`)),
	);
}

/** The beginnings of the channels that an event goes out on. */
function channelsOf({ name, action, isFailed, contentType, entry, asset }: DeliveredEvent) {
	const bases = ['content_types.entries'];
	if (contentType) bases.push(`content_types.${contentType.uid}.entries`);
	if (contentType && entry) bases.push(`content_types.${contentType.uid}.entries.${entry.uid}`);
	const ending = isFailed ? `${action}.fail` : action;
	switch (name) {
		case 'releaseDeployed':
			return ['releases'];
		case 'bulkJobCompleted':
			return ['jobs'];
		case 'workflowStageChanged':
			return bases.map((base) => `${base}.workflows`);
		case 'commentCreated':
			return bases.flatMap((base) => [`${base}.comments`, `${base}.discussions`]);
		default:
			return asset
				? [`assets.${ending}`, `assets.${asset.uid}.${ending}`]
				: bases.map((base) => `${base}.${ending}`);
	}
}
