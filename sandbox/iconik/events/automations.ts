import { approvalStatus } from '../approval';
import type { MetadataValues } from '../metadataModel';
import type { ReviewedType, Wire } from '../model';
import { assetDocument, collectionDocument } from '../search/documents';
import { matchesFilter, type Filter } from '../search/criteria';
import type { Store } from '../store';
import type { Cause, Tenant } from '../tenant';
import { runAutomationAction } from './automationActions';
import { daysOf } from './dayTriggers';

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
	/** Where its files went to or came from. */
	storageId?: string;
	/** How many days ago it was made or changed. */
	days?: number;
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
				this.note(automation, objectType, objectId, { status: 'SUCCEED' });
			} catch (error) {
				const { message } = error as Error;
				this.note(automation, objectType, objectId, { status: 'FAILED', error_message: message });
			}
		});
	}

	private note(automation: Wire, objectType: ReviewedType, objectId: string, end: RunEnd): void {
		const { store } = this.tenant();
		automation.last_run = { ...end, object_id: objectId };
		const versionId = store.versionIdFor(objectType, objectId);
		if (versionId) noteRun(store, automation.id, objectType, objectId, versionId, end);
	}

	/** Whether the conditions of an automation hold for an object. */
	holds(automation: Wire, objectType: ReviewedType, objectId: string): boolean {
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
		case 'TRANSFER_TO_STORAGE':
		case 'ARCHIVE':
		case 'RESTORE':
			return any(parameters.storage_id, event.storageId);
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
		case 'CREATED_AT_TRANSITION':
		case 'MODIFIED_AT_TRANSITION':
			return daysOf(parameters) === event.days;
		default:
			return true;
	}
}

export interface RunEnd {
	status: 'SUCCEED' | 'FAILED';
	error_message?: string;
}

/** Keeps how the last run for an object at a version ended. */
export function noteRun(
	store: Store,
	automationId: string,
	objectType: string,
	objectId: string,
	versionId: string,
	end: RunEnd,
): Wire {
	const id = [automationId, objectType, objectId, versionId].join('/');
	const run = {
		id,
		...end,
		automation_id: automationId,
		object_type: objectType,
		object_id: objectId,
		version_id: versionId,
		system_domain_id: store.systemDomainId,
		date_executed: store.now(),
	};
	store.automationRuns.set(id, run);
	return run;
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
