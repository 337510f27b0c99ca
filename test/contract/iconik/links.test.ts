import axios from 'axios';
import { withIconik } from '../../support/sandbox';
import { addView, approvedVideo, call, packageOf } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const isWrite = (path: RegExp) => (made: { method: string; path: string }) =>
	made.method === 'POST' && path.test(made.path);

const shares = async () => (await service.calls()).filter(isWrite(/\/shares\/url\/$/));

describe('a share link', () => {
	it('is made once and used again over five runs, for delivery and preview together', async () => {
		const { asset_id } = await approvedVideo(service);
		const links = { deliveryStrategy: 'share', previewStrategy: 'share' };
		const found = [];
		for (let run = 0; run < 5; run++) found.push(await packageOf(service, asset_id, links));
		expect(await shares()).toHaveLength(1);
		expect(
			new Set(found.flatMap(({ delivery, preview }) => [delivery.url, preview.url])).size,
		).toBe(1);
	});

	it('is made once when five runs ask for it at the same time', async () => {
		const { asset_id } = await approvedVideo(service);
		const runs = Array.from(
			{ length: 5 },
			async () => await packageOf(service, asset_id, { previewStrategy: 'share' }),
		);
		const urls = (await Promise.all(runs)).map(({ preview }) => preview.url);
		expect(new Set(urls).size).toBe(1);
		expect(await shares()).toHaveLength(1);
	});

	it('is made once when the connection breaks after iconik stored it', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/shares/url/', times: 1 } },
		]);
		const { preview } = await packageOf(service, asset_id, { previewStrategy: 'share' });
		expect(preview).toMatchObject({ strategy: 'share', url: expect.any(String) });
		expect(await shares()).toHaveLength(1);
	});

	it('is renewed when it is about to end', async () => {
		const { asset_id } = await approvedVideo(service);
		const share = { previewStrategy: 'share', options: { shareDays: 10, shareRenewDays: 7 } };
		const first = await packageOf(service, asset_id, share);
		const longer = { ...share, options: { shareDays: 90, shareRenewDays: 30 } };
		const second = await packageOf(service, asset_id, longer);
		expect(second.preview.url).not.toBe(first.preview.url);
		const days = (Date.parse(String(second.preview.expires)) - Date.now()) / 86_400_000;
		expect(Math.round(days)).toBe(90);
	});

	it('never takes over one that a person made', async () => {
		const { asset_id } = await approvedVideo(service);
		const path = `assets/v1/assets/${asset_id}/shares/url/`;
		const theirs = await call<{ url: string }>(service, 'POST', path, {
			title: 'For the agency',
			allow_approving_comments: true,
			allow_comments: true,
			allow_download: true,
			allow_setting_approve_status: true,
		});
		const { preview } = await packageOf(service, asset_id, { previewStrategy: 'share' });
		expect(preview.url).not.toBe(theirs.url);
	});

	it('is none, with the reason, where an administrator switched sharing off', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.act('set-sharing', { enabled: false });
		const found = await packageOf(service, asset_id, { deliveryStrategy: 'share' });
		expect(found.delivery).toMatchObject({
			strategy: 'none',
			url: null,
			reason: expect.stringContaining('sharing of links may be switched off'),
		});
		expect(found.hold_reasons).toHaveLength(1);
	});
});

describe('without making what is missing', () => {
	const look = { options: { makeMissingLinks: false } };

	it('a proxy stays as it is, and its link is one to come that holds nothing back', async () => {
		const { asset_id } = await approvedVideo(service);
		const publish = { deliveryStrategy: 'public_proxy' };
		await service.clearLog();

		const before = await packageOf(service, asset_id, { ...publish, ...look });

		expect(before.delivery).toEqual({
			strategy: 'public_proxy',
			url: null,
			expires: null,
			reason: 'The proxy is not public yet',
		});
		expect(before.hold_reasons).toEqual([]);
		expect(await service.calls('write')).toEqual([]);
		const made = await packageOf(service, asset_id, publish);
		const after = await packageOf(service, asset_id, { ...publish, ...look });
		expect(after).toEqual({ ...made, poster: after.poster });
	});

	it('no share link is made, and one that is there is used', async () => {
		const { asset_id } = await approvedVideo(service);
		const share = { previewStrategy: 'share' };

		const before = await packageOf(service, asset_id, { ...share, ...look });

		expect(before.preview).toMatchObject({ strategy: 'share', url: null });
		expect(await shares()).toEqual([]);
		const { preview } = await packageOf(service, asset_id, share);
		expect((await packageOf(service, asset_id, { ...share, ...look })).preview).toEqual(preview);
		expect(await shares()).toHaveLength(1);
	});
});

