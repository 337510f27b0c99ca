import {
	badRequest,
	compact,
	created,
	forbidden,
	found,
	noContent,
	notFound,
	ok,
	type Answer,
	omit,
} from '../../answers';
import type { Api, Call } from '../../api';
import { updateAsset } from '../../domain/assets';
import { addHistory } from '../../domain/history';
import type { MediaFile } from '../../model';
import { flag, keyset } from '../../paging';
import type { Store } from '../../store';
import { assetOf } from '../assets/assets';
import { collectionOf } from '../assets/collections';

interface Kind {
	kind: MediaFile['kind'];
	segment: string;
	/** As the API names it when there is none. */
	plural: string;
	read: string;
	write: string;
	signedByDefault: boolean;
}

const kinds: Kind[] = [
	{
		kind: 'proxy',
		segment: 'proxies',
		plural: 'Proxies',
		read: 'can_read_proxies',
		write: 'can_write_proxies',
		signedByDefault: true,
	},
	{
		kind: 'keyframe',
		segment: 'keyframes',
		plural: 'Keyframes',
		read: 'can_read_assets',
		write: 'can_write_keyframes',
		signedByDefault: true,
	},
	{
		kind: 'original',
		segment: 'files',
		plural: 'Files',
		read: 'can_read_files',
		write: 'can_write_files',
		signedByDefault: false,
	},
];

/** Proxies, keyframes and originals: their lists per asset and version, their links, and making them public. */
export function mediaRoutes(api: Api): void {
	for (const kind of kinds) {
		const list = `/v1/assets/:asset_id/${kind.segment}`;
		const one = `${list}/:file_id`;

		api.on('GET', 'files', `${list}/`, kind.read, (call) => listed(call, kind));
		api.on(
			'GET',
			'files',
			`/v1/assets/:asset_id/versions/:version_id/${kind.segment}/`,
			kind.read,
			(call) => listed(call, kind),
		);
		api.on('GET', 'files', `${one}/`, kind.read, (call) =>
			ok(mediaBody(call, fileOf(call, kind), true)),
		);
		if (kind.kind === 'original') continue;
		api.on('POST', 'files', `${one}/public/`, kind.write, (call) => setPublic(call, kind, true));
		api.on('DELETE', 'files', `${one}/public/`, kind.write, (call) => setPublic(call, kind, false));
	}
	for (const kind of kinds.filter(({ kind: name }) => name !== 'keyframe'))
		api.on(
			'GET',
			'files',
			`/v1/assets/:asset_id/${kind.segment}/:file_id/download_url/`,
			kind.read,
			(call) => downloadUrl(call, kind),
		);
	api.on(
		'GET',
		'files',
		'/v1/collections/:collection_id/keyframes/',
		'can_read_collections',
		tiles,
	);
	api.on(
		'POST',
		'files',
		'/v1/assets/:asset_id/custom_keyframe/:file_id/',
		'can_write_keyframes',
		(call) => setCustomKeyframe(call, kinds[1] as Kind),
	);
	api.on(
		'DELETE',
		'files',
		'/v1/assets/:asset_id/proxies/:file_id/',
		'can_delete_proxies',
		(call) => {
			const file = fileOf(call, kinds[0] as Kind);
			call.tenant.store.media.delete(file.id);
			call.tenant.index.touch(file.asset_id);
			return noContent();
		},
	);
}

/** The latest version's files, unless a version or all of them are asked for. 404 when there are none. */
function listed(call: Call, { kind, plural, signedByDefault }: Kind): Answer {
	const { store } = call.tenant;
	const asset = assetOf(call);
	const { version_id } = call.params;
	if (version_id !== undefined)
		found(
			asset.versions.find(({ id }) => id === version_id),
			'Asset version',
		);
	const versionIds =
		version_id !== undefined
			? [version_id]
			: flag(call, 'include_all_versions')
				? asset.versions.map(({ id }) => id)
				: [store.latestVersion(asset)?.id ?? ''];
	const files = versionIds.flatMap((id) => store.mediaOf(kind, id));
	if (files.length === 0) throw notFound(`${plural} for this asset`);
	const isSigned = flag(call, 'generate_signed_url', signedByDefault);
	return keyset(call, files, (file: MediaFile) => mediaBody(call, file, isSigned));
}

