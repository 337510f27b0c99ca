import { withIconik } from '../../support/sandbox';
import { addView, approvedVideo, byId, call, indexed, run, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

describe('Asset: Get', () => {
	it('finds an asset by the address of its page, and names its latest version', async () => {
		const { asset_id } = await video(service, 'Harbour');
		const { version_id } = await service.act<{ version_id: string }>('add-version', { asset_id });
		const url = `${service.connection.baseUrl}/asset/${asset_id}?tab=metadata`;
		const { json } = await run(service, {
			operation: 'get',
			assetId: {
				__rl: true,
				mode: 'url',
				value: url,
				__regex: '^https?://[^/]+/asset/([0-9a-zA-Z-]+)',
			},
		});
		expect(json).toMatchObject([
			{ id: asset_id, title: 'Harbour', latest_version_id: version_id, latest_version_number: 2 },
		]);
	});

	it('gives all of it on request', async () => {
		const { asset_id } = await video(service);
		const { json } = await run(service, {
			operation: 'get',
			assetId: byId(asset_id),
			simplify: false,
		});
		expect(json[0]).toMatchObject({ archive_status: 'NOT_ARCHIVED', versions: [{}] });
	});

	it('fails with iconik’s words for an unknown asset', async () => {
		const unknown = byId('00000000-0000-11ee-8000-000000000000');
		const { error } = await run(service, { operation: 'get', assetId: unknown });
		expect(error).toMatchObject({ httpCode: '404' });
	});
});

describe('Asset: Search', () => {
	it('finds by text and filters, and leaves out deleted assets', async () => {
		const approved = await approvedVideo(service, 'Harbour approved');
		await video(service, 'Harbour waiting');
		const deleted = await approvedVideo(service, 'Harbour deleted');
		await service.act('delete-asset', { asset_id: deleted.asset_id });
		await indexed(service);
		const { json } = await run(service, {
			operation: 'search',
			query: 'harbour',
			filters: { approvalStatuses: ['APPROVED'], mediaTypes: ['video'] },
		});
		expect(json).toMatchObject([{ id: approved.asset_id, title: 'Harbour approved' }]);
		expect(json[0]).not.toHaveProperty('_sort');
	});

	it('keeps to the limit, or gives all', async () => {
		for (const title of ['A', 'B', 'C']) await video(service, title);
		await indexed(service);
		expect((await run(service, { operation: 'search', limit: 2 })).json).toHaveLength(2);
		expect((await run(service, { operation: 'search', returnAll: true })).json).toHaveLength(3);
	});
});

describe('Metadata: Get Views', () => {
	it('gives the views with their fields', async () => {
		await addView(service, 'Editorial', { Campaign: 'string' });
		const { json } = await run(service, { resource: 'metadata', operation: 'getViews' });
		expect(json).toMatchObject([{ name: 'Editorial' }]);
	});
});

it('reads an old version’s own metadata, and that of the asset where it has none', async () => {
	const view = await addView(service, 'Editorial', { Campaign: 'string' });
	const { asset_id } = await approvedVideo(service);
	await service.act('update-metadata', { asset_id, values: { Campaign: 'Spring' } });
	await service.act('add-version', { asset_id });
	await service.act('update-metadata', { asset_id, values: { Campaign: 'Autumn' } });
	const { json } = await run(service, {
		operation: 'getMediaPackage',
		assetId: byId(asset_id),
		metadataViews: [view],
		previewStrategy: 'none',
	});
	expect(json).toMatchObject([{ version_number: 1, metadata: { Campaign: 'Spring' } }]);
	const values = await call(service, 'GET', `metadata/v1/assets/${asset_id}/views/${view}/`);
	expect(JSON.stringify(values)).toContain('Autumn');
});
