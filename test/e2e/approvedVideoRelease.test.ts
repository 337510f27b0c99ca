import { liveEntry, savedEntry } from '../../sandbox/client/mediaEntries';
import { nodesRun } from '../../sandbox/n8n/execution';
import { until } from '../../sandbox/n8n/instance';
import { ApprovedVideo, records } from './harness/approvedVideo';
import { newVideo } from './harness/newVideo';

const LIVE_WITHIN_MS = 10_000;

jest.setTimeout(90_000);

describe('an approved video that goes into a release', () => {
	const release = 'Spring of the videos';
	const video = new ApprovedVideo({ release, languages: '["de-de"]' });
	let id = '';

	type Held = { uid: string; content_type_uid: string; version: number; locale: string };
	const releases = async () => {
		const { data } = await video.suite.contentstack.management.get<{
			releases: Array<{ uid: string; name: string }>;
		}>('/releases');
		return data.releases.filter(({ name }) => name === release);
	};
	const held = async () => {
		const [there] = await releases();
		const { data } = await video.suite.contentstack.management.get<{ items: Held[] }>(
			`/releases/${there?.uid}/items`,
		);
		return data.items;
	};
	const heldEntry = async () =>
		(await held()).find(
			({ content_type_uid, locale }) => content_type_uid === 'iconik_media' && locale === 'en-us',
		);

	test('waits in it in all languages, with poster and captions, in exactly the saved versions, and is not live', async () => {
		({ id } = await newVideo(video.suite, 'The ridge in spring'));
		const before = await video.writes();

		const run = await video.act('approve', id);

		expect(await releases()).toHaveLength(1);
		expect(await heldEntry()).toMatchObject({
			uid: (await savedEntry(video.suite, id))?.uid,
			version: 1,
			locale: 'en-us',
		});
		expect((await held()).map(({ content_type_uid: type, locale }) => [type, locale])).toEqual(
			expect.arrayContaining([
				['iconik_media', 'en-us'],
				['iconik_media', 'de-de'],
				['built_io_upload', 'en-us'],
			]),
		);
		expect(await held()).toHaveLength(4);
		expect(records(run, 'It Is in the Release')[0]).toMatchObject({
			outcome: 'in_release',
			changed_in_release: true,
			reason: expect.stringContaining(release),
		});
		expect(nodesRun(run)).not.toContain('Publish Media Entry');
		// Two uploads, the release, one call for entry and files; a save for each language, and a call for the other one.
		expect((await video.writes()) - before).toBe(7);
		expect(await liveEntry(video.suite, id)).toBeUndefined();
	});

	test('the same event five times more writes nothing', async () => {
		expect(await video.writesOf(async () => await video.press(id, 5))).toBe(0);
		expect(await releases()).toHaveLength(1);
	});

	test('changed, it waits there in the new version alone', async () => {
		await video.suite.iconik.control.act('edit-title', { asset_id: id, title: 'The ridge in May' });
		const before = await video.writes();

		await video.press(id);

		expect(await heldEntry()).toMatchObject({ version: 2 });
		expect(await held()).toHaveLength(4);
		// A save and a call for each language.
		expect((await video.writes()) - before).toBe(4);
	});

	test('deployed, it is live whole, and the next event leaves the release alone', async () => {
		const [there] = await releases();
		await video.suite.contentstack.management.post(`/releases/${there?.uid}/deploy`, {
			release: { environments: ['production'], action: 'publish' },
		});
		const entry = await until(
			'it is live',
			LIVE_WITHIN_MS,
			async () => await liveEntry(video.suite, id),
		);
		expect(entry).toMatchObject({ _version: 2, title: 'The ridge in May' });
		expect(entry.poster?.url).toBeTruthy();
		await video.suite.contentstack.management.delete(`/releases/${there?.uid}`);
		const before = await video.writes();

		const run = await video.press(id);

		expect(records(run, 'It Is Live')).toMatchObject([{ outcome: 'already_live' }]);
		expect((await video.writes()) - before).toBe(0);
		expect(await releases()).toEqual([]);
	});

	test('goes out of it, in all languages, when its approval is taken back before the deployment', async () => {
		({ id } = await newVideo(video.suite, 'The ridge after all'));
		await video.act('approve', id);
		const entries = async () =>
			(await held()).filter(({ content_type_uid }) => content_type_uid === 'iconik_media');
		expect((await entries()).map(({ locale }) => locale).sort()).toEqual(['de-de', 'en-us']);

		const run = await video.act('revoke-approval', id);

		expect(await entries()).toEqual([]);
		expect(records(run, 'It Is Out of the Release')).toMatchObject([
			{ outcome: 'removed', asset_id: id, reason: expect.stringMatching(/approved/) },
		]);
		expect(await video.writesOf(async () => await video.press(id))).toBe(0);
	});
});
