import { omit } from '../answers';
import { newId } from '../ids';
import type { Asset, Format, MediaFile, MediaType, Subtitle, Version } from '../model';
import type { Store } from '../store';
import type { Cause, Tenant } from '../tenant';

export interface NewMedia {
	mediaType: MediaType;
	/** CLOSED is ready to play. */
	proxyStatus?: string;
	withProxy?: boolean;
	withKeyframes?: boolean;
	width?: number;
	height?: number;
	ids?: (part: string) => string;
}

const KINDS = {
	video: {
		original: 'video/quicktime',
		extension: 'mov',
		proxy: 'video/mp4',
		proxyExtension: 'mp4',
	},
	audio: { original: 'audio/wav', extension: 'wav', proxy: 'audio/mp4', proxyExtension: 'm4a' },
	image: { original: 'image/tiff', extension: 'tif', proxy: 'image/jpeg', proxyExtension: 'jpg' },
} as const;

/** A file name that a title could have had on disk. */
export function fileName(title: string, extension: string): string {
	const ascii = title.normalize('NFKD').replace(/[^\w\s-]/g, '');
	return `${ascii.trim().replace(/\s+/g, '_') || 'media'}.${extension}`;
}

/** What an upload and its transcoding leave behind: an original with its format, a proxy, a keyframe, a poster and a sprite map. */
export function addMedia(store: Store, asset: Asset, version: Version, media: NewMedia): void {
	const id = media.ids ?? newId;
	const kind = KINDS[media.mediaType];
	const add = adder(store, version, asset, id);
	const format = addFormat(store, asset, version, 'ORIGINAL', id('format'), id('file-set'));
	add(
		{
			kind: 'original',
			name: fileName(asset.title, kind.extension),
			filename: fileName(asset.title, kind.extension),
			format: kind.extension.toUpperCase(),
			content_type: kind.original,
			size: 48_211_337,
			status: 'CLOSED',
			storage_id: storageFor(store, 'FILES'),
			format_id: format.id,
			file_set_id: format.file_set_id,
		},
		'original',
	);
	addRenditions(store, asset, version, media);
}

/** What transcoding makes of an original: a proxy, a keyframe, a poster and a sprite map. The version is then online. */
export function addRenditions(store: Store, asset: Asset, version: Version, media: NewMedia): void {
	const { mediaType, proxyStatus = 'CLOSED', width = 1920, height = 1080 } = media;
	const kind = KINDS[mediaType];
	const add = adder(store, version, asset, media.ids ?? newId);
	if (media.withProxy !== false)
		add(
			{
				kind: 'proxy',
				name: fileName(asset.title, kind.proxyExtension),
				filename: fileName(asset.title, kind.proxyExtension),
				format: mediaType === 'image' ? 'JPEG' : 'MPEG-4',
				content_type: kind.proxy,
				size: 8_300,
				status: proxyStatus,
				storage_id: storageFor(store, 'PROXIES'),
				...(mediaType === 'audio' ? {} : { resolution: { width, height } }),
				...(mediaType === 'image'
					? {}
					: { codec: mediaType === 'video' ? 'h264' : 'aac', bit_rate: 4_000_000 }),
				...(mediaType === 'video' ? { frame_rate: '25' } : {}),
			},
			'proxy',
		);
	if (media.withKeyframes !== false && mediaType !== 'audio')
		for (const type of ['KEYFRAME_MAP', 'KEYFRAME', 'POSTER'])
			add(
				{
					kind: 'keyframe',
					type,
					name: type.toLowerCase(),
					filename: `${type.toLowerCase()}.jpg`,
					format: 'JPEG',
					content_type: 'image/jpeg',
					size: 2_600,
					status: 'CLOSED',
					storage_id: storageFor(store, 'KEYFRAMES'),
					resolution: { width: 320, height: 184 },
					is_custom_keyframe: false,
				},
				type.toLowerCase(),
			);
	version.is_online = true;
	asset.is_online = true;
	asset.media_type = mediaType;
}

export function storageFor(store: Store, purpose: string): string {
	return [...store.storages.values()].find((one) => one.purpose === purpose)?.id ?? newId();
}

/** Adds files of one version, their ids made from what they are. */
function adder(store: Store, version: Version, asset: Asset, id: (part: string) => string) {
	const base = { asset_id: asset.id, version_id: version.id, date_created: version.date_created };
	return (file: Omit<MediaFile, keyof typeof base | 'id' | 'is_public'>, part: string): void => {
		const record: MediaFile = { ...base, id: id(part), is_public: false, ...file };
		store.media.set(record.id, record);
	};
}

export function addFormat(
	store: Store,
	asset: Asset,
	version: Version,
	name: string,
	id = newId(),
	fileSetId?: string,
): Format {
	const format: Format = {
		id,
		asset_id: asset.id,
		version_id: version.id,
		name,
		status: 'ACTIVE',
		user_id: version.created_by_user,
		date_created: version.date_created,
		file_set_id: fileSetId,
	};
	store.formats.set(id, format);
	return format;
}

export interface NewSubtitle {
	id?: string;
	language: string;
	closed_captions: boolean;
	content: string;
	name?: string;
	format_id?: string;
}

/** Adds a caption file to a version; one of the same language and kind is replaced. */
export function addSubtitle(
	tenant: Tenant,
	asset: Asset,
	versionId: string,
	subtitle: NewSubtitle,
	cause: Cause,
): Subtitle {
	const { store, index, hub, automations } = tenant;
	for (const other of store.subtitles.values())
		if (
			other.version_id === versionId &&
			other.language === subtitle.language &&
			other.closed_captions === subtitle.closed_captions
		)
			store.subtitles.delete(other.id);
	const added = storeSubtitle(store, asset, versionId, subtitle);
	index.touch(asset.id);
	hub.publish(
		{
			event_type: 'assets',
			realm: 'subtitles',
			operation: 'create',
			object_id: added.id,
			within: asset.id,
			data: { ...omit(added, 'content'), object_id: asset.id, object_type: 'assets' },
		},
		cause,
	);
	automations.notice(
		{
			type: 'SUBTITLE_ADDED',
			objectType: 'assets',
			objectId: asset.id,
			versionId,
			language: added.language,
			closedCaptions: added.closed_captions,
		},
		cause,
	);
	return added;
}

export function storeSubtitle(
	store: Store,
	asset: Asset,
	versionId: string,
	{ id = newId(), language, closed_captions, content, name, format_id }: NewSubtitle,
): Subtitle {
	const format = [...store.formats.values()].find(({ version_id }) => version_id === versionId);
	const subtitle: Subtitle = {
		id,
		asset_id: asset.id,
		version_id: versionId,
		format_id: format_id ?? format?.id ?? newId(),
		language,
		closed_captions,
		name: name ?? `${language}.vtt`,
		content,
	};
	store.subtitles.set(id, subtitle);
	return subtitle;
}
