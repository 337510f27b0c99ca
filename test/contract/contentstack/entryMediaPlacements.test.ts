import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eventually } from '../../support/eventually';
import { withContentstack } from '../../support/sandbox';
import { byId, install, run } from './runContentstack';

const service = withContentstack();
const placements = (contentType: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'entry',
	operation: 'getMediaPlacements',
	contentType: byId(contentType),
	entry: byId('={{ $json.uid }}'),
	mediaContentTypes: ['iconik_media', 'media'],
	assetIdFields: 'iconik_asset_id, video_id',
	...more,
});
const all = (contentType: string, more: INodeParameters = {}) =>
	placements(contentType, { lookAt: 'all', ...more });
const brief = (rows: IDataObject[]) =>
	rows.map(({ asset_id, title, field_path, locale }) => [asset_id, title, field_path, locale]);

beforeAll(async () => {
	await install(service);
});
beforeEach(async () => await service.clearLog());

it('a page gives one row for each asset and field, with where it is live', async () => {
	const { json, error } = await run(service, all('page'));
	expect(error).toBeUndefined();
	expect(brief(json)).toEqual([
		['harbour-01', 'Home', 'blocks.0.hero.video', 'en-us'],
		['harbour-01', 'Home', 'blocks.1.gallery.items.0', 'en-us'],
		['workshop-07', 'Home', 'blocks.1.gallery.items.1', 'en-us'],
	]);
	const [row] = json;
	expect(row).toMatchObject({
		content_type: 'page',
		content_type_title: 'Page',
		entry_version: 1,
		branch: 'main',
		source: 'reference',
		media_content_type: 'media',
		problem: null,
	});
	const environments = row?.environments as IDataObject[];
	expect(environments.map(({ environment }) => environment)).toEqual(['production', 'staging']);
	expect(environments[0]).toMatchObject({ locale: 'en-us', version: 1, is_latest: true });
	expect(environments[0]?.published_at).toEqual(expect.any(String));
	expect(environments[0]?.url).toMatch(/^https?:\/\/.+[^/]\/$/);
	expect(row?.page_url).toBe(environments[0]?.url);
	expect(row?.cms_url).toContain(`/content-type/page/en-us/entry/${row?.entry_uid}/edit`);
});

it('each language version is told for itself, and a live version that is not the latest as such', async () => {
	const { json } = await run(service, all('article'));
	const story = json.filter(({ field_path: path }) => path === 'media.0');
	expect(brief(story)).toEqual([
		['harbour-01', 'The last boatbuilder', 'media.0', 'en-us'],
		['harbour-01', 'Der letzte Bootsbauer', 'media.0', 'de-de'],
	]);
	expect(story[0]?.environments).toEqual([
		expect.objectContaining({ environment: 'production', version: 1, is_latest: false }),
	]);
	expect(story[0]?.page_url).toMatch(/\/stories\/the-last-boatbuilder$/);
	expect(story[1]).toMatchObject({ environments: [], page_url: null });
	const { json: live } = await run(service, all('article', { options: { onlyLive: true } }));
	expect(live.map(({ locale }) => locale)).toEqual(['en-us']);
	const german = await run(service, all('article', { options: { locales: ['de-de'] } }));
	expect(german.json.map(({ locale }) => locale)).toEqual(['de-de']);
});

it('a language that falls back to another shows its media where it is live', async () => {
	const { json: media } = await run(service, {
		resource: 'entry',
		operation: 'getAll',
		contentType: byId('media'),
		query: '{"video_id": "workshop-07"}',
	});
	const { uid } = await service.act<{ uid: string }>('create-entry', {
		contentType: 'article',
		fields: {
			title: 'Also in French',
			url: '/stories/also',
			media: [{ uid: media[0]?.uid, _content_type_uid: 'media' }],
		},
	});
	await service.act('publish-entry', {
		contentType: 'article',
		uid,
		environments: ['staging'],
		locales: ['fr-fr'],
	});
	await eventually(async () => {
		const { json } = await run(service, placements('article'), [{ uid }]);
		expect(
			json.map(({ asset_id, locale, content_locale, environments }) => [
				asset_id,
				locale,
				content_locale,
				(environments as IDataObject[]).map(({ environment }) => environment),
			]),
		).toEqual([
			['workshop-07', 'en-us', 'en-us', []],
			['workshop-07', 'fr-fr', 'en-us', ['staging']],
		]);
	});
	const { json: live } = await run(
		service,
		placements('article', { options: { onlyLive: true } }),
		[{ uid }],
	);
	expect(live.map(({ locale }) => locale)).toEqual(['fr-fr']);
}, 30_000);

