import { ApiError } from '../apiError';
import { noteAsset } from '../delivery/history';
import { timestamp, type Service } from '../service';
import type { Asset, AssetVersion, Branch } from '../state';
import { newUid } from '../uids';
import { tagsIn, type AssetInput } from './upload';

/** Makes an asset of an uploaded file. Without a file: 422/145. */
export function createAsset(
	service: Service,
	branch: Branch,
	{ file, fields }: AssetInput,
	user: string,
): Asset {
	if (!file)
		throw new ApiError(422, 145, 'Asset creation failed. Please try again.', {
			upload: ['is a required field.'],
		});
	const now = timestamp(service);
	const asset: Asset = {
		uid: newUid(),
		parent: parentIn(branch, fields.parent_uid, null),
		createdAt: now,
		createdBy: user,
		versions: [
			{
				...file,
				number: 1,
				title: text(fields.title, file.filename),
				description: text(fields.description, ''),
				tags: tagsIn(fields.tags),
				updatedAt: now,
				updatedBy: user,
			},
		],
		publications: [],
	};
	branch.assets.set(asset.uid, asset);
	service.events.assetChanged('create', branch, asset);
	return asset;
}

/** Saves a new version: another file (whose address is new), other details, or those of an earlier version. */
export function updateAsset(
	service: Service,
	branch: Branch,
	asset: Asset,
	{ file, fields }: AssetInput,
	user: string,
): void {
	const present = asset.versions.at(-1) as AssetVersion;
	const base = 'version' in fields ? versionOf(asset, Number(fields.version)) : present;
	if (typeof fields.permanent_url === 'string')
		setPermanentUrl(branch, asset, fields.permanent_url);
	asset.parent = parentIn(branch, fields.parent_uid, asset.parent);
	asset.versions.push({
		...base,
		...file,
		number: present.number + 1,
		title: text(fields.title, base.title),
		description: text(fields.description, base.description),
		tags: fields.tags === undefined ? base.tags : tagsIn(fields.tags),
		updatedAt: timestamp(service),
		updatedBy: user,
	});
	service.events.assetChanged('update', branch, asset);
}

export function deleteAsset(service: Service, branch: Branch, asset: Asset): void {
	branch.assets.delete(asset.uid);
	for (const { environment, locale } of asset.publications)
		noteAsset(service, 'asset_deleted', branch, asset, { environment, locale });
	service.events.assetChanged('delete', branch, asset);
}

/** The version of this number, or 422/145. */
export function versionOf(asset: Asset, number: number): AssetVersion {
	const version = asset.versions.find((candidate) => candidate.number === number);
	if (!version)
		throw new ApiError(422, 145, 'Asset was not found.', { version: ['is not valid.'] });
	return version;
}

/** A permanent address is given once, and its last part belongs to one asset only. */
function setPermanentUrl(branch: Branch, asset: Asset, url: string): void {
	const isTaken = [...branch.assets.values()].some(({ permanentUrl }) => permanentUrl === url);
	if (asset.permanentUrl !== undefined || isTaken)
		throw new ApiError(422, 145, 'Asset update failed. Please try again.', {
			permanent_url: [asset.permanentUrl === undefined ? 'is not unique.' : 'is already set.'],
		});
	asset.permanentUrl = url;
}

function parentIn(branch: Branch, sent: unknown, otherwise: string | null): string | null {
	if (sent === undefined) return otherwise;
	if (sent === null || sent === '') return null;
	if (typeof sent === 'string' && branch.folders.has(sent)) return sent;
	throw new ApiError(422, 145, 'Asset creation failed. Please try again.', {
		parent_uid: ['is not valid.'],
	});
}

function text(sent: unknown, otherwise: string): string {
	return typeof sent === 'string' ? sent : otherwise;
}
