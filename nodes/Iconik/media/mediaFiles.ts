import type { IconikClient } from '../transport/client';
import { byLastId } from '../transport/paging';
import type { Asset, StoredFile } from '../types';
import { pickPoster } from './poster';
import { bestProxy } from './publicProxy';

/** The three kinds of files of an asset, which iconik serves in the same way. */
export interface FileKind {
	/** The name of the resource in the node. */
	resource: 'proxy' | 'keyframe' | 'file';
	/** As iconik's paths name it. */
	segment: 'proxies' | 'keyframes' | 'files';
	/** iconik gives no download address for keyframes: the picture's own address serves. */
	hasDownloadUrl: boolean;
	/** The one to take when none is named. */
	best: (asset: Asset, files: readonly StoredFile[]) => StoredFile | undefined;
}

export const PROXY: FileKind = {
	resource: 'proxy',
	segment: 'proxies',
	hasDownloadUrl: true,
	best: (_, files) => bestProxy(files),
};

export const KEYFRAME: FileKind = {
	resource: 'keyframe',
	segment: 'keyframes',
	hasDownloadUrl: false,
	best: pickPoster,
};

export const FILE: FileKind = {
	resource: 'file',
	segment: 'files',
	hasDownloadUrl: true,
	best: (_, files) => files.find(({ status }) => (status ?? 'CLOSED') === 'CLOSED'),
};

export interface FileList {
	assetId: string;
	/** The latest version when absent. */
	versionId?: string;
	allVersions?: boolean;
	/** Whether to have iconik sign addresses, which then work for a short time. */
	signed?: boolean;
	limit?: number;
}

/** The files of an asset. iconik answers 404 where there are none, which is an empty list. */
export function listFiles(
	iconik: IconikClient,
	{ segment }: FileKind,
	{ assetId, versionId, allVersions, signed = false, limit }: FileList,
): AsyncGenerator<StoredFile> {
	const query = {
		generate_signed_url: signed,
		...(allVersions && { include_all_versions: true }),
	};
	const path = `${assetPath(assetId)}${versionId ? `versions/${versionId}/` : ''}${segment}/`;
	return byLastId<StoredFile>(
		iconik,
		{ path: path as `/API/${string}/`, query },
		{ perPage: 100, limit },
	);
}

/** The path of one file. */
export function filePath({ segment }: FileKind, assetId: string, fileId: string) {
	return `${assetPath(assetId)}${segment}/${encodeURIComponent(fileId)}/` as const;
}

function assetPath(assetId: string) {
	return `/API/files/v1/assets/${encodeURIComponent(assetId)}/` as const;
}

/** The name under which people know the file. */
export function nameOf({ original_name, filename, name, id }: StoredFile): string {
	return original_name || filename || name || id;
}
