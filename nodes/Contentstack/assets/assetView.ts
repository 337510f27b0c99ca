import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../transport/stack';
import type { Asset } from './asset';

/** What an asset says about itself besides what is needed to find and replace it. */
export interface FullAsset extends Asset {
	title?: string;
	description?: string;
	content_type?: string;
	/** Bytes, as text. */
	file_size?: string;
	parent_uid?: string | null;
	dimension?: { width: number; height: number } | null;
	updated_at?: string;
	updated_by?: string;
}

/** The path of the assets, or of one of them. */
export function assetPath(uid?: string): string {
	return uid === undefined ? '/assets' : `/assets/${encodeURIComponent(uid)}`;
}

/** The asset's page in the web app. */
export function assetPage(
	{ appUrl, apiKey }: Pick<Connection, 'appUrl' | 'apiKey'>,
	uid: string,
): string {
	return `${appUrl}/#!/stack/${apiKey}/assets/${uid}`;
}

/** The asset as a workflow needs it. The file size is a number here. */
export function simplifiedAsset(
	connection: Pick<Connection, 'appUrl' | 'apiKey'>,
	asset: FullAsset,
): IDataObject {
	return {
		uid: asset.uid,
		title: asset.title ?? null,
		description: asset.description ?? null,
		file_name: asset.filename,
		content_type: asset.content_type ?? null,
		file_size: asset.file_size === undefined ? null : Number(asset.file_size),
		width: asset.dimension?.width ?? null,
		height: asset.dimension?.height ?? null,
		url: asset.url,
		tags: asset.tags ?? [],
		folder: asset.parent_uid ?? null,
		version: asset._version,
		created_at: asset.created_at ?? null,
		updated_at: asset.updated_at ?? null,
		cms_url: assetPage(connection, asset.uid),
	};
}
