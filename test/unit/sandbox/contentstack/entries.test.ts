import { bench, FILM, unlimited, type Bench } from './client';

let stack: Bench;
beforeAll(async () => {
	stack = unlimited(await bench());
	await stack.cma.post('/content_types', { content_type: FILM });
});
afterAll(async () => await stack.close());

let count = 0;
const create = async (fields: object = {}) => {
	count += 1;
	const entry = { title: `Film ${count}`, asset_id: `asset-${count}`, ...fields };
	const { data } = await stack.cma.post('/content_types/film/entries', { entry });
	return data.entry as {
		uid: string;
		_version: number;
		captions: Array<{ _metadata: { uid: string } }>;
	};
};
const put = async (uid: string, entry: object, locale?: string) =>
	await stack.cma.put(`/content_types/film/entries/${uid}`, { entry }, { params: { locale } });
const get = async (uid: string, params: object = {}) =>
	await stack.cma.get(`/content_types/film/entries/${uid}`, { params });

describe('saving', () => {
	it('makes a uid of the service and version 1', async () => {
		const entry = await create();
		expect(entry.uid).toMatch(/^blt[0-9a-f]{16}$/);
		expect(entry._version).toBe(1);
	});

	it('replaces what was sent, keeps the rest, and counts the version up even when nothing changed', async () => {
		const { uid } = await create({ summary: 'before', rights: { holder: 'Ida' } });
		const { data } = await put(uid, { rights: {} });
		expect(data.notice).toBe('Entry updated successfully.');
		expect(data.entry).toMatchObject({ summary: 'before', rights: {}, _version: 2 });
		expect((await put(uid, {})).data.entry._version).toBe(3);
	});

	it('passes over system keys and unknown keys, as the SDK sends whole entries back', async () => {
		const { uid } = await create();
		const { data } = await put(uid, {
			uid: 'other',
			_version: 40,
			nonsense: 1,
			publish_details: [],
		});
		expect(data.entry).toMatchObject({ uid, _version: 2 });
		expect(data.entry).not.toHaveProperty('nonsense');
	});

	it('works the atomic operations on the present value', async () => {
		const { uid } = await create({ tags_free: ['a', 'b'], seconds: 10 });
		await put(uid, { tags_free: { PUSH: { data: ['c'] } }, seconds: { ADD: 5 } });
		await put(uid, { tags_free: { UPDATE: { index: 0, data: 'A' } }, seconds: { SUB: 1 } });
		const { data } = await put(uid, { tags_free: { PULL: { query: { $in: ['b'] } } } });
		expect(data.entry).toMatchObject({ tags_free: ['A', 'c'], seconds: 14 });
	});

	it('gives items of a repeating group a uid and keeps the one that was sent', async () => {
		const { uid, captions } = await create({ captions: [{ language: 'en' }] });
		const kept = captions[0]?._metadata.uid;
		const { data } = await put(uid, {
			captions: [{ language: 'de' }, { ...captions[0], language: 'en' }],
		});
		expect(kept).toMatch(/^cs/);
		expect(data.entry.captions[1]._metadata.uid).toBe(kept);
		expect(data.entry.captions[0]._metadata.uid).not.toBe(kept);
	});

	it('tells who saved which version', async () => {
		const { uid } = await create();
		await stack.act('save-entry', {
			contentType: 'film',
			uid,
			person: 'Ann',
			fields: { summary: 'by hand' },
		});
		const { data } = await stack.cma.get(`/content_types/film/entries/${uid}/versions`);
		const [second, first] = data.versions;
		expect([second._version, first._version]).toEqual([2, 1]);
		expect(second.updated_by).not.toBe(first.updated_by);
	});
});

