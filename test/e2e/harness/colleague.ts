import { N8nInstance } from '../../../sandbox/n8n/instance';

/**
 * Another user of the same n8n, as its owner invites one: with no workflow and no credential yet, so nothing that other tests have left
 * is in the way.
 */
export async function inviteColleague({ api, url }: N8nInstance, name: string) {
	const login = { email: `${name}@sandbox.example`, password: 'N8n-colleague-1' };
	const [invited] = await api.call<Array<{ user: { inviteAcceptUrl: string } }>>(
		'POST',
		'/rest/invitations',
		[{ email: login.email, role: 'global:member' }],
	);
	const token = new URL(String(invited?.user.inviteAcceptUrl)).searchParams.get('token');
	const names = { firstName: 'Sandbox', lastName: name };
	await api.call('POST', '/rest/invitations/accept', { ...names, token, password: login.password });
	return await N8nInstance.connect(url, login);
}