it('many items are read together, each with its own rows, in few calls', async () => {
	const media = [];
	for (let n = 0; n < 30; n++)
		media.push(
			await service.act<{ uid: string }>('create-entry', {
				contentType: 'media',
				fields: { title: `Clip ${n}`, video_id: `clip-${n}` },
			}),
		);
	const entries = [];
	for (const [n, { uid }] of media.entries())
		entries.push(
			await service.act<{ uid: string }>('create-entry', {
				contentType: 'article',
				fields: { title: `Article ${n}`, media: [{ uid, _content_type_uid: 'media' }] },
			}),
		);
	await service.clearLog();
	const items = entries.map(({ uid }) => ({ uid }));
	const { output, error } = await run(service, placements('article'), items);
	expect(error).toBeUndefined();
	expect(output[0]?.map(({ json, pairedItem }) => [json.asset_id, pairedItem])).toEqual(
		items.map((_, item) => [`clip-${item}`, { item }]),
	);
	const paths = (await service.calls()).map(({ path }) => path.replace(/^.*content_types\//, ''));
	// One read of the articles in each of the three languages, one of the media; each schema once.
	expect(paths.filter((path) => path === 'article/entries')).toHaveLength(3);
	expect(paths.filter((path) => path === 'media/entries')).toHaveLength(1);
	expect(paths.filter((path) => path === 'article' || path === 'media')).toHaveLength(2);
}, 30_000);

it('a media entry gives the asset at its version, and one that is gone breaks nothing', async () => {
	const film = await service.act<{ uid: string }>('create-entry', {
		contentType: 'iconik_media',
		fields: {
			title: 'Film',
			iconik_asset_id: 'asset-9',
			iconik_version_id: 'version-2',
			iconik_version_number: 2,
		},
	});
	const { json: own } = await run(service, placements('iconik_media'), [{ uid: film.uid }]);
	expect(own).toMatchObject([
		{ asset_id: 'asset-9', version_id: 'version-2', version_number: 2, source: 'asset_id_field' },
	]);
	const gone = await service.act<{ uid: string }>('create-entry', {
		contentType: 'media',
		fields: { title: 'Soon gone', video_id: 'gone-1' },
	});
	const empty = await service.act<{ uid: string }>('create-entry', {
		contentType: 'media',
		fields: { title: 'Holds nothing' },
	});
	const { uid } = await service.act<{ uid: string }>('create-entry', {
		contentType: 'article',
		fields: {
			title: 'Dangling',
			media: [gone, empty].map((entry) => ({ uid: entry.uid, _content_type_uid: 'media' })),
		},
	});
	await service.act('delete-entry', { contentType: 'media', uid: gone.uid });
	const { json: quiet, error } = await run(service, placements('article'), [{ uid }]);
	expect([quiet, error]).toEqual([[], undefined]);
	const { json } = await run(
		service,
		placements('article', { options: { includeUnresolved: true } }),
		[{ uid }],
	);
	expect(json.map(({ asset_id, field_path, problem }) => [asset_id, field_path, problem])).toEqual([
		[null, 'media.0', 'media_entry_missing'],
		[null, 'media.1', 'no_asset_id'],
	]);
});

it('an entry that does not exist fails alone', async () => {
	const { json: pages } = await run(service, all('page'));
	const { output } = await run(
		service,
		placements('page'),
		[{ uid: 'blt0000000000000000' }, { uid: pages[0]?.entry_uid as string }],
		{ onError: 'continueErrorOutput' },
	);
	expect(output[0]?.map(({ json }) => json.asset_id)).toEqual([
		'harbour-01',
		'harbour-01',
		'workshop-07',
	]);
	expect(output[1]?.map(({ json }) => json.error)).toEqual([
		'There is no entry blt0000000000000000 of page',
	]);
});

it.each([
	[{ options: { locales: ['xx'] } }, 'The language "xx" does not exist'],
	[{ contentType: byId('nowhere') }, "The Content Type 'nowhere' was not found"],
])('%j is explained', async (more, words) => {
	const { error } = await run(service, all('page', more as INodeParameters));
	expect(error?.message).toContain(words);
});
