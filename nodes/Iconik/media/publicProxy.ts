import type { MediaLink } from '../../../lib/mediaPackage';
import type { IconikClient } from '../transport/client';
import { byLastId, collect } from '../transport/paging';
import type { Asset, Proxy } from '../types';
import { isSigned } from './addresses';
import type { MediaSource } from './captions';

/** All proxies of a version. */
export async function listProxies(
	iconik: IconikClient,
	{ assetId, versionId }: MediaSource,
): Promise<Proxy[]> {
	const path = `/API/files/v1/assets/${assetId}/versions/${versionId}/proxies/` as const;
	return await collect(byLastId<Proxy>(iconik, { path }, { perPage: 100 }));
}

/** The largest finished proxy: the one that is worth delivering, and whose size describes the media. */
export function bestProxy(proxies: readonly Proxy[]): Proxy | undefined {
	const pixels = ({ resolution }: Proxy) => (resolution?.width ?? 0) * (resolution?.height ?? 0);
	return proxies
		.filter(({ status }) => (status ?? 'CLOSED') === 'CLOSED')
		.sort((a, b) => pixels(b) - pixels(a) || (a.id < b.id ? -1 : 1))[0];
}

/**
 * The lasting address of the best proxy. A proxy that is not public yet is made public; a signed address is never given out.
 * A subclip plays its part of the parent's proxy, as a media fragment.
 * @param makesPublic else a proxy that is not public yet stays so, and the link has no address yet
 */
export async function publicProxyLink(
	iconik: IconikClient,
	asset: Asset,
	source: MediaSource,
	proxies: readonly Proxy[],
	makesPublic: boolean,
): Promise<MediaLink> {
	const proxy = bestProxy(proxies);
	if (!proxy) {
		const isMaking = proxies.some(({ status }) => status !== 'FAILED' && status !== 'DELETED');
		return noLink(isMaking ? 'The proxy is not finished yet' : 'This version has no proxy');
	}
	const path = `/API/files/v1/assets/${source.assetId}/proxies/${proxy.id}/` as const;
	let open = proxy;
	if (!proxy.is_public) {
		if (!makesPublic) return linkToCome('public_proxy', 'The proxy is not public yet');
		// Making public what is public changes nothing, so a broken call may be repeated.
		open = await iconik.request<Proxy>({
			method: 'POST',
			path: `${path}public/`,
			repeatable: true,
		});
	}
	if (!isLasting(open.url)) open = await iconik.request<Proxy>({ path });
	if (!isLasting(open.url))
		return noLink('iconik gives no lasting address for the public proxy, only a signed one');
	const url = `${open.url}${fragmentOf(asset)}`;
	return { strategy: 'public_proxy', url, expires: null, reason: null };
}

function isLasting(url: string | null | undefined): url is string {
	return !!url && !isSigned(url);
}

function fragmentOf(asset: Asset): string {
	if (asset.type !== 'SUBCLIP' || asset.time_start_milliseconds == null) return '';
	const seconds = (milliseconds: number) => String(milliseconds / 1000);
	const start = seconds(asset.time_start_milliseconds);
	const end = asset.time_end_milliseconds;
	return `#t=${start}${end == null ? '' : `,${seconds(end)}`}`;
}

/** There is no address yet, since this run must not write; the next one that may makes it. */
export function linkToCome(strategy: MediaLink['strategy'], reason: string): MediaLink {
	return { strategy, url: null, expires: null, reason };
}

/** There is no link, and this is why. */
export function noLink(reason: string): MediaLink {
	return { strategy: 'none', url: null, expires: null, reason };
}
