import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, run } from './runContentstack';

const service = withContentstack();
beforeEach(async () => await service.clearLog());

const entry = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'entry',
	operation,
	contentType: byId('campaign'),
	entry: byId('={{ $json.uid }}'),
	dataMode: 'json',
	fieldsJson: '={{ $json.fields }}',
	...more,
});
const made = async (fields: IDataObject, contentType = 'campaign') =>
	await service.act<{ uid: string }>('create-entry', { contentType, fields });
const writes = async () =>
	(await service.calls('write')).map(
		({ method, path, query }) => `${method} ${path}${query ? `?${query.replace(/^\?/, '')}` : ''}`,
	);
const at = (uid: string, rest = '') => `/v3/content_types/campaign/entries/${uid}${rest}`;

describe('Create', () => {
	it('gives the new entry with what was written', async () => {
		const { json, error } = await run(service, entry('create'), [
			{ fields: { title: 'Autumn', kind: 'season', starts: '2026-09-01' } },
		]);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({
			result: 'created',
			changed: ['title', 'kind', 'starts'],
			version: 1,
			content_type: 'campaign',
			entry: { title: 'Autumn', kind: 'season' },
		});
		expect(await writes()).toEqual(['POST /v3/content_types/campaign/entries']);
	});

	it('is refused without a mandatory field, before any write', async () => {
		const { error } = await run(service, entry('create'), [{ fields: { kind: 'season' } }]);
		expect(error?.message).toContain('Title (title) is mandatory and has no value');
		expect(await writes()).toEqual([]);
	});

	it('is refused in the words of the service when a unique value is taken', async () => {
		await made({ title: 'Taken' });
		const { error } = await run(service, entry('create'), [{ fields: { title: 'Taken' } }]);
		expect(error?.message).toContain('title is not unique');
		expect(error?.httpCode).toBe('422');
	});

	it('does not make a second entry when the answer to the first try was lost', async () => {
		await service.faults([{ fault: 'reset-after-storing', match: { method: 'POST', times: 1 } }]);
		const { json, error } = await run(service, entry('create'), [
			{ fields: { title: 'Lost answer' } },
		]);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ result: 'created', entry: { title: 'Lost answer' } });
		const { json: all } = await run(
			service,
			entry('getAll', { returnAll: true, query: '{"title": "Lost answer"}' }),
		);
		expect(all).toHaveLength(1);
	}, 20_000);
});

describe('Update', () => {
	it('writes what differs, and nothing the second time', async () => {
		const { uid } = await made({ title: 'Winter', kind: 'season', brief: 'Old' });
		const items = [{ uid, fields: { title: 'Winter', brief: 'New' } }];
		const first = await run(service, entry('update'), items);
		expect(first.json[0]).toMatchObject({ result: 'updated', changed: ['brief'], version: 2 });
		const second = await run(service, entry('update'), items);
		expect(second.json[0]).toMatchObject({ result: 'unchanged', version: 2 });
		expect(await writes()).toEqual([`PUT ${at(uid)}`]);
	});

	it('tells a cleared field from one that is left out', async () => {
		const { uid } = await made({ title: 'Clear me', kind: 'event', brief: 'Text' });
		const { json } = await run(service, entry('update'), [{ uid, fields: { brief: null } }]);
		expect(json[0]).toMatchObject({ changed: ['brief'], entry: { kind: 'event' } });
		expect((json[0]?.entry as IDataObject).brief).toBeFalsy();
	});

	it('refuses to empty a mandatory field', async () => {
		const { uid } = await made({ title: 'Has a title' });
		const { error } = await run(service, entry('update'), [{ uid, fields: { title: null } }]);
		expect(error?.message).toContain('Title (title) is mandatory and has no value');
		expect(await writes()).toEqual([]);
	});

	it('names a mapped field that the content type has lost, and the others of a wrong type', async () => {
		const { uid } = await made({ title: 'Changed schema' });
		const { error } = await run(service, entry('update'), [
			{ uid, fields: { gone_field: 'x', starts: 'soon', kind: 'party' } },
		]);
		expect(error?.message).toContain('gone_field does not exist in the content type campaign');
		expect(error?.message).toContain('Starts (starts) expects an ISO date');
		expect(error?.message).toContain('Kind (kind) offers "product launch", "season", "event"');
		expect(error?.description).toContain('open the node again if the content type has changed');
	});

	it('shows the words of the service for an entry that somebody holds', async () => {
		const { uid } = await made({ title: 'Held' });
		await service.act('lock-entry', { contentType: 'campaign', uid });
		const { error } = await run(service, entry('update'), [{ uid, fields: { brief: 'x' } }]);
		expect(error?.message).toContain('The entry is locked for editing');
	});

	it('names the languages that there are for an unknown one', async () => {
		const { uid } = await made({ title: 'No such language' });
		const { error } = await run(service, entry('update', { locale: 'xx-yy' }), [
			{ uid, fields: { brief: 'x' } },
		]);
		expect(error?.message).toContain('The language "xx-yy" does not exist');
		expect(error?.description).toContain('en-us, de-de, fr-fr');
	});

	it('works items of the same entry one after the other', async () => {
		const { uid } = await made({ title: 'Twice' });
		const { json } = await run(service, entry('update'), [
			{ uid, fields: { brief: 'One' } },
			{ uid, fields: { brief: 'Two' } },
			{ uid, fields: { brief: 'Two' } },
		]);
		expect(json.map(({ result }) => result)).toEqual(['updated', 'updated', 'unchanged']);
	});
});