describe('of media whose usage rights are over', () => {
	const links = { deliveryStrategy: 'public_proxy', previewStrategy: 'share' };
	const expiring = async (asset_id: string, day: string) =>
		await service.act('update-metadata', { asset_id, values: { RightsExpiry: day } });

	it('nothing is opened to the world, until the rights are renewed', async () => {
		const rightsView = await addView(service, 'Usage rights', { RightsExpiry: 'date' });
		const { asset_id } = await approvedVideo(service);
		await expiring(asset_id, '2020-12-31');
		await service.clearLog();

		const held = await packageOf(service, asset_id, { ...links, rightsView });

		expect(held.hold_reasons).toEqual(['The usage rights expired on 2020-12-31']);
		expect(held.delivery).toMatchObject({ strategy: 'public_proxy', url: null });
		expect(held.preview).toMatchObject({ strategy: 'share', url: null });
		expect(await service.calls('write')).toEqual([]);
		await expiring(asset_id, '2099-12-31');
		const usable = await packageOf(service, asset_id, { ...links, rightsView });
		expect(usable.hold_reasons).toEqual([]);
		expect(usable.delivery.url).toMatch(/^http/);
		expect(usable.preview.url).toMatch(/^http/);
		expect(usable.fingerprint).not.toBe(held.fingerprint);
	});
});

describe('a public proxy', () => {
	it('is made public once, and its address works without any header', async () => {
		const { asset_id } = await approvedVideo(service);
		const publish = { deliveryStrategy: 'public_proxy' };
		const { delivery, width, height } = await packageOf(service, asset_id, publish);
		expect(delivery).toMatchObject({ strategy: 'public_proxy', expires: null, reason: null });
		expect(width).toBeGreaterThan(0);
		expect(height).toBeGreaterThan(0);
		const answer = await axios.get(String(delivery.url), { proxy: false });
		expect(answer.status).toBe(200);

		const again = await packageOf(service, asset_id, publish);
		expect(again.delivery.url).toBe(delivery.url);
		const made = (await service.calls()).filter(isWrite(/\/public\/$/));
		expect(made).toHaveLength(1);
	});
});

describe('a CDN address', () => {
	it('holds the path of the export location, by name', async () => {
		const storages = await call<{ objects: Array<{ id: string }> }>(
			service,
			'GET',
			'files/v1/storages/',
		);
		await call(service, 'POST', 'files/v1/export_locations/', {
			name: 'CDN',
			path: '/web/videos',
			storage_id: storages.objects[0]?.id,
		});
		const { asset_id } = await approvedVideo(service, 'Größe 1.mp4');
		const { delivery } = await packageOf(service, asset_id, {
			deliveryStrategy: 'cdn',
			cdnBaseUrl: 'https://cdn.example.com/',
			exportLocation: 'CDN',
			fileTemplate: 'v{version_number}/{title}',
		});
		expect(delivery.url).toBe('https://cdn.example.com/web/videos/v1/Gr%C3%B6%C3%9Fe%201.mp4');
	});

	it('is none when the file name needs what the asset does not have', async () => {
		const { asset_id } = await approvedVideo(service);
		const found = await packageOf(service, asset_id, {
			deliveryStrategy: 'cdn',
			cdnBaseUrl: 'https://cdn.example.com',
			fileTemplate: '{external_id}.mp4',
		});
		expect(found.hold_reasons).toEqual([
			'There is no delivery link: the file name needs {external_id}, which is empty',
		]);
	});
});

describe('an address in a metadata field', () => {
	it.each([
		['https://cdn.example.com/x.mp4', undefined],
		['https://s.example.com/x.mp4?X-Amz-Signature=ab', /signed address/],
		[null, /is empty/],
	])('%s', async (value, reason) => {
		const deliveryView = await addView(service, 'Delivery', { DeliveryUrl: 'url' });
		const { asset_id } = await approvedVideo(service);
		await service.act('update-metadata', { asset_id, values: { DeliveryUrl: value } });
		const { delivery } = await packageOf(service, asset_id, {
			deliveryStrategy: 'metadata',
			deliveryView,
			deliveryField: 'DeliveryUrl',
		});
		expect(delivery).toMatchObject(
			reason
				? { strategy: 'none', url: null, reason: expect.stringMatching(reason) }
				: { strategy: 'metadata', url: value, expires: null },
		);
	});
});
