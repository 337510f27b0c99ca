import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withIconik } from '../../support/sandbox';
import {
	byId,
	call,
	credentialTypes,
	node,
	packageOf,
	run,
	type,
	video,
	type Service,
} from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

interface Listed {
	objects: Array<{ id: string; type?: string }>;
}

const keyframeOf = async (of: Service, assetId: string, kind: string) => {
	const { objects } = await call<Listed>(of, 'GET', `files/v1/assets/${assetId}/keyframes/`);
	return objects.find(({ type: found }) => found === kind)?.id as string;
};

const status = async (url: unknown) =>
	(await axios.get(String(url), { proxy: false, validateStatus: () => true })).status;

describe('Proxy, Keyframe and File: Get Many', () => {
	it('list the latest version without addresses that would end', async () => {
		const { asset_id } = await video(service);
		const { version_id } = await service.act<{ version_id: string }>('add-version', { asset_id });
		for (const [resource, found] of [
			['proxy', 1],
			['keyframe', 3],
			['file', 1],
		] as const) {
			const { json } = await run(service, {
				resource,
				operation: 'getAll',
				assetId: byId(asset_id),
			});
			expect(json).toHaveLength(found);
			expect(json[0]).toMatchObject({ version_id, status: 'CLOSED', name: expect.any(String) });
			expect(json[0]).not.toHaveProperty('url');
		}
	});

	it('list an older version or all, with short-lived addresses on request', async () => {
		const { asset_id, version_id } = await video(service);
		await service.act('add-version', { asset_id });
		const proxies = async (more: INodeParameters) =>
			(
				await run(service, {
					resource: 'proxy',
					operation: 'getAll',
					assetId: byId(asset_id),
					...more,
				})
			).json;
		expect(await proxies({ options: { allVersions: true } })).toHaveLength(2);
		const [old] = await proxies({
			versionId: byId(version_id),
			options: { signed: true },
		});
		expect(old).toMatchObject({ version_id });
		expect(await status(old?.url)).toBe(200);
	});

	it('take the 404 of an asset without any as an empty list', async () => {
		const { asset_id } = await video(service, 'WANTED', { type: 'PLACEHOLDER' });
		for (const resource of ['proxy', 'keyframe', 'file']) {
			const { json, error } = await run(service, {
				resource,
				operation: 'getAll',
				assetId: byId(asset_id),
			});
			expect([json, error]).toEqual([[], undefined]);
		}
	});

	it('offer the files of the chosen asset in the dropdown', async () => {
		const { asset_id } = await video(service);
		const parameters = { resource: 'keyframe', assetId: byId(asset_id) };
		const context = loadOptionsContext({
			node,
			type,
			parameters,
			credentials: service.credentials,
			credentialTypes,
		});
		const { results } = await node.methods.listSearch.searchKeyframes.call(context);
		expect(results).toHaveLength(3);
		expect(results[0]).toMatchObject({ value: expect.any(String) });
	});
});

