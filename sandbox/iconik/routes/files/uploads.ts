import { z } from 'zod';
import { created, found, noContent, ok, type Answer } from '../../answers';
import type { Api, Call } from '../../api';
import { createAsset } from '../../domain/assets';
import { addToCollection } from '../../domain/collections';
import { addFormat } from '../../domain/media';
import {
	addFile,
	captureStill,
	fileChanged,
	subtitlesFromFile,
	transcode,
} from '../../domain/uploads';
import type { MediaFile } from '../../model';
import { bool, integer, nonEmpty, oneOf, text, uuid } from '../../schemas';
import { assetOf } from '../assets/assets';
import { mediaBody } from './media';

const status = oneOf(
	'OPEN',
	'GROWING',
	'AWAITED',
	'CLOSED',
	'FAILED',
	'ARCHIVED',
	'MISSING',
	'REDISCOVERED',
	'DELETED',
);
const file = z.object({
	original_name: nonEmpty,
	directory_path: text,
	type: oneOf('FILE', 'DIRECTORY', 'SYMLINK'),
	size: integer.optional(),
	status: status.optional(),
	file_set_id: uuid.optional(),
	format_id: uuid.optional(),
	storage_id: uuid.optional(),
	version_id: uuid.optional(),
	name: text.optional(),
});
const transcodeRequest = z.object({
	priority: integer.nullish(),
	set_as_custom_keyframe: bool.nullish(),
});
const upload = z.object({
	file_name: nonEmpty,
	storage_id: uuid,
	asset_id: uuid.optional(),
	asset_title: text.optional(),
	collection_id: uuid.optional(),
	version_id: uuid.optional(),
	format_name: text.optional(),
	create_keyframes: z.string().optional(),
	file: z.instanceof(Buffer, { message: 'Missing data for required field.' }),
});

/** Bringing files in: note a file, send its bytes to `upload_url`, close it, have its proxies built. */
export function uploadRoutes(api: Api): void {
	const path = '/v1/assets/:asset_id/files';
	const one = `${path}/:file_id`;

	api.on('POST', 'files', `${path}/`, 'can_write_files', (call) => {
		const { store, urls } = call.tenant;
		const { version_id, file_set_id, format_id, ...sent } = call.read(file);
		const asset = assetOf(call);
		const versionId = version_id ?? store.latestVersion(asset)?.id;
		const version = asset.versions.find(({ id }) => id === versionId);
		const fileSet = file_set_id
			? found(store.fileSets.get(file_set_id), 'File set')
			: { format_id, storage_id: sent.storage_id };
		const made = addFile(call.tenant, asset, found(version, 'Asset version'), {
			original_name: sent.original_name,
			storage_id: String(sent.storage_id ?? fileSet.storage_id),
			format_id: format_id ?? (fileSet.format_id as string | undefined),
			file_set_id,
			size: sent.size ?? 0,
		});
		return created({
			...mediaBody(call, made, false),
			upload_url: urls.forUpload(made),
			upload_method: 'PUT',
			upload_credentials: {},
		});
	});
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'files', `${one}/`, 'can_write_files', (call) => {
			const sent = call.read(method === 'PUT' ? file : file.partial());
			const known = fileOf(call);
			known.status = sent.status ?? known.status;
			known.size = sent.size ?? known.size;
			fileChanged(call.tenant, known, call.cause);
			return ok(mediaBody(call, known, false));
		});
	api.on('DELETE', 'files', `${one}/`, 'can_delete_files', (call) => {
		const known = fileOf(call);
		call.tenant.store.media.delete(known.id);
		call.tenant.index.touch(known.asset_id);
		return noContent();
	});
	const job = 'can_create_transcode_jobs';
	api.on('POST', 'files', `${one}/keyframes/`, job, (call) => {
		call.read(transcodeRequest);
		return ok({ job_id: transcode(call.tenant, fileOf(call), call.cause).id });
	});
	api.on('POST', 'files', `${one}/subtitles/`, job, (call) => {
		const { id } = subtitlesFromFile(call.tenant, fileOf(call), call.cause);
		return ok({ job_id: id });
	});
	api.on('POST', 'files', `${one}/capture/:milliseconds/`, 'can_create_poster', (call) => {
		const still = {
			milliseconds: Number(call.params.milliseconds),
			isCustom: call.read(transcodeRequest).set_as_custom_keyframe === true,
		};
		return ok({ job_id: captureStill(call.tenant, fileOf(call), still, call.cause).id });
	});
	api.on('POST', 'files', '/v1/files/upload/', 'can_write_files can_write_formats', uploadSmall);
}

function fileOf(call: Call): MediaFile {
	const known = call.tenant.store.media.get(call.params.file_id ?? '');
	const isIt = known?.kind === 'original' && known.asset_id === assetOf(call).id;
	return found(isIt ? known : undefined, 'File');
}

/** One form with all there is: makes the asset if none is named. */
function uploadSmall(call: Call): Answer {
	const sent = call.read(upload);
	const { tenant, cause } = call;
	const { store } = tenant;
	const asset = sent.asset_id
		? found(store.assets.get(sent.asset_id), 'Asset')
		: createAsset(tenant, { title: sent.asset_title ?? sent.file_name }, cause);
	if (sent.collection_id) {
		found(store.collections.get(sent.collection_id), 'Collection');
		addToCollection(tenant, sent.collection_id, 'assets', asset.id, cause);
	}
	const versionId = sent.version_id ?? store.latestVersion(asset)?.id;
	const version = found(
		asset.versions.find(({ id }) => id === versionId),
		'Asset version',
	);
	const format = addFormat(store, asset, version, sent.format_name ?? 'ORIGINAL');
	const made = addFile(tenant, asset, version, {
		original_name: sent.file_name,
		storage_id: sent.storage_id,
		format_id: format.id,
		size: sent.file.length,
		status: 'CLOSED',
	});
	store.uploads.set(made.id, sent.file);
	fileChanged(tenant, made, cause);
	if (sent.create_keyframes === 'true') transcode(tenant, made, cause);
	return ok({ id: made.id, asset_id: asset.id });
}
