import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../transport/stack';

/** Where a version of an entry is live. */
export interface LivePlace {
	/** UID of the environment. */
	environment: string;
	locale: string;
	version: number;
	time?: string;
}

/** What is read of an entry besides its own fields. */
export interface Entry extends Record<string, unknown> {
	uid: string;
	locale: string;
	_version: number;
	created_by?: string;
	updated_by?: string;
	updated_at?: string;
}

/** The path of a content type's entries, or of one of them. */
export function entryPath(contentTypeUid: string, entryUid?: string): string {
	const entries = `/content_types/${encodeURIComponent(contentTypeUid)}/entries`;
	return entryUid === undefined ? entries : `${entries}/${encodeURIComponent(entryUid)}`;
}

/** Where the entry is live. The management API gives a list; what is not one counts as nowhere. */
export function livePlaces({ publish_details: details }: Record<string, unknown>): LivePlace[] {
	return Array.isArray(details) ? (details as LivePlace[]) : [];
}

/** The entry's page in the web app. */
export function entryPage(
	{ appUrl, apiKey }: Pick<Connection, 'appUrl' | 'apiKey'>,
	contentTypeUid: string,
	{ uid, locale }: Pick<Entry, 'uid' | 'locale'>,
): string {
	return `${appUrl}/#!/stack/${apiKey}/content-type/${contentTypeUid}/${locale}/entry/${uid}/edit`;
}

const SYSTEM_KEYS = new Set([
	'ACL',
	'_in_progress',
	'_metadata',
	'_content_type_uid',
	'publish_details',
	'stackHeaders',
]);

/** The entry as a workflow needs it: its own fields, its identity and times; assets down to what a page shows. */
export function simplifiedEntry(entry: Record<string, unknown>): IDataObject {
	return Object.fromEntries(
		Object.entries(entry)
			.filter(([key]) => !SYSTEM_KEYS.has(key))
			.map(([key, value]) => [key === '_version' ? 'version' : key, simplified(value)]),
	) as IDataObject;
}

function simplified(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(simplified);
	if (typeof value !== 'object' || value === null) return value;
	const record = value as Record<string, unknown>;
	if ('uid' in record && 'filename' in record)
		return {
			uid: record.uid,
			url: record.url,
			file_name: record.filename,
			content_type: record.content_type,
			title: record.title,
		};
	// A referenced entry that was asked for whole.
	if ('uid' in record && 'ACL' in record)
		return { ...simplifiedEntry(record), content_type: record._content_type_uid };
	return Object.fromEntries(
		Object.entries(record)
			.filter(([key]) => key !== '_metadata')
			.map(([key, inner]) => [key, simplified(inner)]),
	);
}
