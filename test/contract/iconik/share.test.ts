import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withIconik } from '../../support/sandbox';
import { addView, byId, call, credentialTypes, node, run, type, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const DAY_MS = 86_400_000;

const share = async (operation: string, assetId: string, parameters: INodeParameters = {}) =>
	await run(service, { resource: 'share', operation, assetId: byId(assetId), ...parameters });

const statusOf = async (url: unknown) =>
	(await axios.get(String(url), { proxy: false, validateStatus: () => true })).status;

describe('Share: Create Link', () => {
	it('makes a link for looking only, that ends', async () => {
		const { asset_id } = await video(service);
		const { json } = await share('createLink', asset_id, { title: 'Preview', days: 10 });
		expect(json).toMatchObject([
			{ title: 'Preview', object_id: asset_id, is_expired: false, has_password: false },
		]);
		const ends = Date.parse(String(json[0]?.expires)) - Date.now();
		expect(Math.round(ends / DAY_MS)).toBe(10);
		expect(await statusOf(json[0]?.url)).toBe(200);
		const { objects } = await call<{ objects: object[] }>(
			service,
			'GET',
			`assets/v1/assets/${asset_id}/shares/`,
		);
		expect(objects).toMatchObject([
			{
				allow_approving_comments: false,
				allow_comments: false,
				allow_download: false,
				allow_setting_approve_status: false,
			},
		]);
	});

	it('takes rights, views by name, and a password that is not shown', async () => {
		const view = await addView(service, 'Editorial', { Campaign: 'string' });
		const { asset_id } = await video(service);
		const { json } = await share('createLink', asset_id, {
			rights: { allow_comments: true, allow_download_proxy: true },
			options: { password: 'sesame-4711', metadataViews: ['Editorial'] },
			simplify: false,
		});
		expect(json).toMatchObject([
			{
				allow_comments: true,
				allow_download_proxy: true,
				allow_download: false,
				metadata_views: [view],
				has_password: true,
			},
		]);
		expect(JSON.stringify(json)).not.toContain('sesame-4711');
	});

	it('shares a collection', async () => {
		const { id } = await call(service, 'POST', 'assets/v1/collections/', { title: 'Spring' });
		const { json } = await run(service, {
			resource: 'share',
			operation: 'createLink',
			sharedType: 'collections',
			collectionId: byId(String(id)),
		});
		expect(json).toMatchObject([{ object_type: 'collections', object_id: id }]);
	});

	it('says that sharing is switched off, and that an asset is blocked', async () => {
		const { asset_id } = await video(service);
		await service.act('set-sharing', { enabled: false });
		const off = await share('createLink', asset_id);
		expect(off.error).toMatchObject({
			httpCode: '403',
			message: 'iconik did not allow this: Sharing is not allowed',
			description: expect.stringContaining('an administrator switched the feature off'),
		});
		await service.act('set-sharing', { enabled: true });
		await service.act('block', { asset_id });
		const blocked = await share('createLink', asset_id);
		expect(blocked.error?.message).toContain('The asset is blocked');
	});

	it('does not ask for a link that has ended already', async () => {
		const { asset_id } = await video(service);
		await service.clearLog();
		const { error } = await share('createLink', asset_id, { options: { expires: '2020-01-01' } });
		expect(error?.message).toBe('The end of the share has passed');
		expect(await service.calls('write')).toEqual([]);
	});
});

describe('Share: Get Many', () => {
	it('tells which links have ended', async () => {
		const { asset_id } = await video(service);
		expect((await share('getAll', asset_id)).json).toEqual([]);
		await share('createLink', asset_id, { title: 'Long', days: 30 });
		const soon = new Date(Date.now() + 1500).toISOString();
		await share('createLink', asset_id, { title: 'Short', options: { expires: soon } });
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + DAY_MS);
		const { json } = await share('getAll', asset_id);
		jest.restoreAllMocks();
		expect(json.map(({ title, is_expired }) => [title, is_expired])).toEqual([
			['Long', false],
			['Short', true],
		]);
	});

	it('offers the shares of the chosen asset in the dropdown', async () => {
		const { asset_id } = await video(service);
		await share('createLink', asset_id, { title: 'Preview' });
		const context = loadOptionsContext({
			node,
			type,
			parameters: { resource: 'share', assetId: byId(asset_id) },
			credentials: service.credentials,
			credentialTypes,
		});
		const { results } = await node.methods.listSearch.searchShares.call(context);
		expect(results).toMatchObject([{ name: expect.stringMatching(/^Preview · 20/) }]);
	});
});

describe('Share: Update and Delete', () => {
	const made = async () => {
		const { asset_id } = await video(service);
		const [link] = (
			await share('createLink', asset_id, { title: 'Preview', rights: { allow_comments: true } })
		).json;
		return { asset_id, link, shareId: byId(String(link?.id)) };
	};

	it('changes what is named and keeps the rest; nothing changed is nothing written', async () => {
		const { asset_id, link, shareId } = await made();
		const { json } = await share('update', asset_id, {
			shareId,
			changes: { title: 'Final preview', allow_download: true },
			simplify: false,
		});
		expect(json).toMatchObject([
			{
				id: link?.id,
				title: 'Final preview',
				allow_download: true,
				allow_comments: true,
				expires: link?.expires,
			},
		]);
		await service.clearLog();
		await share('update', asset_id, { shareId, changes: { title: 'Final preview' } });
		expect(await service.calls('write')).toEqual([]);
	});

	it('does not change a share that has ended, unless it gets a new end', async () => {
		const { asset_id, shareId } = await made();
		const later = Date.now() + 40 * DAY_MS;
		const now = jest.spyOn(Date, 'now').mockReturnValue(later);
		const { error } = await share('update', asset_id, { shareId, changes: { title: 'New' } });
		expect(error?.message).toMatch(/^The share ended on /);
		const expires = new Date(later + DAY_MS).toISOString();
		const renewed = await share('update', asset_id, { shareId, changes: { expires } });
		now.mockRestore();
		expect(renewed.json).toMatchObject([{ is_expired: false }]);
	});

	it('ends the link, also when the first answer is lost', async () => {
		const { asset_id, link, shareId } = await made();
		await service.faults([{ fault: 'reset-after-storing', match: { method: 'DELETE', times: 1 } }]);
		const deleted = await share('delete', asset_id, { shareId });
		expect(deleted.json).toEqual([{ deleted: true, id: link?.id }]);
		expect(await statusOf(link?.url)).toBeGreaterThanOrEqual(400);
		expect((await share('delete', asset_id, { shareId })).error?.httpCode).toBe('404');
	});
});
