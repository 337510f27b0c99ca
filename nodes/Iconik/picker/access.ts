import { createHmac, randomBytes } from 'crypto';
import { isSameSecret } from '../../../lib/constantTime';

/** So long a page may ask without showing the key again; it then exchanges it anew. */
export const SESSION_MS = 30 * 60 * 1000;

/**
 * The key that the picker's page shows, derived from the auth token, so that no state is kept and nothing of the token can be read
 * from it. It is in the configuration of the field and so can be read by every editor: it opens the search within the node's scope
 * and nothing else. Another name or another token makes another key; those given out before are void at once.
 */
export function accessKey(authToken: string, accessName: string): string {
	return derive(authToken, 'n8n-iconik-picker-access', accessName);
}

/** What a session holds for: one node of one workflow, under one name of access. The scope is never in it, so it cannot be outdated. */
export interface SessionHolder {
	authToken: string;
	accessName: string;
	/** Tells one picker from another. */
	node: string;
}

/** A signed session. Nobody has to remember it: it says itself until when it holds. */
export function openSession(holder: SessionHolder, now: number): { token: string; ends: number } {
	const ends = now + SESSION_MS;
	const content = `${ends}.${randomBytes(12).toString('base64url')}`;
	return { token: `${content}.${signature(holder, content)}`, ends };
}

/** The name of a session that is ours and has not ended, else `undefined`. */
export function sessionOf(holder: SessionHolder, token: unknown, now: number): string | undefined {
	if (typeof token !== 'string' || token.length > 200) return undefined;
	const [ends = '', name = '', proof, ...rest] = token.split('.');
	if (rest.length > 0 || !isSameSecret(proof, signature(holder, `${ends}.${name}`)))
		return undefined;
	return Number(ends) > now ? name : undefined;
}

function signature({ authToken, accessName, node }: SessionHolder, content: string): string {
	const secret = derive(authToken, 'n8n-iconik-picker-session', accessName);
	return derive(secret, node, content);
}

/** Parts are kept apart by their lengths, so that no two lists of parts are signed alike. */
function derive(secret: string, ...parts: string[]): string {
	const text = parts.map((part) => `${part.length}:${part}`).join('|');
	return createHmac('sha256', secret).update(text).digest('hex');
}
