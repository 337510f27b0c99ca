import type { INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { loadOptionsContext } from '../../support/engine';
import { approvedVideo, byId, call, credentialTypes, node, run, type, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const of = (operation: string, assetId: string, more: INodeParameters = {}) => ({
	resource: 'version',
	operation,
	assetId: byId(assetId),
	...more,
});
const revised = async (asset_id: string) =>
	(await service.act<{ version_id: string }>('add-version', { asset_id })).version_id;

describe('Version: Get Many', () => {
	it('gives the newest first, with the approval of each on request', async () => {
		const { asset_id, version_id } = await approvedVideo(service);
		const second = await revised(asset_id);
		const options = { includeApproval: true };
		const { json } = await run(service, of('getAll', asset_id, { options }));
		expect(json).toMatchObject([
			{ version_id: second, version_number: 2, is_latest: true, approval_status: 'N/A' },
			{ version_id, version_number: 1, is_latest: false, approval_status: 'APPROVED' },
		]);
		expect((await run(service, of('getAll', asset_id, { limit: 1 }))).json).toHaveLength(1);
	});

	it('leaves out deleted versions unless they are wanted', async () => {
		const { asset_id } = await video(service);
		const second = await revised(asset_id);
		await call(service, 'DELETE', `assets/v1/assets/${asset_id}/versions/${second}/`);
		expect((await run(service, of('getAll', asset_id))).json).toHaveLength(1);
		const options = { includeInactive: true };
		const all = await run(service, of('getAll', asset_id, { options, simplify: false }));
		expect(all.json).toMatchObject([{ status: 'DELETED', transcribe_status: 'N/A' }, {}]);
	});
});

describe('Version: Create', () => {
	it('makes an empty version and tells which one it is', async () => {
		const { asset_id } = await video(service);
		await revised(asset_id);
		const { json } = await run(service, of('create', asset_id));
		expect(json).toMatchObject([{ asset_id, version_number: 3, is_latest: true }]);
	});

	it('takes the media of another asset or an older version, made in the background', async () => {
		const { asset_id, version_id } = await video(service);
		const source = await video(service, 'New cut');
		const fromAsset = await run(
			service,
			of('create', asset_id, { source: 'asset', sourceAssetId: byId(source.asset_id) }),
		);
		expect(fromAsset.json).toMatchObject([{ version_number: 2, is_latest: true, is_online: true }]);
		const fromVersion = await run(
			service,
			of('create', asset_id, { source: 'version', versionId: byId(version_id) }),
		);
		expect(fromVersion.json).toMatchObject([{ version_number: 3, is_latest: true }]);
	});

	it('tells iconik’s reason while the source is still transcoding', async () => {
		const { asset_id } = await video(service);
		const source = await video(service, 'New cut', { proxy_status: 'GROWING' });
		const { error } = await run(
			service,
			of('create', asset_id, { source: 'asset', sourceAssetId: byId(source.asset_id) }),
		);
		expect(error).toMatchObject({ httpCode: '409' });
		expect(error?.message).toContain('still transcoding');
	});

	it('makes one version although the connection breaks after it was made', async () => {
		const { asset_id } = await video(service);
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/versions/', times: 1 } },
		]);
		const { json } = await run(service, of('create', asset_id));
		expect(json).toMatchObject([{ version_number: 2 }]);
		expect((await run(service, of('getAll', asset_id))).json).toHaveLength(2);
	});

	it('gives each of two items for one asset its own version', async () => {
		const { asset_id } = await video(service);
		const { json } = await run(service, of('create', asset_id), [{}, {}]);
		expect(json.map(({ version_number }) => version_number)).toEqual([2, 3]);
	});

	it('names the role that is missing', async () => {
		const { asset_id } = await video(service);
		await service.act('set-role', { role: 'can_write_versions', granted: false });
		const { error } = await run(service, of('create', asset_id));
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.description).toContain('can_write_versions');
	});
});

describe('Version: Promote', () => {
	it('waits until the version is the latest, and does nothing when it is already', async () => {
		const { asset_id, version_id } = await video(service);
		await revised(asset_id);
		const promote = of('promote', asset_id, { versionId: byId(version_id) });
		expect((await run(service, promote)).json).toMatchObject([
			{ version_id, is_latest: true, promoted: true },
		]);
		await service.clearLog();
		expect((await run(service, promote)).json).toMatchObject([{ promoted: false }]);
		expect(await service.calls('write')).toEqual([]);
	});

	it('fails for a version that the asset does not have', async () => {
		const { asset_id } = await video(service);
		const versionId = byId('00000000-0000-11ee-8000-000000000000');
		const { error } = await run(service, of('promote', asset_id, { versionId }));
		expect(error).toMatchObject({ httpCode: '404' });
	});
});

describe('Version: Get Latest Approved', () => {
	it('passes over newer versions that nobody approved', async () => {
		const { asset_id, version_id } = await approvedVideo(service);
		await revised(asset_id);
		await service.act('request-review', { asset_id });
		expect((await run(service, of('getLatestApproved', asset_id))).json).toMatchObject([
			{ found: true, version_id, is_latest: false, approval_status: 'APPROVED' },
		]);
	});

	it('says what the latest version is when none is approved', async () => {
		const { asset_id } = await video(service);
		await service.act('request-review', { asset_id });
		expect((await run(service, of('getLatestApproved', asset_id))).json).toEqual([
			{ found: false, asset_id, version_id: null, approval_status: 'REQUESTED' },
		]);
	});
});

it('offers the versions of the chosen asset', async () => {
	const { asset_id, version_id } = await video(service);
	const second = await revised(asset_id);
	const list = async (assetId: string) => {
		const parameters = of('promote', assetId);
		const { credentials } = service;
		const context = loadOptionsContext({ node, type, parameters, credentials, credentialTypes });
		return (await node.methods.listSearch.searchVersions.call(context)).results;
	};
	expect((await list(asset_id)).map(({ value }) => value)).toEqual([second, version_id]);
	expect(await list('={{ $json.id }}')).toEqual([]);
});
