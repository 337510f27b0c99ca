import type { Service } from '../service';
import type { Asset, AssetVersion, Fields, Folder } from '../state';

/** An asset as both APIs show it. `file_size` is a string, and the address carries the upload's own uid. */
export function assetView(
	service: Service,
	asset: Asset,
	version = asset.versions.at(-1) as AssetVersion,
	{
		publishDetails = true,
		dimension = true,
	}: { publishDetails?: boolean; dimension?: boolean } = {},
): Fields {
	return {
		uid: asset.uid,
		title: version.title,
		description: version.description,
		filename: version.filename,
		content_type: version.contentType,
		file_size: String(version.bytes.length),
		url: assetUrl(service, asset, version),
		...(asset.permanentUrl !== undefined && { permanent_url: asset.permanentUrl }),
		tags: version.tags,
		is_dir: false,
		parent_uid: asset.parent,
		_version: version.number,
		ACL: {},
		...(dimension && version.dimension && { dimension: version.dimension }),
		created_at: asset.createdAt,
		updated_at: version.updatedAt,
		created_by: asset.createdBy,
		updated_by: version.updatedBy,
		...(publishDetails && {
			publish_details: asset.publications.map((publication) => ({ ...publication })),
		}),
	};
}

export function assetUrl({ origin, stack }: Service, asset: Asset, version: AssetVersion): string {
	const path = [stack.apiKey, asset.uid, version.upload, encodeURIComponent(version.filename)];
	return `${origin}/v3/assets/${path.join('/')}`;
}

/** The content type of folders is spelt as the service spells it. */
export function folderView(folder: Folder, path: Array<{ uid: string; name: string }>): Fields {
	return {
		uid: folder.uid,
		name: folder.name,
		content_type: 'application/vnd.contenstack.folder',
		is_dir: true,
		parent_uid: folder.parent,
		path,
		tags: [],
		ACL: {},
		_version: 1,
		created_at: folder.createdAt,
		updated_at: folder.updatedAt,
		created_by: folder.createdBy,
		updated_by: folder.updatedBy,
	};
}
