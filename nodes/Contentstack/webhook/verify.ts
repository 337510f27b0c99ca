import { constants, createHash, createHmac, createPublicKey, verify } from 'crypto';
import { isSameSecret } from '../../../lib/constantTime';

/**
 * The headers that Contentstack is told to send with every delivery. They prove that a delivery comes from the webhook that this
 * node registered, and not from another one that points here. Nothing has to be kept: the secret is derived from the credential.
 */
export const HEADERS = {
	/** Who registered the webhook, where that is wanted. */
	user: 'X-N8n-Contentstack-User',
	proof: 'X-N8n-Contentstack-Secret',
};
const RSA_HEADER = 'x-contentstack-request-signature';
const HMAC_HEADER = 'x-contentstack-hmac-signature';

const SALT_LENGTH = 32;
/** How old a delivery may be. A retry carries a time stamp of its own. https://www.contentstack.com/docs/developers/set-up-webhooks */
const MAX_AGE_MS = 5 * 60 * 1000;

/** Headers of an incoming request, with names in lower case. */
export type IncomingHeaders = Record<string, unknown>;

/** The headers to register: the secret is good for one address and one user only. */
export function secretHeaders(key: string, url: string, user: string): Record<string, string> {
	return { ...(user && { [HEADERS.user]: user }), [HEADERS.proof]: secretOf(key, url, user) };
}

/** Tells secrets apart without saying anything about them: it changes with the credential and with the address. */
export function secretMark(key: string, url: string): string {
	return createHash('sha256')
		.update(secretOf(key, url, ''))
		.digest('hex')
		.slice(0, 8);
}

/**
 * The user named by a delivery from our own webhook (empty where none was registered), or `undefined` when it does not come from it.
 * @param urls the addresses of this node: that of production and that of test runs
 */
export function ownUser(
	headers: IncomingHeaders,
	key: string,
	urls: readonly string[],
): string | undefined {
	const user = headers[HEADERS.user.toLowerCase()] ?? '';
	if (typeof user !== 'string' || key === '') return undefined;
	const given = headers[HEADERS.proof.toLowerCase()];
	const isOurs = urls.map((url) => isSameSecret(given, secretOf(key, url, user))).includes(true);
	return isOurs ? user : undefined;
}

function secretOf(key: string, url: string, user: string): string {
	return createHmac('sha256', key).update(`n8n-contentstack-webhook|${url}|${user}`).digest('hex');
}

/** The value of the RSA signature header, if there is one. */
export function rsaSignature(headers: IncomingHeaders): string | undefined {
	return textOf(headers[RSA_HEADER]);
}

/** The value of the HMAC signature header, if there is one. */
export function hmacSignature(headers: IncomingHeaders): string | undefined {
	return textOf(headers[HMAC_HEADER]);
}

/**
 * Whether the service signed this body: RSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes. The documentation checks the
 * parsed body written anew, which is the same data, so that counts as well.
 * https://www.contentstack.com/docs/developers/set-up-webhooks/secure-your-webhooks
 * @param header `v1=<base64>`
 * @param publicKey in PEM
 */
export function isRsaSigned(raw: Buffer, header: string, publicKey: string): boolean {
	const signature = Buffer.from((header.split(',')[0] as string).replace(/^v\d+=/, ''), 'base64');
	try {
		const key = {
			key: createPublicKey(publicKey),
			padding: constants.RSA_PKCS1_PSS_PADDING,
			saltLength: SALT_LENGTH,
		};
		return [raw, rewritten(raw)].some(
			(bytes) => bytes !== undefined && verify('sha256', bytes, key, signature),
		);
	} catch {
		return false;
	}
}

/**
 * Whether the body was signed just now with the organization's shared secret. While one secret replaces another, a delivery carries a
 * signature of each, and either will do.
 * @param header `t=<seconds>,v1=<hex>[,v1=<hex>]`
 * @param now in milliseconds since 1970
 */
export function isHmacSigned(raw: Buffer, header: string, secret: string, now: number): boolean {
	const parts = header.split(',').map((part) => part.trim());
	const time = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
	if (secret === '' || !/^\d+$/.test(time) || !isRecent(Number(time) * 1000, now)) return false;
	const expected = createHmac('sha256', secret).update(`${time}.`).update(raw).digest('hex');
	return parts
		.filter((part) => part.startsWith('v1='))
		.map((part) => isSameSecret(part.slice(3), expected))
		.includes(true);
}

/** Whether the body's own time stamp is at most five minutes away from now, in either direction. */
export function isFresh(triggeredAt: unknown, now: number): boolean {
	return typeof triggeredAt === 'string' && isRecent(Date.parse(triggeredAt), now);
}

function isRecent(time: number, now: number): boolean {
	return Math.abs(now - time) <= MAX_AGE_MS;
}

function rewritten(raw: Buffer): Buffer | undefined {
	try {
		return Buffer.from(JSON.stringify(JSON.parse(raw.toString('utf8'))));
	} catch {
		return undefined;
	}
}

function textOf(header: unknown): string | undefined {
	return typeof header === 'string' && header !== '' ? header : undefined;
}
