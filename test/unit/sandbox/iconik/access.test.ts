import axios from 'axios';
import { demoAssets } from '../../../../sandbox/iconik';
import { startSandbox, type Sandbox } from './client';

describe('access to the API', () => {
	let sandbox: Sandbox;
	const asset = `/assets/v1/assets/${demoAssets.approved}/`;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});
	afterEach(async () => await sandbox.close());

	it.each([
		['no headers', {}],
		['a wrong token', { 'App-ID': 'right', 'Auth-Token': 'wrong' }],
		['the token of another application', { 'App-ID': 'wrong', 'Auth-Token': 'right' }],
	])('is refused with 401 for %s', async (_name, wanted: Record<string, string>) => {
		const { baseUrl, appId, authToken } = sandbox.connection;
		const headers = {
			...('App-ID' in wanted && { 'App-ID': wanted['App-ID'] === 'right' ? appId : 'x' }),
			...('Auth-Token' in wanted && {
				'Auth-Token': wanted['Auth-Token'] === 'right' ? authToken : 'x',
			}),
		};
		const answer = await axios.get(`${baseUrl}/API${asset}`, {
			headers,
			validateStatus: () => true,
		});
		expect(answer.status).toBe(401);
		expect(answer.data).toEqual({ errors: ['Token is invalid'] });
	});

	it('tells who calls and in which tenant', async () => {
		const { data } = await sandbox.api.get('/users/v1/users/current/');
		expect(data).toMatchObject({
			email: 'integration@haldenoutdoor.example',
			system_domain_id: sandbox.connection.systemDomainId,
		});
	});

	it('ends when the token is revoked', async () => {
		await sandbox.act('revoke-token');
		expect((await sandbox.api.get(asset)).status).toBe(401);
	});

	it('is refused with 403 for what a role is missing for, until it is given back', async () => {
		await sandbox.act('set-role', { role: 'can_read_assets', granted: false });
		const refused = await sandbox.api.get(asset);
		expect(refused.status).toBe(403);
		expect(refused.data).toEqual({ errors: [expect.any(String)] });
		expect((await sandbox.api.get('/metadata/v1/views/')).status).toBe(200);
		await sandbox.act('set-role', { role: 'can_read_assets', granted: true });
		expect((await sandbox.api.get(asset)).status).toBe(200);
	});

	it('does not find a path without its final slash', async () => {
		const { baseUrl, appId, authToken } = sandbox.connection;
		const answer = await axios.get(`${baseUrl}/API${asset.slice(0, -1)}`, {
			headers: { 'App-ID': appId, 'Auth-Token': authToken },
			maxRedirects: 0,
			validateStatus: () => true,
		});
		expect(answer.status).toBe(404);
		expect(answer.data).toEqual({ errors: [expect.any(String)] });
	});

	it('names the fields of a body that does not fit', async () => {
		const { status, data } = await sandbox.api.post('/assets/v1/assets/', { is_blocked: 'no' });
		expect(status).toBe(400);
		expect(data).toEqual({
			errors: { title: 'Missing data for required field.', is_blocked: 'Not a valid boolean.' },
		});
	});

	it('answers 429 to the 51st call of a second and tells how many are left before', async () => {
		const { baseUrl, appId, authToken } = sandbox.connection;
		const client = axios.create({
			headers: { 'App-ID': appId, 'Auth-Token': authToken },
			validateStatus: () => true,
		});
		const calls = Array.from(
			{ length: 60 },
			async () => await client.get(`${baseUrl}/API${asset}`),
		);
		const answers = await Promise.all(calls);
		expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
		expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(50);
		const left = answers.map(({ headers }) => Number(headers['ratelimit-remaining']));
		expect(Math.max(...left)).toBe(49);
		expect(Math.min(...left)).toBe(0);
	});

	it('shows the calls in the log without the token', async () => {
		await sandbox.api.get(asset);
		const log = JSON.stringify(await sandbox.control('log'));
		expect(log).toContain(demoAssets.approved);
		expect(log).not.toContain(sandbox.connection.authToken);
	});
});