describe('refusals with 422/119', () => {
	const refusal = async (fields: object) => {
		count += 1;
		const entry = { title: `Refused ${count}`, asset_id: `refused-${count}`, ...fields };
		return await stack.cma.post('/content_types/film/entries', { entry });
	};

	it.each([
		['a mandatory field that is missing', { asset_id: null }, 'asset_id', 'is a required field.'],
		[
			'a value that is none of the choices',
			{ state: 'gone' },
			'state',
			'is not a valid enum value for state.',
		],
		['text where a number belongs', { seconds: '12' }, 'seconds', 'is not a valid number.'],
		[
			'an asset object where its uid belongs',
			{ poster: { uid: 'blt1', url: 'x' } },
			'poster',
			'is not a valid asset uid.',
		],
		[
			'an asset that does not exist',
			{ poster: 'blt0000000000000000' },
			'poster',
			'is not a valid asset uid.',
		],
		['one text where several belong', { tags_free: 'one' }, 'tags_free', 'is not a valid array.'],
		[
			'a reference to a type that the field does not take',
			{ sequels: [{ uid: 'blt1', _content_type_uid: 'page' }] },
			'sequels',
			'does not accept entries of page.',
		],
	])('refuses %s', async (_case, fields, field, message) => {
		const { status, data } = await refusal(fields);
		expect(status).toBe(422);
		expect(data).toMatchObject({ error_code: 119, errors: { [field]: [message] } });
	});

	it('names every unique field that is taken', async () => {
		await create({ title: 'Taken', asset_id: 'taken' });
		const { status, data } = await refusal({ title: 'Taken', asset_id: 'taken' });
		expect(status).toBe(422);
		expect(data.error_code).toBe(119);
		expect(data.errors).toEqual({ title: ['is not unique.'], asset_id: ['is not unique.'] });
	});

	it('lets one of two equal creates win, however close they are', async () => {
		const entry = { title: 'Race', asset_id: 'race' };
		const both = await Promise.all(
			[1, 2].map(async () => await stack.cma.post('/content_types/film/entries', { entry })),
		);
		expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
	});

	it('refuses a save of an entry that somebody else has locked', async () => {
		const { uid } = await create();
		await stack.act('lock-entry', { contentType: 'film', uid, person: 'Ann' });
		expect((await put(uid, { summary: 'x' })).status).toBe(422);
		await stack.act('unlock-entry', { contentType: 'film', uid });
		expect((await put(uid, { summary: 'x' })).status).toBe(200);
	});
});

describe('languages', () => {
	it('shows the master until an entry is localized, and its own values afterwards', async () => {
		const { uid } = await create({ summary: 'English' });
		expect((await get(uid, { locale: 'de-de' })).data.entry).toMatchObject({
			locale: 'en-us',
			summary: 'English',
		});
		const { data } = await put(uid, { summary: 'Deutsch' }, 'de-de');
		expect(data.notice).toBe('Entry localized successfully.');
		expect(data.entry).toMatchObject({ locale: 'de-de', summary: 'Deutsch', _version: 1 });
		expect((await get(uid)).data.entry.summary).toBe('English');
		const locales = await stack.cma.get(`/content_types/film/entries/${uid}/locales`);
		expect(locales.data.locales).toEqual([
			{ code: 'en-us' },
			{ code: 'de-de', localized: true },
			{ code: 'fr-fr' },
		]);
	});

	it('takes fields that cannot be localized from the master everywhere', async () => {
		const { uid } = await create();
		await put(uid, { summary: 'Deutsch', asset_id: 'mine' }, 'de-de');
		await put(uid, { asset_id: `changed-${uid}` });
		expect((await get(uid, { locale: 'de-de' })).data.entry.asset_id).toBe(`changed-${uid}`);
	});

	it('gives the master back after unlocalizing', async () => {
		const { uid } = await create({ summary: 'English' });
		await put(uid, { summary: 'Deutsch' }, 'de-de');
		await stack.cma.post(
			`/content_types/film/entries/${uid}/unlocalize`,
			{},
			{ params: { locale: 'de-de' } },
		);
		expect((await get(uid, { locale: 'de-de' })).data.entry.summary).toBe('English');
	});

	it('refuses a language that the stack does not have', async () => {
		const { uid } = await create();
		expect((await put(uid, {}, 'xx-xx')).data.error_code).toBe(141);
	});
});

it('tells which entries refer to an entry', async () => {
	const first = await create();
	const sequel = await create({ sequels: [{ uid: first.uid, _content_type_uid: 'film' }] });
	const { data } = await stack.cma.get(`/content_types/film/entries/${first.uid}/references`);
	expect(data.references).toMatchObject([
		{ entry_uid: sequel.uid, content_type_uid: 'film', locale: 'en-us' },
	]);
});

it('answers a deleted entry with 422/141, or with 404 where that is chosen', async () => {
	const { uid } = await create();
	const gone = await stack.cma.delete(`/content_types/film/entries/${uid}`);
	expect(gone.data.notice).toBe('Entry deleted successfully.');
	expect(await get(uid)).toMatchObject({ status: 422, data: { error_code: 141 } });
	await stack.act('choose-behaviour', { notFoundStatus: 404 });
	expect((await get(uid)).status).toBe(404);
	await stack.act('choose-behaviour', { notFoundStatus: 422 });
});

it('answers an unknown content type with 422/118', async () => {
	const { status, data } = await stack.cma.get('/content_types/nothing/entries');
	expect(status).toBe(422);
	expect(data).toMatchObject({
		error_code: 118,
		error_message: "The Content Type 'nothing' was not found. Please try again.",
	});
});
