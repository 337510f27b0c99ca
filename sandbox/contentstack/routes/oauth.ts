import { createHash, randomBytes } from 'crypto';
import type { FastifyInstance } from 'fastify';
import { isSameSecret } from '../../../lib/constantTime';
import { QueryString } from '../query/queryString';
import type { Service } from '../service';
import { credential } from '../stack';
import { newUid } from '../uids';

/** The one OAuth app that the sandbox knows. */
export const SANDBOX_APP = { clientId: 'sandbox-app', clientSecret: 'sandbox-app-secret' };

const FORM = 'application/x-www-form-urlencoded';
const CODE_MS = 60_000;
const TOKEN_SECONDS = 3600;
const GRANTS = ['authorization_code', 'refresh_token', 'client_credentials'];

/** The app host's OAuth 2 addresses: a user who agrees at once, and the exchange of codes and refresh tokens for access tokens. */
export function oauthRoutes(app: FastifyInstance, service: Service): void {
	const codes = new Map<string, { redirect: string; challenge?: string }>();
	const refreshTokens = new Set<string>();

	// Elsewhere forms are refused; the token addresses take nothing else.
	app.removeContentTypeParser(FORM);
	app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, text, done) =>
		done(null, Object.fromEntries(new URLSearchParams(String(text)))),
	);

	app.get('/apps/:app/authorize', (request, reply) => {
		const query = new QueryString(request.url);
		const redirect = query.one('redirect_uri') ?? '';
		if (!URL.canParse(redirect) || query.one('client_id') !== SANDBOX_APP.clientId)
			return reply.code(400).send({ error: 'invalid_request' });
		const code = randomBytes(16).toString('hex');
		const challenge = query.one('code_challenge');
		codes.set(code, { redirect, ...(challenge !== undefined && { challenge }) });
		service.simulator.clock.after(CODE_MS, () => void codes.delete(code));
		const target = new URL(redirect);
		target.searchParams.set('code', code);
		target.searchParams.set('location', 'NA');
		const state = query.one('state');
		if (state !== undefined) target.searchParams.set('state', state);
		return reply.redirect(target.toString());
	});

	for (const path of ['/apps-api/token', '/token']) {
		app.post<{ Body: Record<string, string> }>(path, ({ body }, reply) => {
			const fault = grantFault(body);
			if (fault !== undefined) return reply.code(400).send({ error: fault });
			return issue(body.grant_type === 'client_credentials' ? 'app' : 'user');
		});
	}

	function grantFault(body: Record<string, string>): string | undefined {
		const {
			grant_type: grant,
			client_id: client,
			client_secret: secret,
			code_verifier: verifier,
		} = body;
		if (!grant || !GRANTS.includes(grant)) return 'unsupported_grant_type';
		const code = codes.get(body.code ?? '');
		codes.delete(body.code ?? '');
		const hasProof =
			isSameSecret(secret, SANDBOX_APP.clientSecret) ||
			(code?.challenge !== undefined &&
				verifier !== undefined &&
				code.challenge === challengeOf(verifier));
		if (client !== SANDBOX_APP.clientId || !hasProof) return 'invalid_client';
		if (grant === 'authorization_code' && code?.redirect !== body.redirect_uri)
			return 'invalid_grant';
		if (grant === 'refresh_token' && !refreshTokens.delete(body.refresh_token ?? ''))
			return 'invalid_grant';
		return undefined;
	}

	function issue(authorization: 'app' | 'user') {
		const { stack, simulator } = service;
		const [user] = stack.users;
		const access = credential(
			'oauth',
			'OAuth app',
			`cs${randomBytes(20).toString('hex')}`,
			true,
			user?.uid ?? newUid(),
		);
		stack.credentials.push(access);
		simulator.clock.after(TOKEN_SECONDS * 1000, () => {
			access.revoked = true;
		});
		const refresh = randomBytes(20).toString('hex');
		refreshTokens.add(refresh);
		return {
			access_token: access.secret,
			refresh_token: refresh,
			token_type: 'Bearer',
			expires_in: TOKEN_SECONDS,
			location: 'NA',
			organization_uid: stack.orgUid,
			authorization_type: authorization,
			user_uid: access.user,
		};
	}
}

function challengeOf(verifier: string): string {
	return createHash('sha256').update(verifier).digest('base64url');
}
