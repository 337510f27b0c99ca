import type { IDataObject } from 'n8n-workflow';
import { assetPage, type FullAsset, simplifiedAsset } from '../assets/assetView';
import { entryPage, simplifiedEntry } from '../entries/entry';
import type { Connection } from '../transport/stack';
import type { DeliveredEvent } from './events';
import type { Seen } from './look';

/**
 * What the workflow gets of an event: the same flat keys each time, `null` where there is nothing, and the entry, asset or other
 * data that it is about.
 */
export function toItem(
	{ event, entry, isCurrent }: Seen,
	connection: Connection,
	isSimple: boolean,
): IDataObject {
	const { contentType, asset, comment, environment, job, locale, release, stage, workflow } = event;
	const subject = entry ?? asset ?? release ?? {};
	return {
		event: event.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		content_type: contentType?.uid ?? null,
		content_type_title: contentType?.title ?? null,
		entry_uid: entry?.uid ?? null,
		asset_uid: asset?.uid ?? null,
		title: subject.title ?? subject.name ?? null,
		locale,
		environment: environment.name ?? environment.uid,
		// The entry may have moved on; the event is about this version.
		version: event.entry?._version ?? subject._version ?? null,
		action: event.action,
		status: event.status,
		stage: stage?.name ?? null,
		stage_uid: stage?.uid ?? null,
		workflow: workflow?.name ?? null,
		workflow_uid: workflow?.uid ?? null,
		api_key: connection.apiKey,
		branch: event.branches[0] ?? connection.branch,
		url: addressOf(event, entry),
		path: entry?.url ?? null,
		cms_url: cmsPage(event, entry, connection),
		user_uid: event.user,
		date: event.happenedAt ?? event.triggeredAt,
		triggered_at: event.triggeredAt,
		...(release && { release_uid: release.uid }),
		...(job && { job_uid: job.uid }),
		...(comment && { comment_uid: comment.uid, comment: comment.message ?? null }),
		...(entry && { is_current: isCurrent, entry: isSimple ? simplifiedEntry(entry) : entry }),
		...(asset && {
			asset: isSimple ? simplifiedAsset(connection, asset as unknown as FullAsset) : asset,
		}),
		...(!entry && !asset && { data: withoutSecrets(event.data) as IDataObject }),
	};
}

/** The public address: the environment's site in the entry's language, and the entry's own path. */
function addressOf({ environment, locale }: DeliveredEvent, entry?: IDataObject): string | null {
	const site = environment.urls.find((candidate) => candidate.locale === locale)?.url;
	if (typeof site !== 'string' || site === '' || typeof entry?.url !== 'string') return null;
	return `${site.replace(/\/+$/, '')}/${entry.url.replace(/^\/+/, '')}`;
}

function cmsPage(
	{ asset, contentType, locale }: DeliveredEvent,
	entry: IDataObject | undefined,
	connection: Connection,
): string | null {
	if (asset) return assetPage(connection, asset.uid);
	if (!entry || !contentType || locale === null) return null;
	return entryPage(connection, contentType.uid, { uid: String(entry.uid), locale });
}

const SECRET_KEY = /token|secret|password|authorization|credential|api[_-]?key|headers/i;

/** A copy without keys that name a secret, at any depth: what other events hold is not known beforehand. */
function withoutSecrets(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !SECRET_KEY.test(key))
			.map(([key, inner]) => [key, withoutSecrets(inner)]),
	);
}
