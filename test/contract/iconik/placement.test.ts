import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import {
	addRightsView,
	addView,
	approvedVideo,
	byId,
	call,
	date,
	indexed,
	run,
	video,
} from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

beforeEach(async () => {
	const field = { name: 'cms_placements', label: 'Placements', field_type: 'text', multi: true };
	await call(service, 'POST', 'metadata/v1/fields/', field);
	await call(service, 'POST', 'metadata/v1/views/', {
		name: 'Contentstack context',
		view_fields: [{ name: 'cms_placements' }],
	});
});

const placement = async (
	operation: string,
	parameters: INodeParameters = {},
	items?: IDataObject[],
) => await run(service, { resource: 'placement', operation, ...parameters }, items);

const entry = { entryUid: 'blt1', contentType: 'page', apiKey: 'bltstack', branch: 'main' };

const row = (asset_id: string, more: object = {}) => ({
	asset_id,
	field_path: 'hero.video',
	locale: 'en-us',
	environment: 'production',
	...more,
});

const record = async (placements: object[], parameters: INodeParameters = {}) =>
	await placement('record', {
		...entry,
		entryTitle: 'Spring campaign',
		pageUrl: 'https://www.example.com/spring',
		placements: JSON.stringify(placements),
		...parameters,
	});

const of = async (assetId: string) => (await placement('get', { assetId: byId(assetId) })).json;

const assets = async (...titles: string[]) =>
	await Promise.all(titles.map(async (title) => (await video(service, title)).asset_id));

