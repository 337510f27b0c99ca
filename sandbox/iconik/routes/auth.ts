import { randomBytes } from 'crypto';
import { z } from 'zod';
import { isSameSecret } from '../../../lib/constantTime';
import { compact, created, found, noContent, ok, omit, Refusal, type Answer } from '../answers';
import type { Api, Call } from '../api';
import { issueToken } from '../authentication';
import { newId } from '../ids';
import type { Token } from '../model';
import { keyset } from '../paging';
import type { Store } from '../store';
import { email, nonEmpty, text, uuid } from '../schemas';
import type { Tenant } from '../tenant';

const login = z.object({ email, password: nonEmpty, app_name: text.optional() });
const SESSION_MS = 12 * 3_600_000;

const app = z.object({
	name: nonEmpty,
	url: text.nullish(),
	description: text.nullish(),
	default_user_id: uuid.nullish(),
});

export function authRoutes(api: Api): void {
	const base = '/v1/auth/token/';
	api.on('GET', 'auth', base, '', (call) => ok(tokenBody(call.tenant.store, tokenIn(call))));
	api.on('PUT', 'auth', base, '', (call) => {
		const old = tokenIn(call);
		call.tenant.store.tokens.delete(old.id);
		return ok(withSecret(call, fresh(call.tenant.store, old.app_id, old.user_id)));
	});
	api.on('POST', 'auth', base, '', (call) => {
		const { app_id, user_id } = tokenIn(call);
		return created(withSecret(call, fresh(call.tenant.store, app_id, user_id)));
	});
	api.on('DELETE', 'auth', base, '', (call) => {
		call.tenant.store.tokens.delete(tokenIn(call).id);
		return ok();
	});
	api.on('GET', 'auth', '/v1/auth/tokens/', '', (call) =>
		keyset(
			call,
			[...call.tenant.store.tokens.values()].filter(({ user_id }) => user_id === call.user.id),
			(token: Token) => tokenBody(call.tenant.store, token),
		),
	);
	api.on('GET', 'auth', `${base}:token_id/`, '', (call) =>
		ok(tokenBody(call.tenant.store, tokenById(call))),
	);
	api.on('DELETE', 'auth', `${base}:token_id/`, '', (call) => {
		call.tenant.store.tokens.delete(tokenById(call).id);
		return ok();
	});
	appRoutes(api);
	api.open('POST', 'auth', '/v1/auth/simple/login/', logIn);
}

/** A person's own token, by address and password. It ends by itself. */
function logIn({ store }: Tenant, read: Call['read']): Answer {
	const sent = read(login);
	const user = [...store.users.values()].find((one) => one.email === sent.email);
	const expected = user?.status === 'ACTIVE' ? store.passwords.get(user.id) : undefined;
	if (!user || expected === undefined || !isSameSecret(sent.password, expected))
		throw new Refusal(401, ['Invalid email or password']);
	const secret = randomBytes(24).toString('base64url');
	const session = { appId: store.appId, userId: user.id, token: secret, lifeMs: SESSION_MS };
	const { systemDomainId: system_domain_id } = store;
	return created({
		...omit(tokenBody(store, issueToken(store, session)), 'auth_system_domains'),
		auth_system_domains: [{ system_domain_id, system_domain_name: 'Sandbox', token: secret }],
	});
}

function appRoutes(api: Api): void {
	const appOf = ({ tenant, params }: Call) =>
		found(tenant.store.apps.get(params.app_id ?? ''), 'Application');
	api.on('GET', 'auth', '/v1/apps/', 'can_read_apps', (call) =>
		keyset(call, [...call.tenant.store.apps.values()]),
	);
	api.on('POST', 'auth', '/v1/apps/', 'can_write_apps', (call) => {
		const { store } = call.tenant;
		const sent = compact(call.read(app));
		const now = store.now();
		const dates = { date_created: now, date_modified: now };
		const made = { ...sent, ...dates, id: newId(), system_domain_id: store.systemDomainId };
		store.apps.set(made.id, made);
		return created(made);
	});
	api.on('GET', 'auth', '/v1/apps/:app_id/', 'can_read_apps', (call) => ok(appOf(call)));
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'auth', '/v1/apps/:app_id/', 'can_write_apps', (call) => {
			const sent = call.read(method === 'PUT' ? app : app.partial());
			const date_modified = call.tenant.store.now();
			return ok(Object.assign(appOf(call), compact(sent), { date_modified }));
		});
	api.on('DELETE', 'auth', '/v1/apps/:app_id/', 'can_delete_apps', (call) => {
		call.tenant.store.apps.delete(appOf(call).id);
		return noContent();
	});
	api.on('POST', 'auth', '/v1/apps/:app_id/token/', 'can_read_apps', (call) => {
		const { id, default_user_id } = appOf(call);
		const userId = String(default_user_id ?? call.user.id);
		return ok(withSecret(call, fresh(call.tenant.store, id, userId)));
	});
}

function fresh(store: Store, appId: string, userId: string): Token {
	return issueToken(store, { appId, userId, token: randomBytes(24).toString('base64url') });
}

function tokenIn({ tenant, token: secret }: Call): Token {
	return found(
		[...tenant.store.tokens.values()].find(({ token }) => token === secret),
		'Token',
	);
}

function tokenById({ tenant, params }: Call): Token {
	return found(tenant.store.tokens.get(params.token_id ?? ''), 'Token');
}

/** A token as it is shown: without the secret, which only the call that makes it gives out. */
function tokenBody(store: Store, token: Token): Record<string, unknown> {
	const shown = omit(token, 'token');
	const { systemDomainId, users } = store;
	return {
		...compact(shown),
		date_modified: shown.date_created,
		is_admin: users.get(shown.user_id)?.is_admin ?? false,
		is_mfa_authenticated: false,
		system_domain_id: systemDomainId,
		system_domain_status: 'ACTIVE',
		system_domains: [systemDomainId],
		auth_system_domains: [],
	};
}

function withSecret(call: Call, token: Token): Record<string, unknown> {
	return { ...tokenBody(call.tenant.store, token), token: token.token };
}
