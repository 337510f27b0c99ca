import { demoAssets } from '../../../../sandbox/iconik';
import { startSandbox } from './client';

interface State {
	assets: Array<{
		id: string;
		title: string;
		type: string;
		approval_status: string;
		versions: unknown[];
		metadata: Record<string, string[]>;
		is_blocked: boolean;
	}>;
	collections: unknown[];
	metadata_views: unknown[];
	users: unknown[];
}

describe('the seeds', () => {
	it('demo is a library of 40 assets or more in every state, the same each time', async () => {
		const sandbox = await startSandbox('demo');
		const other = await startSandbox('demo');
		const { assets } = (await sandbox.control('state')) as State;
		const again = (await other.control('state')) as State;
		await Promise.all([sandbox.close(), other.close()]);
		expect(assets.length).toBeGreaterThanOrEqual(40);
		expect(new Set(assets.map(({ approval_status }) => approval_status))).toEqual(
			new Set(['N/A', 'REQUESTED', 'APPROVED', 'NOT_APPROVED', 'MIXED']),
		);
		expect(assets.map(({ id }) => id)).toEqual(again.assets.map(({ id }) => id));
		const ids = new Set(assets.map(({ id }) => id));
		expect(Object.entries(demoAssets).filter(([, id]) => !ids.has(id))).toEqual([]);
	});

	it('empty holds a tenant and its integration user, and nothing else', async () => {
		const sandbox = await startSandbox('empty');
		const state = (await sandbox.control('state')) as State;
		const { data } = await sandbox.api.get('/users/v1/users/current/');
		await sandbox.close();
		expect(data.is_admin).toBe(true);
		expect(state).toMatchObject({ assets: [], collections: [], metadata_views: [] });
		expect(state.users).toHaveLength(1);
	});

	it('answer a control action with bad input by what is wrong', async () => {
		const sandbox = await startSandbox('empty');
		try {
			await expect(sandbox.act('approve', {})).rejects.toThrow('asset_id: Required');
			const unknown = sandbox.act('approve', { asset_id: 'nowhere' });
			await expect(unknown).rejects.toThrow('there is no asset');
		} finally {
			await sandbox.close();
		}
	});
});