describe('Placement: Record', () => {
	it('writes which assets an entry uses, in words for people', async () => {
		const [a = '', b = ''] = await assets('A', 'B');
		const { json } = await record([row(a), row(a, { field_path: 'body' }), row(b)]);
		expect(json).toMatchObject([{ added: 3, updated: 0, removed: 0, entry_uid: 'blt1' }]);
		expect(await of(a)).toMatchObject([
			{
				asset_id: a,
				content_type: 'page',
				entry_uid: 'blt1',
				title: 'Spring campaign',
				url: 'https://www.example.com/spring',
				field_path: 'hero.video',
				locale: 'en-us',
				environment: 'production',
				api_key: 'bltstack',
				branch: 'main',
			},
			{ field_path: 'body' },
		]);
	});

	it('writes nothing when nothing changed', async () => {
		const [a = '', b = ''] = await assets('A', 'B');
		await record([row(a), row(b)]);
		await indexed(service);
		await service.clearLog();
		expect((await record([row(b), row(a)])).json).toMatchObject([
			{ added: 0, updated: 0, removed: 0, unchanged: 2, assets: [] },
		]);
		expect(await service.calls('write')).toEqual([]);
	});

	it('adds, renames and takes away by difference, and leaves others alone', async () => {
		const [a = '', b = '', c = ''] = await assets('A', 'B', 'C');
		await record([row(a), row(b)]);
		await record([row(a)], { entryUid: 'blt2' });
		await indexed(service);
		const { json } = await record([row(a), row(c)], { entryTitle: 'Spring sale' });
		expect(json).toMatchObject([{ added: 1, updated: 1, removed: 1 }]);
		expect((await of(a)).map(({ entry_uid, title }) => [entry_uid, title])).toEqual([
			['blt2', 'Spring campaign'],
			['blt1', 'Spring sale'],
		]);
		expect(await of(b)).toEqual([]);
		expect(await of(c)).toHaveLength(1);
	});

	it('takes away what it has just recorded although the search does not know it yet', async () => {
		await service.faults([{ fault: 'index-lag', milliseconds: 600_000 }]);
		const [a = '', b = ''] = await assets('A', 'B');
		await record([row(a)]);
		expect((await record([row(b)])).json).toMatchObject([{ added: 1, removed: 1 }]);
		expect(await of(a)).toEqual([]);
	});

	it('takes away from assets that the workflow knows and the search does not', async () => {
		await service.faults([{ fault: 'index-lag', milliseconds: 600_000 }]);
		const [a = ''] = await assets('A');
		const text = 'Old | - | page/blt7 | hero | en-us | production | bltstack/main';
		await service.act('update-metadata', { asset_id: a, values: { cms_placements: [text] } });
		const options = { previousAssets: a };
		const { json } = await record([], { entryUid: 'blt7', options });
		expect(json).toMatchObject([{ removed: 1 }]);
	});

	it('leaves other locales and environments alone when it is about one', async () => {
		const [a = '', b = ''] = await assets('A', 'B');
		await record([row(a), row(a, { locale: 'de-de' }), row(a, { environment: 'staging' })]);
		await indexed(service);
		const options = { locale: 'en-us', environment: 'production' };
		expect((await record([row(b)], { options })).json).toMatchObject([{ added: 1, removed: 1 }]);
		expect((await of(a)).map(({ locale, environment }) => [locale, environment])).toEqual([
			['de-de', 'production'],
			['en-us', 'staging'],
		]);
	});

	it('loses nothing when many entries record the same asset side by side', async () => {
		const [a = ''] = await assets('A');
		const uids = Array.from({ length: 12 }, (_, n) => ({ uid: `blt${n}` }));
		const { json, error } = await placement(
			'record',
			{ ...entry, entryUid: '={{ $json.uid }}', placements: JSON.stringify([row(a)]) },
			uids,
		);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(12);
		expect(new Set((await of(a)).map(({ entry_uid }) => entry_uid)).size).toBe(12);
	});

	it('keeps what people wrote into the field', async () => {
		const [a = ''] = await assets('A');
		const values = { cms_placements: ['also on the fair stand'] };
		await service.act('update-metadata', { asset_id: a, values });
		await record([row(a)]);
		await placement('clear', entry);
		expect(await of(a)).toEqual([]);
		expect(JSON.stringify(await valuesOf(a))).toContain('also on the fair stand');
	});

	it('writes the others when one asset is not there, and names it', async () => {
		const [a = ''] = await assets('A');
		const unknown = '00000000-0000-11ee-8000-000000000000';
		const { error } = await record([row(unknown), row(a)]);
		expect(error?.message).toMatch(/^The placements of 1 of 2 assets could not be written/);
		expect(error?.description).toContain(unknown);
		expect(await of(a)).toHaveLength(1);
	});

	it.each([
		[{ placements: '{"a":1}' }, 'The placements are not a list'],
		[{ placements: '[{"field_path":"x"}]' }, 'Placement 1 has no asset_id'],
		[{ entryUid: 'blt 1' }, 'The UID of the entry cannot be "blt 1"'],
		[{ apiKey: '={{ $json.nothing }}' }, 'The API key of the stack is missing'],
	])('refuses %j and writes nothing', async (parameters, message) => {
		const [a = ''] = await assets('A');
		await service.clearLog();
		const { error } = await record([row(a)], parameters);
		expect(error?.message).toMatch(message);
		expect(await service.calls('write')).toEqual([]);
	});

	it('records into a view that Create View has made', async () => {
		const [a = ''] = await assets('A');
		const name = { placementView: 'Used by', placementField: 'used_on' };
		await run(service, {
			resource: 'metadata',
			operation: 'createView',
			viewName: 'Used by',
			viewFields: { fields: [{ name: 'used_on', label: 'Used on', type: 'text', multi: true }] },
		});
		await record([row(a)], name);
		await record([row(a)], { ...name, entryUid: 'blt2' });
		const { json } = await placement('get', { ...name, assetId: byId(a) });
		expect(json.map(({ entry_uid }) => entry_uid)).toEqual(['blt1', 'blt2']);
	});

	it('refuses a field that is not in the view, or that holds one value only', async () => {
		const missing = await record([], { placementField: 'nope' });
		expect(missing.error?.message).toBe(
			'The metadata view "Contentstack context" has no field "nope"',
		);
		await addView(service, 'Editorial', { Campaign: 'string' });
		const single = { placementView: 'Editorial', placementField: 'Campaign' };
		expect((await record([], single)).error?.message).toBe(
			'The metadata field "Campaign" holds one value only',
		);
	});

	it('says how to make the view where it is missing', async () => {
		const { error } = await record([], { placementView: 'CMS' });
		expect(error?.message).toBe('iconik has no metadata view "CMS"');
		expect(error?.description).toContain('Create View of the resource Metadata');
	});
});

