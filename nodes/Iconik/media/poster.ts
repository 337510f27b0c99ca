import { fingerprint } from '../../../lib/fingerprint';
import type { MediaFile } from '../../../lib/mediaPackage';
import type { Asset, Keyframe } from '../types';
import { toFileName } from './addresses';

const MIME_TYPES: Record<string, string> = {
	jpg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	gif: 'image/gif',
};

/**
 * The keyframe to show: the chosen poster, else a poster, else the chosen keyframe, else the first by ID,
 * which is the same whether the list or the search index told of them. A keyframe map is a sprite sheet and never a picture. Only finished pictures count (`CLOSED` in iconik).
 */
export function pickPoster(asset: Asset, keyframes: readonly Keyframe[]): Keyframe | undefined {
	const rank = ({ id, type, is_custom_keyframe }: Keyframe) => {
		if (id === asset.custom_poster) return 0;
		if (type === 'POSTER') return 1;
		return id === asset.custom_keyframe || is_custom_keyframe ? 2 : 3;
	};
	return keyframes
		.filter(({ type, status, url }) => {
			return type !== 'KEYFRAME_MAP' && (status ?? 'CLOSED') === 'CLOSED' && !!url;
		})
		.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0];
}

/** The poster as a file to take along. Its address is signed: fetch it soon, store it never. */
export function posterFile(asset: Asset, versionId: string, keyframe: Keyframe): MediaFile {
	const named = /\.(\w+)$/.exec(keyframe.filename ?? '')?.[1] ?? keyframe.format ?? '';
	// JPEG and jpeg are JPG as well, and so is what iconik does not name: it makes its keyframes as JPEG.
	const extension = named.toLowerCase() in MIME_TYPES ? named.toLowerCase() : 'jpg';
	return {
		key: `iconik/${asset.id}/poster`,
		fingerprint: fingerprint([keyframe.id, versionId]),
		role: 'poster',
		file_name: `${toFileName(asset.title ?? '', asset.id)}-poster.${extension}`,
		mime_type: MIME_TYPES[extension] as string,
		language: null,
		closed_captions: false,
		url: keyframe.url ?? null,
		text: null,
	};
}
