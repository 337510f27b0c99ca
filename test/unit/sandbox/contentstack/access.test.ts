import { bench, eventually, FILM, unlimited, type Bench } from './client';

let stack: Bench;
beforeAll(async () => {
	stack = unlimited(await bench());
});
afterAll(async () => await stack.close());

const call = async (headers: Record<string, string>) =>
	await stack.cma.get('/locales', { headers: { authorization: false, ...headers } });

describe('who may call the Management API', () => {
	it('lets a management token in as it is, and tells the allowance', async () => {
		const { status, headers } = await call({ authorization: stack.connection.managementToken });
		expect(status).toBe(200);
		expect(headers['x-ratelimit-limit']).toBe('10');
		expect(Number(headers['x-ratelimit-remaining'])).toBeLessThan(10);
	});

	it('refuses a management token after Bearer', async () => {
		const { status, data } = await call({
			authorization: `Bearer ${stack.connection.managementToken}`,
		});
		expect(status).toBe(401);
		expect(data.error_code).toBe(105);
	});

	it('refuses a call without any token', async () => {
		expect((await call({})).status).toBe(401);
	});

	it('refuses an unknown stack before it looks at the token', async () => {
		const { status, data } = await call({ api_key: 'blt0000000000000000', authorization: 'x' });
		expect(status).toBe(412);
		expect(data).toMatchObject({ error_code: 109, errors: { api_key: ['is not valid.'] } });
	});

	it('lets OAuth tokens and sessions in where each belongs', async () => {
		await stack.act('add-token', {
			kind: 'oauth',
			name: 'app',
			secret: 'oauth-secret',
			person: 'Ann',
		});
		await stack.act('add-token', {
			kind: 'authtoken',
			name: 'ann',
			secret: 'session-1',
			person: 'Ann',
		});
		expect((await call({ authorization: 'Bearer oauth-secret' })).status).toBe(200);
		expect((await call({ authorization: 'oauth-secret' })).status).toBe(401);
		expect((await call({ authtoken: 'session-1' })).status).toBe(200);
	});

	it('shuts a revoked token out', async () => {
		await stack.act('add-token', { kind: 'management', name: 'old', secret: 'cs-old-token' });
		await stack.act('invalidate-token', { name: 'old' });
		expect((await call({ authorization: 'cs-old-token' })).status).toBe(401);
	});

	it('lets a read-only token read and nothing else', async () => {
		await stack.act('add-token', {
			kind: 'management',
			name: 'reader',
			secret: 'cs-reader',
			canWrite: false,
		});
		const headers = { authorization: 'cs-reader' };
		expect((await stack.cma.get('/locales', { headers })).status).toBe(200);
		const written = await stack.cma.post('/content_types', { content_type: FILM }, { headers });
		expect(written).toMatchObject({ status: 401, data: { error_code: 161 } });
	});
});

describe('OAuth', () => {
	const token = async (fields: Record<string, string>) =>
		await stack.cma.post(
			`${stack.connection.appUrl}/apps-api/token`,
			new URLSearchParams({
				client_id: 'sandbox-app',
				client_secret: 'sandbox-app-secret',
				...fields,
			}),
		);

	it('gives tokens for a code once, renews them, and ends them after an hour', async () => {
		const redirect = 'http://localhost/back';
		const { headers } = await stack.cma.get(`${stack.connection.appUrl}/apps/any/authorize`, {
			params: {
				response_type: 'code',
				client_id: 'sandbox-app',
				redirect_uri: redirect,
				state: 's',
			},
			maxRedirects: 0,
		});
		const target = new URL(String(headers.location));
		expect(target.searchParams.get('state')).toBe('s');
		const grant = {
			grant_type: 'authorization_code',
			redirect_uri: redirect,
			code: String(target.searchParams.get('code')),
		};
		const { data: first } = await token(grant);
		expect((await token(grant)).data).toEqual({ error: 'invalid_grant' });
		const { data: second } = await token({
			grant_type: 'refresh_token',
			refresh_token: first.refresh_token,
		});
		const bearer = { authorization: `Bearer ${second.access_token}` };
		expect((await call(bearer)).status).toBe(200);
		await stack.control.put('/clock', { advanceMs: 3_601_000 });
		await eventually(
			async () => await call(bearer),
			({ status }) => status === 401,
		);
	});
});

it('answers the same with a slash before the query', async () => {
	expect((await stack.cma.get('/locales/?limit=1')).data.locales).toHaveLength(1);
});

describe('branches', () => {
	it('keeps the content of branches apart', async () => {
		await stack.cma.post(
			'/content_types',
			{ content_type: FILM },
			{ headers: { branch: 'develop' } },
		);
		expect((await stack.cma.get('/content_types/film')).data.error_code).toBe(118);
		const there = await stack.cma.get('/content_types/film', { headers: { branch: 'develop' } });
		expect(there.status).toBe(200);
	});

	it('refuses an unknown branch with a branch error', async () => {
		const { status, data } = await stack.cma.get('/locales', { headers: { branch: 'nowhere' } });
		expect(status).toBe(422);
		expect(String(data.error_code)).toMatch(/^9\d\d$/);
	});
});
