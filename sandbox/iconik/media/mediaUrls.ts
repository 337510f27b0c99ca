import { createHmac, randomBytes } from 'crypto';
import { isSameSecret } from '../../../lib/constantTime';
import type { Clock } from '../../kit/clock';
import type { MediaFile } from '../model';
import type { Store } from '../store';

/** How long a signed link works, in simulated milliseconds. The real lifetime is only said to be short. */
export const SIGNED_URL_MS = 15 * 60_000;

/** Links to proxies, keyframes and originals: signed ones that expire, and stable ones for what was made public. */
export class MediaUrls {
	private readonly key = randomBytes(32);
	private readonly cache = new Map<string, { url: string; freshUntil: number }>();

	constructor(
		private readonly store: Store,
		private readonly clock: Clock,
	) {}

	/** The `url` of a file: signed, or the plain public link once it is public. */
	of(file: MediaFile, { bypassCache = false, disposition = 'inline' } = {}): string {
		if (file.is_public) return `${this.store.origin}${this.publicPath(file)}`;
		const cacheKey = `${file.id}/${disposition}`;
		const now = this.clock.now().getTime();
		const cached = this.cache.get(cacheKey);
		if (cached && !bypassCache && now < cached.freshUntil) return cached.url;
		const url = this.sign(file, disposition, now + SIGNED_URL_MS);
		this.cache.set(cacheKey, { url, freshUntil: now + SIGNED_URL_MS / 2 });
		return url;
	}

	/** Where the bytes of a new file are to be sent with PUT. */
	forUpload(file: MediaFile): string {
		return this.sign(file, 'upload', this.clock.now().getTime() + SIGNED_URL_MS);
	}

	/** Why a signed link is refused, or `undefined` if it holds. */
	fault(fileId: string, query: Record<string, string | undefined>): string | undefined {
		const { expires = '', disposition = '', signature } = query;
		if (!isSameSecret(signature, this.signature(fileId, disposition, expires)))
			return 'SignatureDoesNotMatch';
		return this.clock.now().getTime() > Number(expires) ? 'ExpiredToken' : undefined;
	}

	private publicPath(file: MediaFile): string {
		return `/public/${file.storage_id}/${file.id}/${encodeURIComponent(file.filename)}`;
	}

	private sign(file: MediaFile, disposition: string, expiresAt: number): string {
		const expires = String(expiresAt);
		const query = new URLSearchParams({
			expires,
			disposition,
			// A fresh link differs from an earlier one even when it ends at the same moment.
			nonce: randomBytes(4).toString('hex'),
			signature: this.signature(file.id, disposition, expires),
		});
		const name = encodeURIComponent(file.filename);
		return `${this.store.origin}/storage/${file.storage_id}/${file.id}/${name}?${query.toString()}`;
	}

	private signature(fileId: string, disposition: string, expires: string): string {
		return createHmac('sha256', this.key)
			.update(`${fileId}\n${disposition}\n${expires}`)
			.digest('hex');
	}
}
