import type { IDataObject } from 'n8n-workflow';

/** What makes a list of assets one of folders only. */
export const ALL_FOLDERS = {
	include_folders: 'true',
	query: JSON.stringify({ is_dir: true }),
};

/** A folder that assets are kept in. */
export interface Folder extends IDataObject {
	uid: string;
	name: string;
	parent_uid?: string | null;
	path?: Array<{ uid: string; name: string }>;
}

/** The folder as a workflow needs it; the path is its name with those above it. */
export function simplifiedFolder({ uid, name, parent_uid, path, created_at }: Folder): IDataObject {
	const above = Array.isArray(path) ? path.map((folder) => folder.name) : [];
	return {
		uid,
		name,
		parent: parent_uid ?? null,
		path: [...above, name].join('/'),
		created_at: created_at ?? null,
	};
}