describe('Localize and Unlocalize', () => {
	it('a language gets its own version with everything else kept, and loses it again', async () => {
		const { uid } = await made({ title: 'Spring', kind: 'season', brief: 'Warm' });
		const german = { locale: 'de-de' };
		const { json } = await run(service, entry('localize', german), [
			{ uid, fields: { title: 'Frühling' } },
		]);
		expect(json[0]).toMatchObject({
			result: 'localized',
			changed: ['title'],
			locale: 'de-de',
			entry: { title: 'Frühling', kind: 'season', brief: 'Warm' },
		});
		const languages = await run(service, entry('getLanguages'), [{ uid }]);
		expect(
			languages.json.map(({ code, localized, is_master: isMaster }) => [code, localized, isMaster]),
		).toEqual([
			['en-us', true, true],
			['de-de', true, false],
			['fr-fr', false, false],
		]);
		const back = await run(service, entry('unlocalize', german), [{ uid }]);
		expect(back.json[0]).toEqual({
			result: 'unlocalized',
			uid,
			content_type: 'campaign',
			locale: 'de-de',
		});
		await service.clearLog();
		const again = await run(service, entry('unlocalize', german), [{ uid }]);
		expect(again.json[0]).toMatchObject({ result: 'not_localized' });
		expect(await writes()).toEqual([]);
	});

	it('a language that is to say the same gets its own version all the same', async () => {
		const { uid } = await made({ title: 'Same in German', brief: 'Warm' });
		const { json } = await run(service, entry('localize', { locale: 'de-de' }), [
			{ uid, fields: { title: 'Same in German' } },
		]);
		expect(json[0]).toMatchObject({
			result: 'localized',
			changed: [],
			locale: 'de-de',
			entry: { title: 'Same in German', brief: 'Warm' },
		});
	});

	it('an entry that is localized gets only what differs', async () => {
		const { uid } = await made({ title: 'Summer' });
		const items = [{ uid, fields: { title: 'Sommer' } }];
		await run(service, entry('localize', { locale: 'de-de' }), items);
		const { json } = await run(service, entry('localize', { locale: 'de-de' }), items);
		expect(json[0]).toMatchObject({ result: 'unchanged', locale: 'de-de' });
	});

	it.each(['en-us', ''])('the language "%s" is refused', async (locale) => {
		const { uid } = await made({ title: `Master ${locale}` });
		const { error } = await run(service, entry('localize', { locale }), [{ uid, fields: {} }]);
		expect(error?.description).toContain('Choose one of the other languages');
	});
});

describe('Delete', () => {
	it('deletes the entry with all its languages', async () => {
		const { uid } = await made({ title: 'To delete' });
		const { json } = await run(service, entry('delete'), [{ uid }]);
		expect(json).toEqual([{ deleted: true }]);
		expect(await writes()).toEqual([`DELETE ${at(uid)}?delete_all_localized=true`]);
		const { error } = await run(service, entry('delete'), [{ uid }]);
		expect(error?.httpCode).toBe('422');
	});

	it('deletes only the chosen languages', async () => {
		const { uid } = await made({ title: 'Keep the master' });
		await run(service, entry('localize', { locale: 'de-de' }), [{ uid, fields: {} }]);
		const chosen = { deleteWhat: 'locales', locales: ['de-de'] };
		const { json } = await run(service, entry('delete', chosen), [{ uid }]);
		expect(json).toEqual([{ deleted: true }]);
		const { json: rest } = await run(service, entry('get'), [{ uid }]);
		expect(rest[0]).toMatchObject({ title: 'Keep the master', locale: 'en-us' });
	});

	it('asks for a language when only some are to go', async () => {
		const { error } = await run(service, entry('delete', { deleteWhat: 'locales' }), [
			{ uid: 'blt1' },
		]);
		expect(error?.message).toBe('No language is chosen');
	});
});

describe('Get Versions', () => {
	it('lists the newest first with who saved it, up to the limit', async () => {
		const { uid } = await made({ title: 'Versions' });
		for (const brief of ['One', 'Two'])
			await service.act('save-entry', { contentType: 'campaign', uid, fields: { brief } });
		const { json } = await run(service, entry('getVersions', { limit: 2 }), [{ uid }]);
		expect(json.map(({ version, locale }) => [version, locale])).toEqual([
			[3, 'en-us'],
			[2, 'en-us'],
		]);
		expect(json[0]?.updated_by).toEqual(expect.any(String));
	});
});

describe('Get References', () => {
	it('gives the entries that point here, with where they are live', async () => {
		const media = { ...entry('getAll'), contentType: byId('media'), returnAll: true };
		const { json: all } = await run(service, media);
		const harbour = all.find(({ title }) => title === 'Harbour at dawn');
		const { json } = await run(
			service,
			entry('getReferences', { contentType: byId('media'), returnAll: true }),
			[{ uid: harbour?.uid } as IDataObject],
		);
		const home = json.find(({ title }) => title === 'Home');
		expect(home).toMatchObject({ content_type: 'page', content_type_title: 'Page' });
		expect(home?.published).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ environment: 'production', locale: 'en-us', version: 1 }),
			]),
		);
		expect(home?.cms_url).toContain(`/content-type/page/en-us/entry/${home?.entry_uid}/edit`);
	});
});
