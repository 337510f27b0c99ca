import type { INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { call, run } from './library';

const service = withIconik({ seed: 'demo', fresh: 'test' });

interface Access {
	groups_acl: Array<{ group_id: string; permissions: string[] }>;
	users_acl: Array<{ user_id: string; permissions: string[] }>;
}

const grant = async (collectionIds: string[], parameters: INodeParameters) =>
	await run(service, {
		resource: 'collection',
		operation: 'grantAccess',
		collectionIds: collectionIds.join(','),
		...parameters,
	});

const make = async (title: string) =>
	(await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', { title })).id;

const access = async (id: string) =>
	await call<Access>(service, 'GET', `acls/v1/acl/collections/${id}/`);

const groupId = async (name: string) => {
	type Groups = { objects: Array<{ id: string; name: string }> };
	const { objects } = await call<Groups>(service, 'GET', 'users/v1/groups/basic/');
	return String(objects.find((group) => group.name === name)?.id);
};

describe('Collection: Grant Access', () => {
	it('gives a group, by its name, access to many collections with one call', async () => {
		const ids = [await make('Video'), await make('Stills')];
		await service.clearLog();

		const { json } = await grant(ids, { groups: '={{ ["Media team"] }}', permissions: ['read'] });

		const media = await groupId('Media team');
		expect(json).toMatchObject([{ result: 'updated', granted: ids, groups: [media] }]);
		expect(await service.calls('write')).toHaveLength(1);
		for (const id of ids)
			expect((await access(id)).groups_acl).toEqual([{ group_id: media, permissions: ['read'] }]);
	});

	it('takes nothing from anybody', async () => {
		const id = await make('Video');
		const [media, legal] = [await groupId('Media team'), await groupId('Legal')];
		await grant([id], { groups: [media], permissions: ['delete'] });
		await grant([id], { groups: [legal], permissions: ['read'] });

		await grant([id], { groups: [media], permissions: ['read', 'write'] });

		expect((await access(id)).groups_acl).toEqual(
			expect.arrayContaining([
				{ group_id: media, permissions: ['delete', 'read', 'write'] },
				{ group_id: legal, permissions: ['read'] },
			]),
		);
	});

	it('writes nothing a second time', async () => {
		const id = await make('Video');
		await grant([id], { groups: '={{ ["media"] }}', permissions: ['read', 'write'] });
		await service.clearLog();

		const { json } = await grant([id], { groups: '={{ ["media"] }}', permissions: ['write'] });

		expect(json).toMatchObject([{ result: 'unchanged', already_there: [id] }]);
		expect(await service.calls('write')).toEqual([]);
	});

	it.each([
		['a group that is not there', { groups: '={{ ["Nobody"] }}' }, 'iconik has no group "Nobody"'],
		['nobody', { groups: [] }, 'Nobody is named to get access'],
		['no permission', { groups: '={{ ["Legal"] }}', permissions: [] }, 'No permission is chosen'],
	])('refuses %s', async (_what, parameters, message) => {
		const { error } = await grant([await make('Video')], parameters);
		expect(error?.message).toBe(message);
	});

	it('refuses when no collection is given', async () => {
		const collectionIds = '={{ $json.nothing }}';
		const { error } = await grant([], { collectionIds, groups: '={{ ["Legal"] }}' });
		expect(error?.message).toBe('No collection ID is given');
	});
});
