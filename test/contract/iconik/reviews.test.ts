import type { INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { byId, call, run, video } from './library';

const service = withIconik({ seed: 'demo' });

interface Person {
	id: string;
	email: string;
}

const of = (operation: string, assetId: string, more: INodeParameters = {}) => ({
	resource: 'review',
	operation,
	assetId: byId(assetId),
	...more,
});
const people = async () =>
	(await call<{ objects: Person[] }>(service, 'GET', 'users/v1/users/basic/?per_page=100')).objects;
const person = async (name: string) =>
	String((await people()).find(({ email }) => email.startsWith(name))?.id);
const group = async () =>
	String(
		(await call<{ objects: Person[] }>(service, 'GET', 'users/v1/groups/basic/')).objects[0]?.id,
	);
const writes = async () =>
	(await service.calls('write')).map(({ method, path }) =>
		`${method} ${path}`.replace(/[0-9a-f-]{36}/g, '*'),
	);

describe('Review: Request', () => {
	it('asks users, groups and externals, and asks nobody twice', async () => {
		const { asset_id, version_id } = await video(service);
		const asked = {
			users: [await person('henrik')],
			groups: [await group()],
			externals: 'legal@example.com, agency@example.com',
			minNumber: 2,
		};
		const first = await run(service, of('request', asset_id, asked));
		expect(first.json).toMatchObject([
			{
				result: 'created',
				asset_id,
				version_id,
				status: 'REQUESTED',
				users: asked.users,
				groups: asked.groups,
				externals: ['legal@example.com', 'agency@example.com'],
				min_number: 2,
			},
		]);
		await service.clearLog();
		const second = await run(service, of('request', asset_id, asked));
		expect(second.json).toMatchObject([{ result: 'unchanged' }]);
		expect(await writes()).toEqual([]);
		const third = await run(service, of('request', asset_id, { ...asked, minNumber: 1 }));
		expect(third.json).toMatchObject([{ result: 'updated', min_number: 1 }]);
	});

	it('takes groups by name from an expression, and says which one iconik does not have', async () => {
		const { asset_id } = await video(service);
		const legal = '={{ ["Legal"] }}';
		const { json } = await run(service, of('request', asset_id, { groups: legal }));
		expect(json[0]?.groups).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
		const unknown = await run(service, of('request', asset_id, { groups: '={{ ["Nobody"] }}' }));
		expect(unknown.error?.message).toBe('iconik has no group "Nobody"');
	});

	it('mails a share with a message and an end, once', async () => {
		const { asset_id } = await video(service);
		const asked = {
			externals: 'legal@example.com',
			shareKind: 'mail',
			message: 'Please look at the claim in the last scene.',
			expiresDays: 7,
			shareTitle: 'Legal check',
		};
		const { json } = await run(service, of('request', asset_id, asked));
		await run(service, of('request', asset_id, asked));
		const { shares } = await service.state<{ shares: Array<Record<string, unknown>> }>();
		const made = shares.filter(({ object_id }) => object_id === asset_id);
		expect(made).toMatchObject([
			{
				id: json[0]?.share_id,
				title: 'Legal check',
				message: asked.message,
				is_approval: true,
				allow_setting_approve_status: true,
				allow_download: false,
			},
		]);
		const days = (Date.parse(String(made[0]?.expires)) - Date.now()) / 86_400_000;
		expect(Math.round(days)).toBe(7);
	});

	it('gives the link on request', async () => {
		const { asset_id } = await video(service);
		const asked = { externals: 'legal@example.com', shareKind: 'link' };
		const { json } = await run(service, of('request', asset_id, asked));
		expect(json[0]?.share_url).toMatch(/^http/);
		const stored = await call(service, 'GET', `assets/v1/assets/${asset_id}/approvals/request/`);
		expect(stored).toMatchObject({ share_id: json[0]?.share_id, externals: ['legal@example.com'] });
	});

	it('has asked although sharing is switched off, and says so', async () => {
		const { asset_id } = await video(service);
		await service.act('set-sharing', { enabled: false });
		const asked = { externals: 'legal@example.com', shareKind: 'link' };
		const { error } = await run(service, of('request', asset_id, asked));
		await service.act('set-sharing', { enabled: true });
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.description).toContain('administrator switched the feature off');
		expect((await run(service, of('get', asset_id))).json).toMatchObject([{ status: 'REQUESTED' }]);
	});

	it.each([
		[{}, 'Nobody is asked to review'],
		[{ externals: 'a@example.com', minNumber: 2 }, '2 approvals are needed, but only 1'],
		[{ groups: ['g1'], shareKind: 'mail' }, 'There is nobody to send the mail to'],
	])('refuses %j before anything is written', async (asked, message) => {
		const { asset_id } = await video(service);
		await service.clearLog();
		const { error } = await run(service, of('request', asset_id, asked));
		expect(error?.message).toContain(message);
		expect(await writes()).toEqual([]);
	});

	it('tells iconik’s words about a wrong address, and the role that is missing', async () => {
		const { asset_id } = await video(service);
		const bad = await run(service, of('request', asset_id, { externals: 'nobody' }));
		expect(bad.error?.message).toContain('Not a valid email address');
		await service.act('set-role', { role: 'can_write_approval_request', granted: false });
		const { error } = await run(service, of('request', asset_id, { externals: 'a@example.com' }));
		await service.act('set-role', { role: 'can_write_approval_request', granted: true });
		expect(error?.description).toContain('can_write_approval_request');
	});
});

