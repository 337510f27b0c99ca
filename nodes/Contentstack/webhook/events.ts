import { type IDataObject, jsonParse } from 'n8n-workflow';
import type { TriggerEvent } from './channels';

/** n8n itself takes 16 MB at most. */
const LARGEST_BODY = 12 * 1024 * 1024;

/** An object that a delivery names, with whatever else was sent of it. */
export type Named = IDataObject & { uid: string };

/** One delivery, read tolerantly: each part may be missing. */
export interface DeliveredEvent {
	/** `other` for what is none of the known ones. */
	name: Exclude<TriggerEvent, 'customChannel'> | 'other';
	module: string;
	/** The service's own verb, such as `create` or `publish`. */
	action: string;
	isFailed: boolean;
	status: string | null;
	triggeredAt: string | null;
	contentType?: Named;
	entry?: Named;
	asset?: Named;
	release?: Named;
	job?: Named;
	comment?: Named;
	locale: string | null;
	environment: { uid: string | null; name: string | null; urls: IDataObject[] };
	/** Absent where the stage is not said: the entry tells. */
	stage?: { uid: string | null; name: string | null };
	workflow?: { uid: string | null; name: string | null };
	/** The names of the branch: its UID and its aliases. Empty in concise payloads. */
	branches: string[];
	/** UID of who did it. */
	user: string | null;
	/** When it was done, which a repeated delivery says again. */
	happenedAt: string | null;
	data: IDataObject;
}

/** The body as an object, or `undefined` when it is not a JSON object. */
export function parseBody(raw: Buffer): IDataObject | undefined {
	if (raw.length === 0 || raw.length > LARGEST_BODY) return undefined;
	try {
		const body: unknown = jsonParse(raw.toString('utf8').replace(/^\uFEFF/, ''));
		return isObject(body) ? body : undefined;
	} catch {
		return undefined;
	}
}

/**
 * What a delivery tells. The shape of a stage change is confirmed for a part only, so its pieces are looked for in several places.
 * https://www.contentstack.com/docs/developers/set-up-webhooks/webhook-request-body
 */
export function toEvent(body: IDataObject): DeliveredEvent {
	const data = withoutPrefixes(isObject(body.data) ? body.data : {}) as IDataObject;
	const module = text(body.module) ?? '';
	const action = text(body.event) ?? text(data.action) ?? '';
	const status = text(data.status);
	const isFailed = ['asset', 'entry'].includes(module) && status !== null && status !== 'success';
	const workflow = isObject(data.workflow) ? data.workflow : undefined;
	const entry = named(workflow?.entry) ?? named(data.entry);
	const log = workflow && firstObject(workflow.log, workflow.workflow_stage, workflow.stage);
	const parts = { entry, asset: named(data.asset), release: named(data.release) };
	const comment = named(data.comment);
	const job = jobOf(data);
	const about = { module, action, isFailed, isStage: workflow !== undefined };
	return {
		name: nameOf(about, job),
		module,
		action,
		isFailed,
		status,
		triggeredAt: text(body.triggered_at),
		...parts,
		comment,
		job,
		contentType: named(workflow?.content_type) ?? named(data.content_type),
		locale: localeOf(data, workflow, parts.entry ?? parts.asset),
		environment: environmentOf(data.environment),
		...(log && { stage: pair(log) }),
		...(workflow && { workflow: pair(workflow) }),
		branches: branchesOf(data.branch),
		...deedOf(action, workflow ? log : (comment ?? entry ?? parts.asset)),
		data,
	};
}

interface About {
	module: string;
	action: string;
	isFailed: boolean;
	isStage: boolean;
}

const ENTRY_NAMES: Record<string, DeliveredEvent['name']> = {
	create: 'entryCreated',
	delete: 'entryDeleted',
	publish: 'entryPublished',
	unpublish: 'entryUnpublished',
	update: 'entryUpdated',
};
const ASSET_NAMES: Record<string, DeliveredEvent['name']> = {
	create: 'assetCreated',
	delete: 'assetDeleted',
	publish: 'assetPublished',
	unpublish: 'assetUnpublished',
	update: 'assetUpdated',
};

function nameOf({ module, action, isFailed, isStage }: About, job: Named | undefined) {
	if (module === 'workflow' || isStage) return 'workflowStageChanged';
	if (module === 'entry') return isFailed ? 'entryPublishFailed' : (ENTRY_NAMES[action] ?? 'other');
	if (module === 'asset') return isFailed ? 'other' : (ASSET_NAMES[action] ?? 'other');
	if (module === 'release' && action === 'deploy') return 'releaseDeployed';
	if (module === 'comment' && action === 'create') return 'commentCreated';
	return job ? 'bulkJobCompleted' : 'other';
}

/** Who did it, and when. Publishing leaves its own mark on the entry; what `updated_by` says is then about an earlier save. */
function deedOf(action: string, subject: IDataObject = {}) {
	if (/publish/.test(action)) {
		const details = isObject(subject.publish_details) ? subject.publish_details : {};
		return { user: text(details.user), happenedAt: text(details.time) };
	}
	if (action === 'delete')
		return { user: text(subject.deleted_by), happenedAt: text(subject.deleted_at) };
	return {
		user: firstText(subject.updated_by, subject.created_by),
		happenedAt: firstText(subject.updated_at, subject.created_at),
	};
}

/** What is published in a language may be the content of another one that it falls back to. */
function localeOf(data: IDataObject, workflow?: IDataObject, subject?: IDataObject) {
	const moved = isObject(workflow?.entry) ? workflow.entry.locale : undefined;
	return firstText(moved, workflow?.locale, data.locale, subject?.locale);
}

function jobOf(data: IDataObject): Named | undefined {
	const job = named(data.job) ?? named(data.bulk_job);
	const uid = text(data.job_id);
	return job ?? (uid === null ? undefined : { ...data, uid });
}

function environmentOf(sent: unknown): DeliveredEvent['environment'] {
	if (!isObject(sent)) return { uid: text(sent), name: null, urls: [] };
	const urls = Array.isArray(sent.urls) ? sent.urls.filter(isObject) : [];
	return { uid: text(sent.uid), name: text(sent.name), urls };
}

function branchesOf(sent: unknown): string[] {
	if (!isObject(sent)) return text(sent) === null ? [] : [sent as string];
	const aliases = Array.isArray(sent.alias) ? sent.alias : [];
	const names = aliases.map((alias: unknown) => (isObject(alias) ? alias.uid : alias));
	return [sent.uid, ...names].filter((name): name is string => typeof name === 'string');
}

/** Keys that begin with `$` are sent with `cs` before them. https://www.contentstack.com/docs/developers/set-up-webhooks */
function withoutPrefixes(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutPrefixes);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key.startsWith('cs$') ? key.slice(2) : key,
			withoutPrefixes(inner),
		]),
	);
}

function named(value: unknown): Named | undefined {
	return isObject(value) && text(value.uid) !== null ? (value as Named) : undefined;
}

function firstObject(...values: unknown[]): IDataObject | undefined {
	return values.find(isObject);
}

function pair({ uid, name }: IDataObject) {
	return { uid: text(uid), name: text(name) };
}

function firstText(...values: unknown[]): string | null {
	return values.map(text).find((value) => value !== null) ?? null;
}

function text(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