/** The pictures of a collection are those of up to three of its assets. */
function tiles(call: Call): Answer {
	const { store } = call.tenant;
	const { id: collection_id, keyframe_asset_ids } = collectionOf(call);
	const pictures = keyframe_asset_ids.flatMap((id) => {
		const asset = store.assets.get(id);
		const version = asset && store.latestVersion(asset);
		return version
			? store.mediaOf('keyframe', version.id).filter(({ type }) => type === 'KEYFRAME')
			: [];
	});
	if (pictures.length === 0) throw notFound('Keyframes for this collection');
	const isSigned = flag(call, 'generate_signed_url', true);
	return keyset(call, pictures, (file: MediaFile) => ({
		...omit(mediaBody(call, file, isSigned), 'asset_id', 'version_id', 'storage_method'),
		collection_id,
	}));
}

function fileOf(call: Call, { kind }: Kind): MediaFile {
	const file = call.tenant.store.media.get(call.params.file_id ?? '');
	const isIt = file?.kind === kind && file.asset_id === assetOf(call).id;
	return found(isIt ? file : undefined, `${kind[0]?.toUpperCase()}${kind.slice(1)}`);
}

/** Makes a file's link public or private again. Both answer 201 with the file. A blocked asset's files stay private. */
function setPublic(call: Call, kind: Kind, isPublic: boolean): Answer {
	const file = fileOf(call, kind);
	if (isPublic && assetOf(call).is_blocked) throw forbidden('The asset is blocked');
	file.is_public = isPublic;
	return created(mediaBody(call, file, true));
}

/** Makes a poster the picture of its asset. */
function setCustomKeyframe(call: Call, kind: Kind): Answer {
	const poster = fileOf(call, kind);
	if (poster.type !== 'POSTER') throw badRequest({ poster_id: 'Not a poster.' });
	const asset = assetOf(call);
	for (const { id } of call.tenant.store.mediaOf('keyframe', poster.version_id))
		(call.tenant.store.media.get(id) as MediaFile).is_custom_keyframe = id === poster.id;
	updateAsset(call.tenant, asset, { custom_keyframe: poster.id }, call.cause);
	return created(mediaBody(call, poster, true));
}

function downloadUrl(call: Call, kind: Kind): Answer {
	const asset = assetOf(call);
	if (asset.is_blocked) throw forbidden('The asset is blocked');
	const file = fileOf(call, kind);
	if (isOnPremises(call.tenant.store, file))
		throw badRequest(['The file is on a storage that cannot be reached from the cloud']);
	addHistory(call.tenant, asset.id, call.cause, { operation_type: 'DOWNLOAD' });
	return ok({ url: call.tenant.urls.of(file, { disposition: 'attachment' }) });
}

/** Files behind an on-premises gateway have no links. */
function isOnPremises({ storages }: Store, { storage_id }: MediaFile): boolean {
	return storages.get(storage_id)?.method === 'FILE';
}

export function mediaBody(call: Call, file: MediaFile, withUrl: boolean): Record<string, unknown> {
	const { tenant, query } = call;
	const options = {
		bypassCache: flag(call, 'bypass_url_cache'),
		disposition: query.content_disposition ?? 'inline',
	};
	const isReachable = file.status === 'CLOSED' && !isOnPremises(tenant.store, file);
	const url = withUrl && isReachable ? tenant.urls.of(file, options) : undefined;
	const storage = tenant.store.storages.get(file.storage_id);
	const body = {
		...omit(file, 'kind', 'content_type', 'file_set_id', 'format_id', 'is_public'),
		date_modified: file.date_created,
		storage_method: storage?.method,
		url,
	};
	if (file.kind !== 'original') return compact({ ...body, is_public: file.is_public });
	return compact({
		...omit(body, 'filename', 'format'),
		file_set_id: file.file_set_id,
		format_id: file.format_id,
		original_name: file.name,
		directory_path: '',
		type: 'FILE',
		system_domain_id: tenant.store.systemDomainId,
	});
}
