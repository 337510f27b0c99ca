import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, install, run, save } from './runContentstack';

const service = withContentstack();
let count = 0;
const newId = () => `asset-${++count}`;

beforeAll(async () => {
	await install(service);
});
beforeEach(async () => await service.clearLog());

const writes = async () =>
	(await service.calls('write')).map(({ method, path }) => `${method} ${path}`);
const full = {
	title: 'Launch film 🎬 – Überraschung "für" 東京',
	iconik_version_number: '3',
	iconik_state: 'ready',
	duration_ms: 61000,
	preview_expires: '2027-01-01T10:00:00+02:00',
	usage_rights: { status: 'valid', expires: '2027-12-31', territories: ['DE', 'FR'], notes: null },
	captions: [{ language: 'de', closed_captions: true }, { language: 'fr' }],
	iconik_metadata: [{ name: 'Campaign', value: 'Spring' }],
};

describe('an entry that does not exist', () => {
	it('is created with Unicode intact and says what was written', async () => {
		const id = newId();
		const { json, error } = await run(service, save, [{ asset_id: id, fields: full }]);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({
			result: 'created',
			content_type: 'iconik_media',
			locale: 'en-us',
			version: 1,
			previous_version: null,
			published: [],
			entry: { title: full.title, iconik_asset_id: id, iconik_version_number: 3 },
		});
		expect(json[0]?.updated_by).toEqual(expect.any(String));
		expect(json[0]?.cms_url).toContain(
			`/content-type/iconik_media/en-us/entry/${json[0]?.uid}/edit`,
		);
		expect(await writes()).toEqual(['POST /v3/content_types/iconik_media/entries']);
	});

	it('is refused without its mandatory title, before any write', async () => {
		const { error } = await run(service, save, [{ asset_id: newId(), fields: { width: 1 } }]);
		expect(error?.message).toContain('Title (title) is mandatory');
		expect(await writes()).toEqual([]);
	});
});

describe('an entry that exists', () => {
	it('is left alone five times while it says the same', async () => {
		const item = { asset_id: newId(), fields: full };
		await run(service, save, [item]);
		await service.clearLog();
		for (let time = 0; time < 5; time++) {
			const { json } = await run(service, save, [item]);
			expect(json[0]).toMatchObject({
				result: 'unchanged',
				changed: [],
				version: 1,
				updated_by: null,
			});
		}
		expect(await writes()).toEqual([]);
	});

	it('gets only the changed fields written, and keeps what is not named', async () => {
		const item = { asset_id: newId(), fields: full };
		const created = await run(service, save, [item]);
		const { json } = await run(service, save, [
			{ ...item, fields: { duration_ms: 62000, usage_rights: { status: 'expiring' } } },
		]);
		expect(json[0]).toMatchObject({
			result: 'updated',
			changed: ['duration_ms', 'usage_rights'],
			uid: created.json[0]?.uid,
			version: 2,
			previous_version: 1,
			entry: {
				duration_ms: 62000,
				usage_rights: { status: 'expiring', expires: '2027-12-31', territories: ['DE', 'FR'] },
				captions: [{ language: 'de', closed_captions: true }, { language: 'fr' }],
			},
		});
	});

	it('has a field cleared by null once, and an absent one left alone', async () => {
		const item = { asset_id: newId(), fields: { ...full, description: 'Long text' } };
		await run(service, save, [item]);
		const cleared = {
			...item,
			fields: { description: null, preview_expires: null, usage_rights: null, captions: null },
		};
		const first = await run(service, save, [cleared]);
		expect(first.json[0]?.changed).toHaveLength(4);
		expect(first.json[0]?.entry).toMatchObject({ title: full.title, duration_ms: 61000 });
		const second = await run(service, save, [cleared]);
		expect(second.json[0]?.result).toBe('unchanged');
	});

	it('keeps the identity of list items that stay', async () => {
		const item = { asset_id: newId(), fields: full };
		const raw = { ...save, simplify: false };
		const { json: before } = await run(service, raw, [item]);
		const { json: after } = await run(service, raw, [
			{
				...item,
				fields: { captions: [{ language: 'fr' }, { language: 'de', closed_captions: true }] },
			},
		]);
		const uids = ([{ entry } = {}]: IDataObject[]) =>
			(
				(entry as IDataObject).captions as Array<{ language: string; _metadata: { uid: string } }>
			).map(({ language, _metadata }) => [language, _metadata.uid]);
		expect(new Map(uids(after) as never)).toEqual(new Map(uids(before) as never));
	});

	it('is localized only when a locale is given', async () => {
		const item = { asset_id: newId(), fields: full };
		await run(service, save, [item]);
		const { json } = await run(service, { ...save, locale: 'de-de' }, [
			{ ...item, fields: { title: 'Einführungsfilm' } },
		]);
		expect(json[0]).toMatchObject({ result: 'updated', locale: 'de-de', changed: ['title'] });
		const again = await run(service, { ...save, locale: 'de-de' }, [
			{ ...item, fields: { title: 'Einführungsfilm' } },
		]);
		expect(again.json[0]).toMatchObject({ result: 'unchanged', locale: 'de-de' });
		const master = await run(service, save, [item]);
		expect(master.json[0]).toMatchObject({ result: 'unchanged', locale: 'en-us' });
	});
});

