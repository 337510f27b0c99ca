import type { IDataObject } from 'n8n-workflow';

/** What is read of an extension. */
export interface Extension extends IDataObject {
	uid: string;
	title: string;
	type: string;
	data_type?: string;
	src?: string;
	multiple?: boolean;
	/** JSON as text, or an object. */
	config?: string | IDataObject;
	/** Only of those that an app of the marketplace brought along. */
	app_installation_uid?: string;
	created_at?: string;
}

/** The path of the extensions, or of one of them. */
export function extensionPath(uid?: string): string {
	return uid === undefined ? '/extensions' : `/extensions/${encodeURIComponent(uid)}`;
}

/** The extension as a workflow needs it, without the page that it may hold. */
export function simplifiedExtension(extension: Extension): IDataObject {
	const { uid, title, type, data_type, src, multiple, app_installation_uid } = extension;
	return {
		uid,
		title,
		type,
		data_type: data_type ?? null,
		url: src ?? null,
		multiple: multiple ?? false,
		tags: extension.tags ?? [],
		app_installation: app_installation_uid ?? null,
		updated_at: extension.updated_at ?? null,
	};
}
