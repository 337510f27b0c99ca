import { approvalStatus } from '../approval';
import type { MetadataValues } from '../metadataModel';
import type { ReviewedType, Wire } from '../model';
import { assetDocument, collectionDocument } from '../search/documents';
import { matchesFilter, type Filter } from '../search/criteria';
import type { Cause, Tenant } from '../tenant';
import { runAutomationAction } from './automationActions';

/** Something that an automation may wait for. */
export interface TriggerEvent {
	type: string;
	objectType: ReviewedType;
	objectId: string;
	versionId?: string;
	status?: string;
	language?: string;
	closedCaptions?: boolean;
	collectionId?: string;
	collectionAncestors?: string[];
	allowDownload?: boolean;
	isFirstVersion?: boolean;
	isTranscoded?: boolean;
	fields?: string[];
	values?: MetadataValues;
}

interface Trigger {
	type: string;
	parameters: Record<string, unknown>;
}

const REACTION_MS = 100;

/** Starts the actions of automations whose triggers have all come for the same object, in any order. */
export class AutomationRunner {
	/** By automation and object: the triggers that have come so far. */
	private readonly progress = new Map<string, Set<number>>();

	constructor(private readonly tenant: () => Tenant) {}

	notice(event: TriggerEvent, cause: Cause): void {
		const { store } = this.tenant();
		for (const automation of store.automations.values()) {
			if (automation.status !== 'ACTIVE') continue;
			const triggers = automation.triggers as Trigger[];
			const hits = triggers.flatMap((trigger, index) => (isHit(trigger, event) ? [index] : []));
			if (hits.length === 0) continue;
			const key = `${automation.id}/${event.objectType}/${event.objectId}`;
			const come = new Set([...(this.progress.get(key) ?? []), ...hits]);
			this.progress.set(key, come);
			if (come.size < triggers.length) continue;
			this.progress.delete(key);
			this.start(automation, event.objectType, event.objectId, cause);
		}
	}

	/** Runs an automation for an object, if its conditions hold. */
	start(automation: Wire, objectType: ReviewedType, objectId: string, cause: Cause): void {
		const { simulator } = this.tenant();
		simulator.clock.after(REACTION_MS, async () => {
			if (!this.holds(automation, objectType, objectId)) return;
			try {
				await runAutomationAction(this.tenant(), automation, objectType, objectId, cause);
				automation.last_run = { status: 'SUCCEED', object_id: objectId };
			} catch (error) {
				automation.last_run = {
					status: 'FAILED',
					object_id: objectId,
					error_message: (error as Error).message,
				};
			}
		});
	}

	private holds(automation: Wire, objectType: ReviewedType, objectId: string): boolean {
		const { store } = this.tenant();
		const asset = objectType === 'assets' ? store.assets.get(objectId) : undefined;
		const collection = store.collections.get(objectId);
		const document = asset
			? assetDocument(store, asset)
			: collection && collectionDocument(store, collection);
		if (!document) return false;
		return ((automation.conditions as Filter[] | undefined) ?? []).every((condition) =>
			matchesFilter(condition, document),
		);
	}
}

function isHit({ type, parameters }: Trigger, event: TriggerEvent): boolean {
	if (type !== event.type) return false;
	const any = <T>(wanted: unknown, actual: T): boolean =>
		wanted === undefined || wanted === null || wanted === actual;
	switch (type) {
		case 'REVIEW_STATUS_CHANGED': {
			const statuses = (parameters.statuses as string[] | undefined) ?? [];
			return statuses.length === 0 || statuses.includes(event.status ?? approvalStatus(undefined));
		}
		case 'SUBTITLE_ADDED':
			return (
				any(parameters.language, event.language) &&
				any(parameters.closed_captions, event.closedCaptions)
			);
		case 'ASSET_ONLINE':
			return (
				parameters.wait_for_transcode === event.isTranscoded &&
				(event.isFirstVersion === true || !parameters.only_first_version)
			);
		case 'ASSET_SHARE':
			return any(parameters.allow_download, event.allowDownload);
		case 'OBJECT_ADDED_TO_COLLECTION':
		case 'OBJECT_REMOVED_FROM_COLLECTION': {
			const wanted = parameters.collection_ids as string[];
			const places = [
				event.collectionId ?? '',
				...(parameters.include_subcollections ? (event.collectionAncestors ?? []) : []),
			];
			return (
				any(parameters.object_type, event.objectType) && places.some((id) => wanted.includes(id))
			);
		}
		case 'METADATA_UPDATE':
			return (
				String(parameters.event_type).toLowerCase() === event.objectType &&
				hasValues(parameters.metadata_values as MetadataValues, event)
			);
		default:
			return true;
	}
}

/** Every field that the trigger names holds the values that it names; a field without values must only have been written. */
function hasValues(wanted: MetadataValues, { fields = [], values = {} }: TriggerEvent): boolean {
	return (
		Object.keys(wanted).some((name) => fields.includes(name)) &&
		Object.entries(wanted).every(([name, { field_values = [] }]) =>
			field_values.every(({ value }) =>
				values[name]?.field_values.some((present) => String(present.value) === String(value)),
			),
		)
	);
}