describe('Download', () => {
	it.each([
		['proxy', 'video/mp4'],
		['keyframe', 'image/jpeg'],
		['file', 'video/quicktime'],
	])('gives a %s as binary data and shows no signed address', async (resource, mimeType) => {
		const { asset_id } = await video(service, 'Harbour');
		const { output, error } = await run(service, {
			resource,
			operation: 'download',
			assetId: byId(asset_id),
		});
		expect(error).toBeUndefined();
		const [item] = output[0] ?? [];
		expect(item?.binary?.data).toMatchObject({
			mimeType,
			fileName: expect.stringMatching(/\.\w+$/),
		});
		expect(item?.binary?.data?.bytes).toBeGreaterThan(100);
		expect(JSON.stringify(item?.json)).not.toContain('signature');
	});

	it('serves many items side by side, and fails only the one that cannot be served', async () => {
		const made = await Promise.all(
			Array.from({ length: 12 }, async (_, n) => await video(service, `Clip ${n}`)),
		);
		await service.act('block', { asset_id: made[5]?.asset_id });
		const items = made.map(({ asset_id }) => ({ asset_id }));
		const { output } = await run(
			service,
			{ resource: 'proxy', operation: 'download', assetId: byId('={{ $json.asset_id }}') },
			items,
			{ onError: 'continueErrorOutput' },
		);
		expect(output[0]).toHaveLength(11);
		expect(output[0]?.every(({ binary }) => binary?.data !== undefined)).toBe(true);
		expect(output[0]?.map(({ pairedItem }) => pairedItem)).not.toContainEqual({ item: 5 });
		expect(output[1]).toMatchObject([{ json: { error: expect.stringContaining('blocked') } }]);
	});

	it('takes one by its ID', async () => {
		const { asset_id } = await video(service);
		const keyframe = await keyframeOf(service, asset_id, 'KEYFRAME_MAP');
		const { json } = await run(service, {
			resource: 'keyframe',
			operation: 'download',
			assetId: byId(asset_id),
			which: 'specific',
			keyframeId: byId(keyframe),
		});
		expect(json).toMatchObject([{ id: keyframe, type: 'KEYFRAME_MAP' }]);
	});

	it('says that a proxy is still being made', async () => {
		const { asset_id } = await video(service, 'New', { proxy_status: 'GROWING' });
		const { error } = await run(service, {
			resource: 'proxy',
			operation: 'download',
			assetId: byId(asset_id),
		});
		expect(error).toMatchObject({
			message: 'The asset has no finished proxy',
			description: expect.stringContaining('GROWING'),
		});
	});

	it('refuses a blocked asset in iconik’s words', async () => {
		const { asset_id } = await video(service);
		await service.act('block', { asset_id });
		const { error } = await run(service, {
			resource: 'file',
			operation: 'download',
			assetId: byId(asset_id),
		});
		expect(error).toMatchObject({ httpCode: '403', message: expect.stringContaining('blocked') });
	});

	it('names storages that the cloud cannot reach when iconik cannot serve the file, and asks once', async () => {
		const { asset_id } = await video(service);
		await service.clearLog();
		await service.faults([
			{ fault: 'error-before-storing', status: 501, match: { path: '*/download_url/' } },
		]);
		const { error } = await run(service, {
			resource: 'file',
			operation: 'download',
			assetId: byId(asset_id),
		});
		expect(error?.description).toContain('on the premises');
		const asked = (await service.calls()).filter(({ path }) => path.includes('download_url'));
		expect(asked).toHaveLength(1);
	});

	it('says without the address that a storage refuses', async () => {
		const { asset_id } = await video(service);
		await service.faults([{ fault: 'html', status: 403, match: { path: '/storage/*' } }]);
		const { error } = await run(service, {
			resource: 'proxy',
			operation: 'download',
			assetId: byId(asset_id),
		});
		expect(error?.message).toMatch(/could not be fetched: its storage answered with 403/);
		expect(JSON.stringify(error)).not.toContain('signature');
	});
});

describe('Get Download URL', () => {
	it.each(['proxy', 'keyframe', 'file'])('opens the %s for a while', async (resource) => {
		const { asset_id } = await video(service);
		const { json } = await run(service, {
			resource,
			operation: 'getDownloadUrl',
			assetId: byId(asset_id),
		});
		expect(await status(json[0]?.url)).toBe(200);
	});
});

describe('Make Public and Make Private', () => {
	it.each(['proxy', 'keyframe'])('open and close the lasting address of a %s', async (resource) => {
		const { asset_id } = await video(service);
		const change = async (operation: string) =>
			(await run(service, { resource, operation, assetId: byId(asset_id) })).json[0];
		const opened = await change('makePublic');
		expect(opened).toMatchObject({ is_public: true });
		expect(opened?.url).not.toContain('?');
		expect(await status(opened?.url)).toBe(200);
		await service.clearLog();
		expect(await change('makePublic')).toMatchObject({ url: opened?.url });
		expect(await service.calls('write')).toEqual([]);
		expect(await change('makePrivate')).toMatchObject({ is_public: false, url: null });
		expect(await status(opened?.url)).toBe(403);
	});

	it('keep a blocked asset closed', async () => {
		const { asset_id } = await video(service);
		await service.act('block', { asset_id });
		const { error } = await run(service, {
			resource: 'proxy',
			operation: 'makePublic',
			assetId: byId(asset_id),
		});
		expect(error).toMatchObject({ httpCode: '403', message: expect.stringContaining('blocked') });
	});
});

describe('Keyframe: Set Poster', () => {
	const setPoster = async (assetId: string, keyframe: string) =>
		await run(service, {
			resource: 'keyframe',
			operation: 'setPoster',
			assetId: byId(assetId),
			which: 'specific',
			keyframeId: byId(keyframe),
		});

	it.each(['POSTER', 'KEYFRAME'])(
		'makes a %s the picture of the asset and of its media package',
		async (kind) => {
			const { asset_id } = await video(service);
			const keyframe = await keyframeOf(service, asset_id, kind);
			const { json } = await setPoster(asset_id, keyframe);
			expect(json).toMatchObject([{ asset_id, keyframe_id: keyframe }]);
			const asset = await call(service, 'GET', `assets/v1/assets/${asset_id}/`);
			expect(asset).toMatchObject({ custom_poster: keyframe });
			const { poster } = await packageOf(service, asset_id, { versionPolicy: 'latest' });
			expect(poster?.url).toContain(keyframe);
		},
	);

	it('refuses a sheet of small pictures', async () => {
		const { asset_id } = await video(service);
		const { error } = await setPoster(
			asset_id,
			await keyframeOf(service, asset_id, 'KEYFRAME_MAP'),
		);
		expect(error?.message).toBe('A keyframe map cannot be a poster');
	});
});
