import { withIconik } from '../../support/sandbox';
import {
	addRightsView,
	addView,
	approvedVideo,
	call,
	date,
	indexed,
	ofItem,
	packageOf,
	run,
	video,
} from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

describe('Get Media Package', () => {
	it('gives everything that a page needs of an approved video', async () => {
		const rightsView = await addRightsView(service);
		const editorial = await addView(service, 'Editorial', {
			Description: 'text',
			Campaign: 'string',
			Tags: 'tag_cloud',
		});
		const { asset_id, version_id } = await approvedVideo(service, 'Hafen 🚢 Köln.mp4');
		await service.act('update-metadata', {
			asset_id,
			values: {
				RightsExpiry: date(400),
				RightsHolder: 'Nordlicht Film',
				Territories: ['DE', 'AT'],
				Description: 'Ein Schiff läuft ein',
				Tags: ['port', 'dawn'],
			},
		});
		await service.act('add-subtitle', { asset_id, language: 'de', content: 'WEBVTT\n\nMoin' });
		await indexed(service);

		const found = await packageOf(service, asset_id, {
			metadataViews: [editorial],
			rightsView,
			deliveryStrategy: 'cdn',
			cdnBaseUrl: 'https://cdn.example.com',
			previewStrategy: 'share',
			captions: 'text',
		});

		expect(found).toMatchObject({
			asset_id,
			version_id,
			version_number: 1,
			is_latest_version: true,
			title: 'Hafen 🚢 Köln.mp4',
			description: 'Ein Schiff läuft ein',
			type: 'ASSET',
			media_type: 'video',
			duration_milliseconds: 30_000,
			status: 'ACTIVE',
			is_blocked: false,
			warning: null,
			approval_status: 'APPROVED',
			rights: {
				status: 'valid',
				starts: null,
				expires: date(400),
				holder: 'Nordlicht Film',
				territories: ['AT', 'DE'],
				notes: null,
			},
			metadata: { Tags: ['port', 'dawn'], Description: 'Ein Schiff läuft ein' },
			poster: {
				key: `iconik/${asset_id}/poster`,
				file_name: 'Hafen-Köln-poster.jpg',
				mime_type: 'image/jpeg',
				url: expect.stringContaining('signature='),
			},
			captions: [
				{
					key: `iconik/${asset_id}/captions/de`,
					file_name: 'Hafen-Köln.de.vtt',
					language: 'de',
					closed_captions: false,
					text: expect.stringContaining('Moin'),
				},
			],
			preview: { strategy: 'share', url: expect.any(String), expires: expect.any(String) },
			delivery: {
				strategy: 'cdn',
				url: `https://cdn.example.com/${asset_id}/${version_id}.mp4`,
				expires: null,
			},
			web_url: `${service.connection.baseUrl}/asset/${asset_id}`,
			hold_reasons: [],
			fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
	});

	it('takes no more than six reads for an approved video with everything on', async () => {
		const rightsView = await addRightsView(service);
		const { asset_id } = await approvedVideo(service);
		await service.act('add-subtitle', { asset_id, language: 'en' });
		await indexed(service);
		const everything = {
			rightsView,
			captions: 'list',
			poster: true,
			deliveryStrategy: 'cdn',
			cdnBaseUrl: 'https://cdn.example.com',
			previewStrategy: 'share',
		};
		await service.clearLog();
		await packageOf(service, asset_id, everything);
		expect(await service.calls('read')).toHaveLength(6);

		const fromProxy = {
			...everything,
			deliveryStrategy: 'public_proxy',
			previewStrategy: 'public_proxy',
		};
		await service.clearLog();
		await packageOf(service, asset_id, fromProxy);
		expect(await service.calls('read')).toHaveLength(6);
	});

	it('takes only the reads that the choices need', async () => {
		const { asset_id, version_id } = await approvedVideo(service);
		await indexed(service);
		await service.clearLog();
		await packageOf(service, asset_id, { captions: 'none', poster: false });
		const paths = (await service.calls()).map(({ method, path }) => `${method} ${path}`);
		expect(paths.sort()).toEqual([
			`GET /API/assets/v1/assets/${asset_id}/`,
			`GET /API/assets/v1/assets/${asset_id}/versions/${version_id}/approvals/request/`,
			'POST /API/search/v1/search/',
		]);
	});

	it('shares one search among many items, keeps their order and pairs each with its item', async () => {
		const videos = [];
		for (const title of ['One', 'Two', 'Three']) videos.push(await approvedVideo(service, title));
		await indexed(service);
		await service.clearLog();
		const { output, json } = await run(service, { ...ofItem, captions: 'none' }, videos as never);
		expect(json.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
		expect(output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		const searches = (await service.calls()).filter(({ path }) => path.includes('/search/'));
		expect(searches).toHaveLength(1);
	});

	it('has the same fingerprint for the same facts, and another once the captions change', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.act('add-subtitle', { asset_id, language: 'en', content: 'WEBVTT\n\nHello' });
		await indexed(service);
		const choices = { captions: 'text', previewStrategy: 'share' };
		const first = await packageOf(service, asset_id, choices);
		// A quarter of an hour later the signed addresses are others.
		await service.clock({ advanceMs: 20 * 60_000 });
		const second = await packageOf(service, asset_id, choices);
		expect(second.poster?.url).not.toBe(first.poster?.url);
		expect(second.fingerprint).toBe(first.fingerprint);
		await service.act('edit-subtitle', { asset_id, language: 'en', content: 'WEBVTT\n\nHi' });
		expect((await packageOf(service, asset_id, choices)).fingerprint).not.toBe(first.fingerprint);
	});

	it('gives only the chosen fields and languages', async () => {
		const view = await addView(service, 'Editorial', { Campaign: 'string', Note: 'string' });
		const { asset_id } = await approvedVideo(service);
		await service.act('update-metadata', { asset_id, values: { Note: 'internal' } });
		for (const language of ['de-DE', 'en', 'fr'])
			await service.act('add-subtitle', { asset_id, language });
		const found = await packageOf(service, asset_id, {
			metadataViews: [view],
			metadataFields: ['Campaign'],
			captionLanguages: 'de, EN',
		});
		expect(found.metadata).toEqual({ Campaign: null });
		expect(found.captions.map(({ language }) => language)).toEqual(['de-DE', 'en']);
	});

	it('finds views by their names, asking for them once for many items', async () => {
		await addRightsView(service);
		const { asset_id } = await approvedVideo(service);
		await service.act('update-metadata', { asset_id, values: { RightsExpiry: date(-1) } });
		await service.clearLog();
		const items = [{ asset_id }, { asset_id }, { asset_id }];
		const { json } = await run(service, { ...ofItem, rightsView: 'Usage rights' }, items);
		expect(json[2]).toMatchObject({ rights: { status: 'expired' } });
		const asked = (await service.calls()).filter(({ path }) => path.endsWith('/views/'));
		expect(asked).toHaveLength(1);
	});

	it('names the views that there are when a name is unknown', async () => {
		await addRightsView(service);
		const { asset_id } = await approvedVideo(service);
		const { error } = await run(service, { ...ofItem, rightsView: 'Rights' }, [{ asset_id }]);
		expect(error).toMatchObject({ message: 'iconik has no metadata view "Rights"' });
		expect(error?.description).toContain('Usage rights');
	});

	it('takes null and absent fields for what they are: nothing there', async () => {
		const rightsView = await addRightsView(service);
		const { asset_id } = await call<{ id: string }>(service, 'POST', 'assets/v1/assets/', {
			title: 'Bare',
		}).then(({ id }) => ({ asset_id: id }));
		const found = await packageOf(service, asset_id, { rightsView, versionPolicy: 'latest' });
		expect(found).toMatchObject({
			poster: null,
			captions: [],
			width: null,
			warning: null,
			rights: { status: 'missing', territories: [] },
			delivery: { strategy: 'none', url: null },
		});
	});

	it('carries on when the search index does not know the asset yet', async () => {
		const { asset_id } = await approvedVideo(service, 'Brand new');
		await service.faults([{ fault: 'index-lag', milliseconds: 3_600_000 }]);
		const { asset_id: unknown } = await approvedVideo(service, 'Newer');
		expect(asset_id).not.toBe(unknown);
		const found = await packageOf(service, unknown);
		expect(found).toMatchObject({ title: 'Newer', media_type: null, hold_reasons: [] });
		expect(found.poster?.url).toEqual(expect.any(String));
	});
});

describe('the version', () => {
	it('stays the approved one while a newer one waits, and says so', async () => {
		const { asset_id, version_id } = await approvedVideo(service);
		await service.act('add-version', { asset_id });
		expect(await packageOf(service, asset_id)).toMatchObject({
			version_id,
			version_number: 1,
			is_latest_version: false,
			approval_status: 'APPROVED',
			hold_reasons: [],
		});
		await service.act('approve', { asset_id });
		expect(await packageOf(service, asset_id)).toMatchObject({
			version_number: 2,
			is_latest_version: true,
		});
	});

	it('is none when no version is approved, and files and links are then not even looked for', async () => {
		const { asset_id } = await video(service);
		await service.act('reject', { asset_id });
		await service.clearLog();
		const found = await packageOf(service, asset_id, { previewStrategy: 'share' });
		expect(found).toMatchObject({
			version_id: null,
			approval_status: 'NOT_APPROVED',
			hold_reasons: ['No version is approved: the latest is rejected'],
			preview: { strategy: 'none', url: null, reason: 'There is no version to link to' },
		});
		expect((await service.calls()).some(({ path }) => path.includes('/shares/'))).toBe(false);
	});

	it('is the newest one on request, held for its own state', async () => {
		const { asset_id } = await approvedVideo(service);
		const { version_id } = await service.act<{ version_id: string }>('add-version', { asset_id });
		expect(await packageOf(service, asset_id, { versionPolicy: 'latest' })).toMatchObject({
			version_id,
			approval_status: 'N/A',
			hold_reasons: ['Version 2 is not approved: it is not reviewed yet'],
		});
	});

	it('is the given one on request', async () => {
		const { asset_id, version_id } = await approvedVideo(service);
		await service.act('add-version', { asset_id });
		const specific = { versionPolicy: 'specific', versionId: version_id };
		expect(await packageOf(service, asset_id, specific)).toMatchObject({ version_id });
		const unknown = { versionPolicy: 'specific', versionId: 'no-such-version' };
		expect(await packageOf(service, asset_id, unknown)).toMatchObject({
			version_id: null,
			hold_reasons: ['The asset has no version to use'],
		});
	});

	it('is not approved when its reviewers disagree', async () => {
		const { asset_id } = await video(service);
		await call(service, 'PUT', `assets/v1/assets/${asset_id}/approvals/`, { status: 'APPROVED' });
		await call(service, 'PUT', `assets/v1/assets/${asset_id}/approvals/`, {
			status: 'NOT_APPROVED',
			external: 'legal@example.com',
		});
		expect(await packageOf(service, asset_id)).toMatchObject({
			version_id: null,
			approval_status: 'MIXED',
		});
	});

	it('is approved by a vote that nobody asked for', async () => {
		const { asset_id, version_id } = await video(service);
		await service.act('approve', { asset_id });
		expect(await packageOf(service, asset_id)).toMatchObject({ version_id });
	});
});

describe('an asset that must not go live', () => {
	it.each([
		[{ RightsExpiry: date(-1) }, 'expired', /expired on/],
		[{ RightsStart: date(3), RightsExpiry: date(90) }, 'pending', /begin on/],
		[{ RightsExpiry: date(10) }, 'expiring', undefined],
		[{}, 'missing', /No usage rights/],
	])('with rights %j is %s', async (values, status, reason) => {
		const rightsView = await addRightsView(service);
		const { asset_id } = await approvedVideo(service);
		await service.act('update-metadata', { asset_id, values });
		const found = await packageOf(service, asset_id, { rightsView });
		expect(found.rights.status).toBe(status);
		expect(found.hold_reasons).toEqual(reason ? [expect.stringMatching(reason)] : []);
	});

	it('is held with its warning when it is blocked, and no link is made', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.act('block', { asset_id, warning: 'Legal dispute' });
		await service.clearLog();
		const found = await packageOf(service, asset_id, {
			deliveryStrategy: 'share',
			previewStrategy: 'share',
		});
		expect(found).toMatchObject({
			is_blocked: true,
			hold_reasons: ['The asset is blocked in iconik: Legal dispute'],
			delivery: { strategy: 'none', reason: 'The asset is blocked in iconik' },
		});
		expect(await service.calls('write')).toEqual([]);
	});

	it('is held while its proxy is not finished', async () => {
		const { asset_id } = await approvedVideo(service, 'Raw', { proxy_status: 'OPEN' });
		const found = await packageOf(service, asset_id, { deliveryStrategy: 'public_proxy' });
		expect(found.delivery).toMatchObject({ strategy: 'none', url: null });
		expect(found.hold_reasons.at(-1)).toBe(
			'There is no delivery link: the proxy is not finished yet',
		);
	});

	it('may go live as a subclip, which plays its part of the parent', async () => {
		const parent = await approvedVideo(service, 'Parent');
		const { id } = await call<{ id: string }>(service, 'POST', 'assets/v1/assets/', {
			title: 'Part',
			type: 'SUBCLIP',
			original_asset_id: parent.asset_id,
			original_version_id: parent.version_id,
			time_start_milliseconds: 2500,
			time_end_milliseconds: 12_000,
		});
		await service.act('approve', { asset_id: id });
		const found = await packageOf(service, id, { deliveryStrategy: 'public_proxy' });
		expect(found).toMatchObject({ duration_milliseconds: 9500, hold_reasons: [] });
		expect(found.delivery.url).toMatch(/\/public\/.*#t=2.5,12$/);
	});

	it('is held as a placeholder', async () => {
		const { asset_id } = await approvedVideo(service, 'Wanted', { type: 'PLACEHOLDER' });
		expect((await packageOf(service, asset_id)).hold_reasons).toEqual([
			'The asset is a placeholder without media',
		]);
	});

	it('gives a package when it was deleted, or when it never existed', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.act('delete-asset', { asset_id });
		const gone = { status: 'DELETED', hold_reasons: ['The asset was deleted in iconik'] };
		expect(await packageOf(service, asset_id)).toMatchObject({ asset_id, ...gone });
		const unknown = '00000000-0000-11ee-8000-000000000000';
		expect(await packageOf(service, unknown)).toMatchObject({ asset_id: unknown, ...gone });
	});

	it('fails its item when it was deleted and that was asked for', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.act('delete-asset', { asset_id });
		const parameters = { ...ofItem, options: { onDeletedAsset: 'error' } };
		const { error } = await run(service, parameters, [{ asset_id }]);
		expect(error?.message).toBeDefined();
	});
});
