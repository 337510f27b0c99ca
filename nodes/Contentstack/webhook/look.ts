import type { IDataObject } from 'n8n-workflow';
import { type Entry, entryPath } from '../entries/entry';
import type { Stack } from '../transport/stack';
import { type Choice, listed } from './choice';
import { hasChanged } from './comparison';
import type { DeliveredEvent } from './events';
import { isWantedStage } from './filters';
import { holdsMedia } from './mediaContent';

/** The sender waits for its answer, so each read is short. */
const TIMEOUT_MS = 8000;

/** An event that passed all filters, with its entry. */
export interface Seen {
	event: DeliveredEvent;
	entry?: IDataObject;
	/** Whether the entry was read just now; else it is as the delivery told. */
	isCurrent: boolean;
}

/**
 * Looks at the entry of an event and applies the filters that need its content; `undefined` when one drops it. Only what some filter
 * or option needs is read. What cannot be read passes: an event too many does no harm, one lost does.
 * @param ownUser who registered the webhook; empty when that does not matter
 */
export async function look(
	stack: Stack,
	event: DeliveredEvent,
	choice: Choice,
	ownUser: string,
): Promise<Seen | undefined> {
	const { filters, options, stages } = choice;
	const isStage = event.name === 'workflowStageChanged';
	const compared = event.name === 'entryUpdated' ? listed(options.comparedFields) : [];
	const asksContent = filters.onlyWithMedia || ownUser !== '' || compared.length > 0;
	const mustRead = isStage || options.readEntry || (asksContent && !isFull(event.entry));
	const current = mustRead && event.name !== 'entryDeleted' ? await read(stack, event) : undefined;
	const seen = current ? { ...event, ...stageOf(current, event) } : event;
	const entry = current ?? event.entry;

	if (isStage && !isWantedStage(seen, stages)) return undefined;
	if (ownUser !== '' && doerOf(event, current) === ownUser) return undefined;
	if (filters.onlyWithMedia && !mayHoldMedia(event, entry, choice)) return undefined;
	if (compared.length > 0 && !(await mayHaveChanged(stack, event, entry, compared)))
		return undefined;
	return { event: seen, entry, isCurrent: current !== undefined };
}

async function read(
	stack: Stack,
	{ contentType, entry, locale }: DeliveredEvent,
	version?: number,
): Promise<IDataObject | undefined> {
	if (!contentType || !entry) return undefined;
	const answer = await stack.attempt<{ entry: Entry }>({
		method: 'GET',
		path: entryPath(contentType.uid, entry.uid),
		qs: {
			...(locale && { locale }),
			...(version !== undefined && { version }),
			include_workflow: true,
			include_publish_details: true,
		},
		timeoutMs: TIMEOUT_MS,
	});
	return answer.ok ? (answer.body.entry as IDataObject) : undefined;
}

/** The stage that the entry is in now counts, not the one that the event tells of. */
function stageOf(current: IDataObject, event: DeliveredEvent): Pick<DeliveredEvent, 'stage'> {
	const { uid, name } = (current._workflow ?? {}) as { uid?: string; name?: string };
	return uid ? { stage: { uid, name: name ?? null } } : { stage: event.stage };
}

/** Who did what the event tells. The entry says who saved it last, which is the same person for a save. */
function doerOf(event: DeliveredEvent, current: IDataObject | undefined): unknown {
	if (event.user !== null) return event.user;
	return ['entryCreated', 'entryUpdated'].includes(event.name) ? current?.updated_by : null;
}

function mayHoldMedia(
	{ entry: sent }: DeliveredEvent,
	entry: IDataObject | undefined,
	{ filters }: Choice,
): boolean {
	const isKnown = entry !== undefined && (entry !== sent || isFull(sent));
	if (!isKnown) return true;
	const contentTypes = filters.mediaContentTypes ?? ['iconik_media'];
	return holdsMedia(entry, { contentTypes, fields: listed(filters.mediaFields) });
}

/** Each save makes a version, so the one before tells what this save changed. A first version has changed altogether. */
async function mayHaveChanged(
	stack: Stack,
	event: DeliveredEvent,
	entry: IDataObject | undefined,
	fields: string[],
): Promise<boolean> {
	const version = event.entry?._version;
	if (typeof version !== 'number' || version < 2) return true;
	const isSaved = entry?._version === version && (entry !== event.entry || isFull(event.entry));
	const [before, after] = await Promise.all([
		read(stack, event, version - 1),
		isSaved ? entry : read(stack, event, version),
	]);
	return !before || !after || before.locale !== after.locale || hasChanged(before, after, fields);
}

const CONCISE_KEYS = ['_version', 'locale', 'publish_details', 'title', 'uid', 'url'];

/** Whether a delivery brought the entry's content, or only what names it. */
function isFull(entry: IDataObject | undefined): boolean {
	return entry !== undefined && Object.keys(entry).some((key) => !CONCISE_KEYS.includes(key));
}
