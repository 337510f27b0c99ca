import axios from 'axios';
import { demoAssets, demoIds } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { startSandbox, type Sandbox } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const post = async (path: string, body?: object) => {
	const { status, data } = await sandbox.api.post<Record<string, string>>(path, body);
	expect(status).toBe(201);
	return data;
};

describe('a person', () => {
	const login = async (password: string) =>
		await axios.post(
			`${sandbox.connection.baseUrl}/API/auth/v1/auth/simple/login/`,
			{ email: 'new@haldenoutdoor.example', password },
			{ validateStatus: () => true },
		);

	it('is made in a group, logs in, and no longer once deleted', async () => {
		const group = await post('/users/v1/groups/', { name: 'Freelance' });
		const user = await post('/users/v1/users/', {
			email: 'new@haldenoutdoor.example',
			first_name: 'New',
			type: 'STANDARD',
			groups: [group.id],
			password: 'correct horse',
		});
		expect(user).toMatchObject({ groups: [group.id], primary_group: group.id });
		expect((await login('wrong')).status).toBe(401);
		const { status, data } = await login('correct horse');
		expect([status, data.user_id]).toEqual([201, user.id]);
		const headers = { 'App-ID': data.app_id, 'Auth-Token': data.auth_system_domains[0].token };
		const current = await sandbox.api.get('/users/v1/users/current/', { headers });
		expect(current.data).toMatchObject({ first_name: 'New', status: 'ACTIVE' });
		expect((await sandbox.api.delete(`/users/v1/users/${user.id}/`)).status).toBe(204);
		expect((await login('correct horse')).status).toBe(401);
	});

	it('leaves a group that is deleted', async () => {
		const group = await post('/users/v1/groups/', { name: 'Short-lived' });
		const member = `/users/v1/users/${demoIds.users.media}/`;
		await sandbox.api.patch(member, { groups: [group.id] });
		const renamed = await sandbox.api.patch(`/users/v1/groups/${group.id}/`, { name: 'Gone soon' });
		expect(renamed.data.name).toBe('Gone soon');
		await sandbox.api.delete(`/users/v1/groups/${group.id}/`);
		expect((await sandbox.api.get(member)).data.groups).toEqual([]);
	});
});

it('one user or group is given rights on an object, and loses them again', async () => {
	const list = `/acls/v1/acl/assets/${demoAssets.image}/`;
	const own = `/acls/v1/users/${demoIds.users.legal}/acl/assets/${demoAssets.image}/`;
	expect((await sandbox.api.get(own)).status).toBe(404);
	expect((await sandbox.api.put(own, { permissions: ['read'] })).status).toBe(201);
	expect((await sandbox.api.put(own, { permissions: ['read', 'write'] })).status).toBe(200);
	expect((await sandbox.api.get(list)).data.users_acl).toEqual([
		{ user_id: demoIds.users.legal, permissions: ['read', 'write'] },
	]);
	expect((await sandbox.api.delete(own)).status).toBe(204);
	expect((await sandbox.api.get(list)).data.users_acl).toEqual([]);
});

it('templates of rights are kept by name', async () => {
	const { id } = await post('/acls/v1/acl/templates/', { name: 'Agency' });
	const path = `/acls/v1/acl/templates/${id}/`;
	await sandbox.api.patch(path, { name: 'Agencies' });
	const { data } = await sandbox.api.get('/acls/v1/acl/templates/');
	expect(data.objects).toMatchObject([{ id, name: 'Agencies' }]);
	const used = await sandbox.api.post(`${path}assets/${demoAssets.image}/`);
	expect(used.status).toBe(200);
	expect((await sandbox.api.delete(path)).status).toBe(204);
	expect((await sandbox.api.get(path)).status).toBe(404);
});

it('speech becomes segments, and the version says in which language', async () => {
	const path = `/transcode/v1/transcribe/assets/${demoAssets.audio}/profiles/default/`;
	const { job_id } = await post(path, { language: 'nb' });
	await eventually(async () =>
		expect((await sandbox.api.get(`/jobs/v1/jobs/${job_id}/`)).data.status).toBe('FINISHED'),
	);
	const { data } = await sandbox.api.get(`/assets/v1/assets/${demoAssets.audio}/`);
	const spoken = (data.versions as Array<{ transcribed_languages: string[] }>).flatMap(
		({ transcribed_languages }) => transcribed_languages,
	);
	expect(spoken).toContain('nb');
	const vtt = await sandbox.api.get<string>(`/assets/v1/assets/${demoAssets.audio}/segments/vtt/`);
	expect(vtt.data).toContain(String(data.title).split(' ')[0]);
});
