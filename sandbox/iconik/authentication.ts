import type { IncomingHttpHeaders } from 'http';
import { isSameSecret } from '../../lib/constantTime';
import { Refusal } from './answers';
import { newId } from './ids';
import type { Token, User } from './model';
import type { Store } from './store';
import type { Tenant } from './tenant';

const invalid = (): Refusal => new Refusal(401, ['Token is invalid']);

/** Who calls, by the App-ID and Auth-Token headers. A wrong, revoked or expired pair is refused with 401. */
export function userOf(
	{ store }: Tenant,
	headers: IncomingHttpHeaders,
): { user: User; token: string } {
	const token = findToken(store, headers);
	const user = token && store.users.get(token.user_id);
	if (!user || user.status !== 'ACTIVE') throw invalid();
	return { user, token: token.token };
}

/** The valid token that these headers carry, if any. */
export function findToken(store: Store, headers: IncomingHttpHeaders): Token | undefined {
	const given = headers['auth-token'];
	const now = store.now();
	return [...store.tokens.values()].find(
		({ token, app_id, expires }) =>
			isSameSecret(given, token) &&
			isSameSecret(headers['app-id'], app_id) &&
			(expires === undefined || expires > now),
	);
}

/** Makes a token for a user. Without a lifetime it holds until it is revoked, as application tokens do. */
export function issueToken(
	store: Store,
	{
		appId,
		userId,
		token,
		lifeMs,
	}: { appId: string; userId: string; token: string; lifeMs?: number },
): Token {
	const issued: Token = {
		id: newId(),
		token,
		app_id: appId,
		user_id: userId,
		date_created: store.now(),
	};
	if (lifeMs !== undefined)
		issued.expires = new Date(store.clock.now().getTime() + lifeMs).toISOString();
	store.tokens.set(issued.id, issued);
	return issued;
}
