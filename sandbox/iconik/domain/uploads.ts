import { newId } from '../ids';
import { fromCaptions, toWebVtt } from '../media/captions';
import type { Asset, MediaFile, MediaType, Version, Wire } from '../model';
import type { Cause, Tenant } from '../tenant';
import { updateAsset, versionOnline } from './assets';
import { runJob } from './jobs';
import { addRenditions, addSubtitle } from './media';

const TRANSCODE_MS = 1200;
const TYPES: Record<string, string> = {
	mov: 'video/quicktime',
	mp4: 'video/mp4',
	wav: 'audio/wav',
	mp3: 'audio/mpeg',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	tif: 'image/tiff',
	vtt: 'text/vtt',
	srt: 'application/x-subrip',
};

export interface NewFile {
	original_name: string;
	storage_id: string;
	format_id?: string;
	file_set_id?: string;
	size?: number;
	status?: string;
}

/** Notes a file of a version. Its bytes follow. */
export function addFile(
	{ store }: Tenant,
	asset: Asset,
	version: Version,
	{ original_name, ...fields }: NewFile,
): MediaFile {
	const extension = /\.(\w+)$/.exec(original_name)?.[1]?.toLowerCase() ?? '';
	const file: MediaFile = {
		size: 0,
		status: 'OPEN',
		...fields,
		id: newId(),
		kind: 'original',
		asset_id: asset.id,
		version_id: version.id,
		name: original_name,
		filename: original_name,
		format: extension.toUpperCase(),
		content_type: TYPES[extension] ?? 'application/octet-stream',
		is_public: false,
		date_created: store.now(),
	};
	store.media.set(file.id, file);
	return file;
}

/** A file that is CLOSED is complete: its version is online. */
export function fileChanged(tenant: Tenant, file: MediaFile, cause: Cause): void {
	const { store, index } = tenant;
	const asset = store.assets.get(file.asset_id);
	const version = asset?.versions.find(({ id }) => id === file.version_id);
	if (!asset || !version) return;
	if (file.status === 'CLOSED' && !version.is_online) {
		version.is_online = true;
		asset.media_type ??= mediaTypeOf(file);
		updateAsset(tenant, asset, { is_online: true }, cause);
		versionOnline(tenant, asset, version, false, cause);
	}
	index.touch(asset.id);
}

/** Builds proxy and keyframes of a file in the background. */
export function transcode(tenant: Tenant, file: MediaFile, cause: Cause): Wire {
	return fileJob(tenant, file, cause, 'TRANSCODE', (asset, version) => {
		addRenditions(tenant.store, asset, version, { mediaType: mediaTypeOf(file) ?? 'video' });
		updateAsset(tenant, asset, {}, cause);
		versionOnline(tenant, asset, version, true, cause);
	});
}

/** Takes a still from a file in the background, as a further poster. */
export function captureStill(
	tenant: Tenant,
	file: MediaFile,
	{ milliseconds, isCustom }: { milliseconds: number; isCustom: boolean },
	cause: Cause,
): Wire {
	return fileJob(tenant, file, cause, 'KEYFRAMES', (asset, version) => {
		const poster: MediaFile = {
			...addFile(tenant, asset, version, {
				original_name: `poster-${milliseconds}.jpg`,
				storage_id: file.storage_id,
			}),
			kind: 'keyframe',
			type: 'POSTER',
			status: 'CLOSED',
			is_custom_keyframe: isCustom,
		};
		tenant.store.media.set(poster.id, poster);
		updateAsset(tenant, asset, isCustom ? { custom_keyframe: poster.id } : {}, cause);
	});
}

/** Makes captions of an uploaded WebVTT or SubRip file in the background. Their language is in its name: `film.de.vtt`. */
export function subtitlesFromFile(tenant: Tenant, file: MediaFile, cause: Cause): Wire {
	return fileJob(tenant, file, cause, 'TRANSCRIPTION', (asset, version) => {
		const cues = fromCaptions(tenant.store.uploads.get(file.id)?.toString('utf8') ?? '');
		if (cues.length === 0) throw new Error('The file holds no captions');
		const language = /\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.\w+$/.exec(file.name)?.[1] ?? 'en';
		const subtitle = { language, closed_captions: false, content: toWebVtt(cues), name: file.name };
		addSubtitle(tenant, asset, version.id, subtitle, cause);
	});
}

function fileJob(
	tenant: Tenant,
	file: MediaFile,
	cause: Cause,
	type: string,
	work: (asset: Asset, version: Version) => void,
): Wire {
	const target = { object_type: 'assets', object_id: file.asset_id };
	return runJob(tenant, cause, { title: file.name, type, ...target }, TRANSCODE_MS, () => {
		const asset = tenant.store.assets.get(file.asset_id);
		const version = asset?.versions.find(({ id }) => id === file.version_id);
		if (!asset || !version) throw new Error('The asset is gone');
		work(asset, version);
	});
}

function mediaTypeOf({ content_type }: MediaFile): MediaType | undefined {
	const [type] = content_type.split('/');
	return type === 'video' || type === 'audio' || type === 'image' ? type : undefined;
}