const valuesOf = async (assetId: string) => {
	const { objects } = await call<{ objects: Array<{ id: string; name: string }> }>(
		service,
		'GET',
		'metadata/v1/views/',
	);
	const view = objects.find(({ name }) => name === 'Contentstack context')?.id;
	return await call(service, 'GET', `metadata/v1/assets/${assetId}/views/${view}/`);
};

describe('Placement: Clear and Get', () => {
	it('take away all of an entry, and show what an entry uses', async () => {
		const [a = '', b = ''] = await assets('A', 'B');
		await record([row(a), row(b)]);
		await record([row(b)], { entryUid: 'blt2' });
		const used = await placement('get', { placementsOf: 'entry', ...entry });
		expect(used.json.map(({ asset_id }) => asset_id).sort()).toEqual([a, b].sort());
		expect((await placement('clear', entry)).json).toMatchObject([{ removed: 2 }]);
		expect((await placement('get', { placementsOf: 'entry', ...entry })).json).toEqual([]);
		expect(await of(b)).toMatchObject([{ entry_uid: 'blt2' }]);
	});

	it('take an asset that was never touched as one without placements', async () => {
		const [a = ''] = await assets('A');
		expect(await of(a)).toEqual([]);
	});
});

describe('Placement: Get Report', () => {
	const report = async (name: string, parameters: INodeParameters = {}) =>
		(await placement('getReport', { report: name, ...parameters })).json;

	it('tells the unused, also those that are no longer used, and the most used first', async () => {
		const [a = '', b = '', c = '', d = ''] = await assets('A', 'B', 'C', 'D');
		await record([row(a), row(b), row(d)]);
		await record([row(b)], { entryUid: 'blt2' });
		await record([row(a), row(b)]);
		await indexed(service);
		const unused = await report('unused');
		expect(unused.map(({ asset_id }) => asset_id).sort()).toEqual([c, d].sort());
		expect(await report('mostUsed')).toMatchObject([
			{ asset_id: b, title: 'B', entries: 2, placements_count: 2 },
			{ asset_id: a, entries: 1 },
		]);
		expect(await report('mostUsed', { limit: 1 })).toHaveLength(1);
		expect(await report('unused', { filters: { mediaTypes: ['audio'] } })).toEqual([]);
	});

	it('tells what is used without any approved version', async () => {
		const approved = await approvedVideo(service, 'Approved');
		const revised = await approvedVideo(service, 'Revised');
		await service.act('add-version', { asset_id: revised.asset_id });
		const waiting = await video(service, 'Waiting');
		await service.act('request-review', { asset_id: waiting.asset_id });
		await record([row(approved.asset_id), row(revised.asset_id), row(waiting.asset_id)]);
		await video(service, 'Not used');
		await indexed(service);
		expect(await report('usedUnapproved')).toMatchObject([
			{ asset_id: waiting.asset_id, approval_status: 'REQUESTED', entries: 1 },
		]);
	});

	it('tells what is used while its rights end', async () => {
		await addRightsView(service);
		const [ending = '', ended = '', lasting = '', unused = ''] = await assets('1', '2', '3', '4');
		const ends = async (asset_id: string, days: number) =>
			await service.act('update-metadata', { asset_id, values: { RightsExpiry: date(days) } });
		await ends(ending, 10);
		await ends(ended, -3);
		await ends(lasting, 400);
		await ends(unused, 10);
		await record([row(ending), row(ended), row(lasting)]);
		await indexed(service);
		expect(await report('expiring')).toMatchObject([
			{ asset_id: ended, rights_status: 'expired', rights_expire: date(-3) },
			{ asset_id: ending, rights_status: 'expiring' },
		]);
		expect(await report('expiring', { expiringWithinDays: 5 })).toHaveLength(1);
	});

	it('tells videos in use that lack captions in a language, at the version that is approved', async () => {
		const complete = await approvedVideo(service, 'Complete');
		const revised = await approvedVideo(service, 'Revised');
		const silent = await video(service, 'Silent');
		const still = await video(service, 'Still', { media_type: 'image' });
		for (const { asset_id } of [complete, revised])
			for (const language of ['en-GB', 'de'])
				await service.act('add-subtitle', { asset_id, language });
		await service.act('add-version', { asset_id: revised.asset_id });
		await service.act('add-subtitle', { asset_id: silent.asset_id, language: 'de' });
		await video(service, 'Not used');
		await record([complete, revised, silent, still].map(({ asset_id }) => row(asset_id)));
		await indexed(service);
		expect(await report('missingCaptions', { captionLanguages: 'en, de' })).toMatchObject([
			{ report: 'missingCaptions', asset_id: silent.asset_id, missing_captions: ['en'] },
		]);
		expect(await report('missingCaptions', { captionLanguages: 'de' })).toEqual([]);
		const french = await report('missingCaptions', { captionLanguages: 'fr', returnAll: true });
		expect(french.map(({ title }) => title).sort()).toEqual(['Complete', 'Revised', 'Silent']);
	});
});