describe('Review: Approve and Reject', () => {
	it('votes as the integration, as a user and as somebody outside, until reviewers disagree', async () => {
		const { asset_id, version_id } = await video(service);
		const henrik = await person('henrik');
		const votes: Array<[string, INodeParameters, string]> = [
			['approve', {}, 'APPROVED'],
			['approve', { options: { user: henrik } }, 'APPROVED'],
			['reject', { options: { external: 'legal@example.com' } }, 'MIXED'],
		];
		for (const [operation, more, status] of votes)
			expect((await run(service, of(operation, asset_id, more))).json).toMatchObject([
				{ asset_id, version_id, status },
			]);
		const { json } = await run(service, of('getManyVotes', asset_id));
		expect(json).toMatchObject([
			{ status: 'APPROVED' },
			{ status: 'APPROVED', user: henrik },
			{ status: 'NOT_APPROVED', external: 'legal@example.com' },
		]);
		expect((await run(service, of('getManyVotes', asset_id, { limit: 1 }))).json).toHaveLength(1);
	});

	it('does not let a vote for an old version count for the latest', async () => {
		const { asset_id, version_id } = await video(service);
		await service.act('add-version', { asset_id });
		await service.clearLog();
		const { error } = await run(service, of('approve', asset_id, { versionId: byId(version_id) }));
		expect(error?.message).toBe('This version is not the latest any more');
		expect(await writes()).toEqual([]);
	});

	it('names the role that is missing', async () => {
		const { asset_id } = await video(service);
		await service.act('set-role', { role: 'can_write_approval_status', granted: false });
		const { error } = await run(service, of('reject', asset_id));
		await service.act('set-role', { role: 'can_write_approval_status', granted: true });
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.description).toContain('can_write_approval_status');
	});
});

describe('Review: Get', () => {
	it('gives the state of the latest or of a chosen version', async () => {
		const { asset_id, version_id } = await video(service);
		await run(service, of('request', asset_id, { externals: 'legal@example.com' }));
		await run(service, of('approve', asset_id, { options: { external: 'legal@example.com' } }));
		await service.act('add-version', { asset_id });
		expect((await run(service, of('get', asset_id))).json).toMatchObject([
			{ status: 'N/A', is_requested: false, approved_by: [] },
		]);
		const old = await run(service, of('get', asset_id, { versionId: byId(version_id) }));
		expect(old.json).toMatchObject([
			{
				version_id,
				status: 'APPROVED',
				is_requested: true,
				approved_by: ['legal@example.com'],
				rejected_by: [],
			},
		]);
	});

	it('does not take an unknown asset for one that nobody was asked about', async () => {
		const { error } = await run(service, of('get', '00000000-0000-11ee-8000-000000000000'));
		expect(error).toMatchObject({ httpCode: '404' });
	});
});

describe('Review: Cancel', () => {
	it('takes the request back, with the votes on request, and may come twice', async () => {
		const { asset_id } = await video(service);
		await run(service, of('request', asset_id, { externals: 'legal@example.com' }));
		await run(service, of('reject', asset_id));
		expect((await run(service, of('cancel', asset_id))).json).toEqual([
			{ deleted: true, asset_id, was_requested: true },
		]);
		expect((await run(service, of('get', asset_id))).json).toMatchObject([
			{ status: 'NOT_APPROVED', is_requested: false },
		]);
		const again = await run(service, of('cancel', asset_id, { removeVotes: true }));
		expect(again.json).toEqual([{ deleted: true, asset_id, was_requested: false }]);
		expect((await run(service, of('get', asset_id))).json).toMatchObject([{ status: 'N/A' }]);
	});
});
