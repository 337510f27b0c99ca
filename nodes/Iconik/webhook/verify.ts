import { createHmac } from 'crypto';
import { isSameSecret } from '../../../lib/constantTime';

/**
 * iconik signs nothing; it only sends the headers back that were registered with the address. They hold a secret that is
 * derived from the token, so that no state has to be kept, and that is good for one address, one tenant and one user alone.
 */
const HEADERS = {
	user: 'X-N8n-Iconik-User',
	tenant: 'X-N8n-Iconik-Tenant',
	proof: 'X-N8n-Iconik-Secret',
};

/** The user of the token, and the tenant (`system_domain_id`) that the user belongs to. */
export interface Identity {
	userId: string;
	tenantId: string;
}

/** The headers that iconik shall send with every event. */
export function signedHeaders(
	authToken: string,
	webhookUrl: string,
	{ userId, tenantId }: Identity,
): Record<string, string> {
	return {
		[HEADERS.user]: userId,
		[HEADERS.tenant]: tenantId,
		[HEADERS.proof]: secretOf(authToken, webhookUrl, { userId, tenantId }),
	};
}

/**
 * Who registered the address that was called, or `undefined` when the headers are missing or not ours.
 * @param headers with lower-case names
 * @param webhookUrls the addresses of this node: that of production and that of test runs
 */
export function verifyHeaders(
	headers: Record<string, unknown>,
	authToken: string,
	webhookUrls: readonly string[],
): Identity | undefined {
	const of = (name: string) => headers[name.toLowerCase()];
	const userId = of(HEADERS.user);
	const tenantId = of(HEADERS.tenant);
	if (typeof userId !== 'string' || typeof tenantId !== 'string') return undefined;
	const identity = { userId, tenantId };
	const given = of(HEADERS.proof);
	const isOurs = webhookUrls
		.map((url) => isSameSecret(given, secretOf(authToken, url, identity)))
		.includes(true);
	return isOurs ? identity : undefined;
}

function secretOf(authToken: string, webhookUrl: string, { userId, tenantId }: Identity): string {
	return createHmac('sha256', authToken)
		.update(`n8n-iconik-webhook|${webhookUrl}|${tenantId}|${userId}`)
		.digest('hex');
}
