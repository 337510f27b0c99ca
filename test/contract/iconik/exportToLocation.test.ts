import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { byId, call, run, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

async function addLocation(): Promise<string> {
	const { objects } = await call<{ objects: Array<{ id: string }> }>(
		service,
		'GET',
		'files/v1/storages/',
	);
	const location = { name: 'CDN', path: '/web', storage_id: objects[0]?.id, export_proxy: true };
	return (await call<{ id: string }>(service, 'POST', 'files/v1/export_locations/', location)).id;
}

const exportTo = async (assetId: string, parameters: INodeParameters = {}) =>
	await run(service, {
		resource: 'file',
		operation: 'exportToLocation',
		assetId: byId(assetId),
		exportLocation: 'CDN',
		fileName: 'harbour.mp4',
		...parameters,
	});

const onCdn = async () =>
	(
		await axios.get(`${service.connection.baseUrl}/cdn/web/harbour.mp4`, {
			proxy: false,
			validateStatus: () => true,
		})
	).status;

it('exports to a location by name and waits until the file is there', async () => {
	const location = await addLocation();
	const { asset_id } = await video(service);
	await service.clock({ speed: 10 });
	const { json } = await exportTo(asset_id);
	expect(json).toMatchObject([
		{
			asset_id,
			export_location_id: location,
			path: '/web',
			file_name: 'harbour.mp4',
			status: 'FINISHED',
		},
	]);
	expect(await onCdn()).toBe(200);
});

it('goes on at once when it is not to wait', async () => {
	await addLocation();
	const { asset_id } = await video(service);
	const { json } = await exportTo(asset_id, { wait: false });
	expect(json).toMatchObject([{ job_id: expect.any(String), status: null }]);
});

it('fails with the words of a job that failed', async () => {
	await addLocation();
	const { asset_id } = await video(service, 'New', { proxy_status: 'GROWING' });
	await service.clock({ speed: 10 });
	const { error } = await exportTo(asset_id);
	expect(error?.message).toBe(
		'The job in iconik ended as FAILED: The asset has no files to export',
	);
});

it('stops to wait when the time is over, and says that the job goes on', async () => {
	await addLocation();
	const { asset_id } = await video(service);
	const { error } = await exportTo(asset_id, { options: { longestWait: 1 } });
	expect(error).toMatchObject({
		message: 'The job in iconik has not ended yet (STARTED)',
		description: expect.stringContaining('It goes on there'),
	});
});

it('refuses a blocked asset, and a location that is not there', async () => {
	await addLocation();
	const { asset_id } = await video(service);
	const unknown = await exportTo(asset_id, { exportLocation: 'Archive' });
	expect(unknown.error).toMatchObject({
		message: 'iconik has no export location "Archive"',
		description: 'There are: CDN',
	});
	await service.act('block', { asset_id });
	expect((await exportTo(asset_id)).error).toMatchObject({ httpCode: '403' });
});
