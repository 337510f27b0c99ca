import { savedEntry } from '../../sandbox/client/mediaEntries';
import { until } from '../../sandbox/n8n/instance';
import { ApprovedVideo, records } from './harness/approvedVideo';
import { newVideo } from './harness/newVideo';

const LIVE_WITHIN_MS = 10_000;

jest.setTimeout(90_000);

describe('an approved video in several languages', () => {
	const video = new ApprovedVideo({
		languages: '["de-de", "fr-fr"]',
		metadataViews: '["Editorial", "In other languages"]',
	});
	let id = '';
	let uid = '';

	beforeAll(async () => {
		const name = 'Title_de';
		const { api } = video.suite.iconik;
		await api.post('/metadata/v1/fields/', { name, label: 'German title', field_type: 'string' });
		await api.post('/metadata/v1/views/', {
			name: 'In other languages',
			view_fields: [{ name }],
		});
		({ id } = await newVideo(video.suite, 'The ridge at night', ['en', 'de', 'fr']));
		await video.suite.iconik.control.act('update-metadata', {
			asset_id: id,
			values: { Title_de: 'Der Grat bei Nacht' },
		});
	});

	const liveIn = async (locale: string) => {
		const { environment } = video.suite.connections.contentstack;
		const { status, data } = await video.suite.contentstack.delivery.get<{
			entry?: Record<string, unknown> & { captions: Array<{ language: string }> };
		}>(`/content_types/iconik_media/entries/${uid}`, { params: { environment, locale } });
		return status === 200 && data.entry?.locale === locale ? data.entry : undefined;
	};
	const untilLiveIn = async (locale: string, title: string) =>
		await until(`it is live in ${locale}`, LIVE_WITHIN_MS, async () => {
			const entry = await liveIn(locale);
			return entry?.title === title ? entry : undefined;
		});

	test('is live in each, with the title and the first captions of the language where it has them', async () => {
		const before = await video.writes();
		const run = await video.act('approve', id);
		uid = (await savedEntry(video.suite, id))?.uid ?? '';

		const german = await untilLiveIn('de-de', 'Der Grat bei Nacht');
		const french = await untilLiveIn('fr-fr', 'The ridge at night');
		await untilLiveIn('en-us', 'The ridge at night');
		expect(german.captions.map(({ language }) => language)).toEqual(['de', 'en', 'fr']);
		expect(french.captions.map(({ language }) => language)).toEqual(['fr', 'de', 'en']);
		expect(german).toMatchObject({
			iconik_asset_id: id,
			iconik_version_number: 1,
			iconik_state: 'ready',
			poster: { url: expect.stringMatching(/^http/) },
		});
		expect(records(run, 'It Is in the Language').map(({ language }) => language)).toEqual([
			'de-de',
			'fr-fr',
		]);
		// A save and a publish for each language, an upload and a publish for the poster and each of three captions.
		expect((await video.writes()) - before).toBe(3 * 2 + 4 * 2);
	});

	test('the same event five times more writes nothing', async () => {
		expect(await video.writesOf(async () => await video.press(id, 5))).toBe(0);
	});

	test('its German title changed: it is live there, and the other titles stay', async () => {
		const before = await video.writes();
		await video.suite.iconik.control.act('update-metadata', {
			asset_id: id,
			values: { Title_de: 'Nachts am Grat' },
		});
		await video.press(id);

		await untilLiveIn('de-de', 'Nachts am Grat');
		// The fact is in the list of metadata of every language, too.
		expect((await video.writes()) - before).toBe(3 * 2);
		expect((await liveIn('fr-fr'))?.title).toBe('The ridge at night');
	});

	test('with changes in one language that an editor has not published, those stay a draft', async () => {
		const shown = await liveIn('de-de');
		await video.suite.contentstack.control.act('save-entry', {
			contentType: 'iconik_media',
			uid,
			locale: 'de-de',
			fields: { iconik_hold_reason: 'Wird noch geprüft' },
		});
		await video.suite.iconik.control.act('edit-title', {
			asset_id: id,
			title: 'The ridge by night',
		});

		const run = await video.press(id);

		await untilLiveIn('fr-fr', 'The ridge by night');
		expect(await liveIn('de-de')).toMatchObject({ _version: shown?._version });
		expect(
			records(run, 'It Is in the Language').filter(({ outcome }) => outcome === 'draft_found'),
		).toMatchObject([
			{ language: 'de-de', reason: expect.stringContaining('unpublished changes') },
		]);
	});

	test('is taken down in all of them when its approval is taken back', async () => {
		await video.act('revoke-approval', id);

		await until('it is down everywhere', LIVE_WITHIN_MS, async () => {
			const entries = await Promise.all(['en-us', 'de-de', 'fr-fr'].map(liveIn));
			return entries.every((entry) => entry === undefined) ? true : undefined;
		});
	});
});