describe('many items', () => {
	it('are looked up with one query for every 50, and come out in order', async () => {
		const items = Array.from({ length: 60 }, (_, n) => ({
			asset_id: `many-${n}`,
			fields: { title: `Film ${n}` },
		}));
		const { json } = await run(service, save, items);
		expect(json.map(({ entry }) => (entry as IDataObject).title)).toEqual(
			items.map(({ fields }) => fields.title),
		);
		expect((await service.calls()).filter(({ status }) => status === 429)).toEqual([]);
		await service.clearLog();
		const again = await run(service, save, items);
		expect(new Set(again.json.map(({ result }) => result))).toEqual(new Set(['unchanged']));
		const reads = (await service.calls('read')).map(({ path }) => path);
		expect(reads.filter((path) => path.endsWith('/entries'))).toHaveLength(2);
		expect(reads.filter((path) => path.endsWith('/iconik_media'))).toHaveLength(1);
	}, 60_000);

	it('with the same match value are worked one after the other', async () => {
		const id = newId();
		const { json } = await run(service, save, [
			{ asset_id: id, fields: { title: 'First' } },
			{ asset_id: id, fields: { title: 'Second' } },
			{ asset_id: id, fields: { title: 'Second' } },
		]);
		expect(json.map(({ result }) => result)).toEqual(['created', 'updated', 'unchanged']);
	});

	it('fail each for itself into the error branch, with the reason and the input', async () => {
		const { output } = await run(
			service,
			save,
			[
				{ asset_id: newId(), fields: { title: 'Good' } },
				{ asset_id: '', fields: { title: 'No asset id' } },
				{ asset_id: newId(), fields: { title: 'Wrong', width: 'wide', nonsense: 1 } },
				{ asset_id: newId(), fields: { title: 'Choice', iconik_state: 'maybe' } },
			],
			{ onError: 'continueErrorOutput' },
		);
		expect(output[0]).toHaveLength(1);
		expect(output[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		const errors = output[1]?.map(({ json }) => json) ?? [];
		expect(errors).toHaveLength(3);
		expect(errors[0]?.error).toContain('no value for the match field iconik Asset ID');
		expect(errors[1]?.error).toContain('Width (width) expects a number, got "wide"');
		expect(errors[1]?.error).toContain('nonsense does not exist');
		expect(errors[1]?.fields).toMatchObject({ title: 'Wrong' });
		expect(errors[2]?.error).toContain('offers "ready", "held", "withdrawn", not "maybe"');
	});

	it('stop at the first wrong one before anything is written when the node stops on errors', async () => {
		const { error } = await run(service, save, [
			{ asset_id: newId(), fields: { title: 'Good' } },
			{ asset_id: null, fields: { title: 'Bad' } },
		]);
		expect(error?.context?.itemIndex).toBe(1);
		expect(await writes()).toEqual([]);
	});
});

describe('mapped fields', () => {
	it('write what expressions give, clear by null, and leave what nobody filled', async () => {
		const id = newId();
		await run(service, save, [{ asset_id: id, fields: { ...full, description: 'Old' } }]);
		const { json, error } = await run(
			service,
			{
				...save,
				dataMode: 'mapFields',
				fields: {
					mappingMode: 'defineBelow',
					value: {
						title: '={{ $json.title }}',
						description: '={{ null }}',
						media_type: null,
						width: '',
					},
					matchingColumns: [],
					schema: [],
				},
			},
			[{ asset_id: id, title: 'New title' }],
		);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ result: 'updated', changed: ['title', 'description'] });
	});

	it('are taken from the item by name when mapped automatically', async () => {
		const { json } = await run(
			service,
			{
				...save,
				dataMode: 'mapFields',
				fields: { mappingMode: 'autoMapInputData', value: null },
			},
			[{ asset_id: newId(), title: 'By name', height: 1080, other: 'ignored' }],
		);
		expect(json[0]).toMatchObject({ result: 'created', entry: { title: 'By name', height: 1080 } });
	});
});