describe('Placement: Get Usage', () => {
	const usage = async (assetId: string, parameters: INodeParameters = {}) =>
		(await placement('getUsage', { assetId: byId(assetId), ...parameters })).json[0];

	it('counts entries and places since the first day, and what left iconik', async () => {
		const [a = ''] = await assets('A');
		await record([
			row(a, {
				environment: undefined,
				environments: [{ environment: 'live', published_at: '2026-03-05T10:00:00.000Z' }],
			}),
			row(a, { field_path: 'body', since: '2026-03-02' }),
		]);
		await record([row(a)], { entryUid: 'blt2' });
		for (const operation_type of ['DOWNLOAD', 'EXPORT', 'DOWNLOAD', 'METADATA'])
			await call(service, 'POST', `assets/v1/assets/${a}/history/`, { operation_type });
		expect(await usage(a)).toMatchObject({
			asset_id: a,
			entries: 2,
			placements_count: 3,
			since: '2026-03-02',
			downloads: 2,
			last_download: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
			exports: 1,
			placements: [{ field_path: 'body' }, { environment: 'live' }, { since: null }],
		});
		expect(await usage(a, { mostPlaces: 1, countDownloads: false })).toMatchObject({
			placements_count: 3,
			placements: [{ since: '2026-03-02' }],
			downloads: null,
		});
	});

	it('is nothing for what nobody uses', async () => {
		const [a = ''] = await assets('A');
		expect(await usage(a)).toMatchObject({
			entries: 0,
			since: null,
			placements: [],
			downloads: 0,
			last_download: null,
		});
	});
});

describe('Placement: Make Report Page', () => {
	it('makes one file of all rows, whatever reports they are of', async () => {
		const [a = ''] = await assets('A', 'B');
		await record([row(a)]);
		await indexed(service);
		const rows = ['mostUsed', 'unused'].map(
			async (report) => (await placement('getReport', { report })).json,
		);
		const items = (await Promise.all(rows)).flat();
		const { output, error } = await placement('makeReportPage', { pageTitle: 'Media' }, [
			...items,
			{},
		]);
		expect(error).toBeUndefined();
		expect(output[0]).toMatchObject([
			{ json: { title: 'Media', file_name: 'media-report.html', rows: 2 } },
		]);
		const file = output[0]?.[0]?.binary?.data;
		expect(file).toMatchObject({ mimeType: 'text/html', fileName: 'media-report.html' });
		expect(file?.bytes).toBeGreaterThan(5000);
	});

	it('is empty and calm when no report found anything', async () => {
		const { json } = await placement('makeReportPage', { pageReports: ['expiring'] }, [{}]);
		expect(json).toMatchObject([{ rows: 0 }]);
	});
});
