import type { MediaLink } from '../../../lib/mediaPackage';
import type { IconikClient } from '../transport/client';
import { ensure } from '../transport/ensure';
import { byLastId } from '../transport/paging';
import type { Share } from '../types';
import { daysAfter, toInstant } from './dates';
import { linkToCome } from './publicProxy';

export interface ShareTerms {
	/** How long a new link lives. */
	days: number;
	/** A link that ends sooner than this is replaced by a new one. */
	renewDays: number;
}

/** The title by which a link made here is known again. */
export const SHARE_TITLE = 'Preview for Contentstack';

/** All that a link may allow is refused: it is for looking. iconik demands the first four. */
const RIGHTS = {
	allow_approving_comments: false,
	allow_comments: false,
	allow_download: false,
	allow_setting_approve_status: false,
	allow_download_proxy: false,
	allow_custom_actions: false,
	allow_upload: false,
	allow_view_versions: false,
};

/**
 * The share link of an asset: the one made before while it lasts, else a new one.
 * Shares that people made are left alone, whatever they allow.
 */
export async function shareLink(
	iconik: IconikClient,
	assetId: string,
	{ days, renewDays }: ShareTerms,
	now: number,
): Promise<MediaLink> {
	const path = sharesOf(assetId);
	const lastsUntil = neededUntil({ days, renewDays }, now);
	const share = await once(
		`${iconik.origin}${path} ${days} ${renewDays}`,
		async () =>
			await ensure(
				async () => await findReusable(iconik, path, lastsUntil),
				async () =>
					await iconik.request<Share>({
						method: 'POST',
						path: `${path}url/`,
						body: {
							...RIGHTS,
							title: SHARE_TITLE,
							expires: new Date(daysAfter(now, days)).toISOString(),
						},
					}),
			),
	);
	return linkOf(share);
}

/** The same where nothing may be written: without a share that lasts, the link is one to come. */
export async function presentShareLink(
	iconik: IconikClient,
	assetId: string,
	terms: ShareTerms,
	now: number,
): Promise<MediaLink> {
	const share = await findReusable(iconik, sharesOf(assetId), neededUntil(terms, now));
	return share ? linkOf(share) : linkToCome('share', 'There is no share link yet');
}

const sharesOf = (assetId: string) => `/API/assets/v1/assets/${assetId}/shares/` as const;

function neededUntil({ days, renewDays }: ShareTerms, now: number): number {
	return daysAfter(now, Math.min(renewDays, days - 1));
}

function linkOf(share: Share): MediaLink {
	if (!share.url) return { ...NO_SHARE, reason: 'iconik made a share without a link' };
	return { strategy: 'share', url: share.url, expires: expiryOf(share), reason: null };
}

/** Links that are being looked for or made right now: executions for the same asset at the same time make one together. */
const inWork = new Map<string, Promise<Share>>();

async function once(key: string, make: () => Promise<Share>): Promise<Share> {
	const known = inWork.get(key);
	if (known) return await known;
	const share = make().finally(() => inWork.delete(key));
	inWork.set(key, share);
	return await share;
}

const NO_SHARE = { strategy: 'none', url: null, expires: null } as const;

async function findReusable(
	iconik: IconikClient,
	path: `/API/${string}/`,
	lastsUntil: number,
): Promise<Share | undefined> {
	let best: Share | undefined;
	for await (const share of byLastId<Share>(iconik, { path }, { perPage: 100 })) {
		if (!isOurs(share) || endOf(share) <= lastsUntil) continue;
		if (!best || endOf(share) > endOf(best)) best = share;
	}
	return best;
}

function isOurs(share: Share): boolean {
	return (
		share.title === SHARE_TITLE &&
		!!share.url &&
		!share.has_password &&
		!share.allow_download &&
		!share.allow_download_proxy &&
		!share.allow_upload &&
		!share.allow_setting_approve_status
	);
}

function endOf({ expires }: Share): number {
	return toInstant(expires) ?? Infinity;
}

function expiryOf(share: Share): string | null {
	const instant = toInstant(share.expires);
	return instant === undefined ? null : new Date(instant).toISOString();
}