it('an unknown content type is told with what to do', async () => {
	const { error } = await run(service, { ...save, contentType: byId('nowhere') }, [
		{ asset_id: 'x', fields: {} },
	]);
	expect(error).toMatchObject({ httpCode: '422' });
	expect(error?.message).toContain('nowhere');
	expect(error?.description).toContain('Install iconik Media');
});

it('two entries with the same value are reported with their UIDs, none is guessed', async () => {
	const uids = [];
	for (let n = 0; n < 2; n++) {
		const { uid } = await service.act<{ uid: string }>('create-entry', {
			contentType: 'iconik_media',
			fields: { title: 'Twin', iconik_asset_id: `twin-${n}` },
		});
		uids.push(uid);
	}
	const { error } = await run(service, { ...save, matchField: 'title', matchValue: 'Twin' }, [
		{ fields: { width: 1 } },
	]);
	for (const uid of uids) expect(error?.description).toContain(uid);
	expect(await writes()).toEqual([]);
});

describe('only if still at a version', () => {
	const guarded = { ...save, options: { onlyIfVersion: '={{ $json.read }}' } };

	it('writes where nobody has saved since, and nothing where somebody has', async () => {
		const [kept, changed] = [newId(), newId()];
		const first = [kept, changed].map((asset_id) => ({ asset_id, fields: { title: 'Read' } }));
		const { json: made } = await run(service, save, first);
		const uid = made[1]?.uid;
		const edit = { contentType: 'iconik_media', uid, fields: { title: 'By a person' } };
		await service.act('save-entry', edit);
		await service.clearLog();

		const items = [kept, changed].map((asset_id) => ({
			asset_id,
			fields: { title: 'Late' },
			read: 1,
		}));
		const { json } = await run(service, guarded, items);
		expect(json).toMatchObject([
			{ result: 'updated', version: 2 },
			{ result: 'changed_meanwhile', uid, changed: [], version: 2, expected_version: 1 },
		]);
		expect(await writes()).toHaveLength(1);
	});

	it('creates where there was and is nothing, and not where somebody was faster', async () => {
		const items = [newId(), newId()].map((asset_id) => ({
			asset_id,
			fields: { title: 'New' },
			read: 0,
		}));
		await run(service, save, items.slice(1));
		const { json } = await run(service, guarded, items);
		expect(json).toMatchObject([{ result: 'created' }, { result: 'changed_meanwhile' }]);
	});

	it('says so when the entry is gone', async () => {
		const items = [{ asset_id: newId(), fields: { title: 'Gone' }, read: 3 }];
		const { json } = await run(service, guarded, items);
		expect(json).toMatchObject([{ result: 'changed_meanwhile', uid: null, version: null }]);
		expect(await writes()).toEqual([]);
	});
});
