import { liveByUid, savedByUid } from '../../sandbox/client/entries';
import { savedEntry } from '../../sandbox/client/mediaEntries';
import { until } from '../../sandbox/n8n/instance';
import { ApprovedVideo, records } from './harness/approvedVideo';
import { newVideo } from './harness/newVideo';

const LIVE_WITHIN_MS = 10_000;

jest.setTimeout(90_000);

describe("an approved video for a team's own content type", () => {
	const video = new ApprovedVideo({ ownContentType: 'media', languages: '["de-de"]' });
	let id = '';

	const own = async () => {
		const { data } = await video.suite.contentstack.management.get<{
			entries: Array<{ uid: string }>;
		}>('/content_types/media/entries', { params: { query: JSON.stringify({ video_id: id }) } });
		expect(data.entries.length).toBeLessThanOrEqual(1);
		return data.entries[0] && (await savedByUid(video.suite, 'media', data.entries[0].uid));
	};
	const live = async () => {
		const entry = await own();
		return entry && (await liveByUid(video.suite, 'media', entry.uid));
	};

	test('is live in an entry of that type, its fields mapped, and in no media entry', async () => {
		({ id } = await newVideo(video.suite, 'The ridge for ourselves'));
		const before = await video.writes();

		await video.act('approve', id);

		const entry = await until('it is live', LIVE_WITHIN_MS, live);
		expect(entry).toMatchObject({
			title: 'The ridge for ourselves',
			video_id: id,
			still: { url: expect.stringMatching(/^http/) },
		});
		expect(await savedEntry(video.suite, id)).toBeUndefined();
		expect((await own())?.publish_details?.map(({ locale }) => locale).sort()).toEqual([
			'de-de',
			'en-us',
		]);
		// A save and a publish for both languages, an upload and a publish for each of two files.
		expect((await video.writes()) - before).toBe(2 + 2 * 2);
	});

	test('the same event five times more writes nothing', async () => {
		expect(await video.writesOf(async () => await video.press(id, 5))).toBe(0);
	});

	test('is taken down when its approval is taken back, and nothing else of the entry changes', async () => {
		const version = (await own())?._version;

		const run = await video.act('revoke-approval', id);

		await until('it is down', LIVE_WITHIN_MS, async () =>
			((await own())?.publish_details ?? []).length === 0 ? true : undefined,
		);
		expect((await own())?._version).toBe(version);
		expect(records(run, 'Own Entry Is Not to Be Shown')).toMatchObject([
			{ outcome: 'withdrawn', asset_id: id },
		]);
		expect(await video.writesOf(async () => await video.press(id))).toBe(0);
	});

	test('that was never approved leaves nothing', async () => {
		const { id: unseen } = await newVideo(video.suite, 'Never seen');
		expect(await video.writesOf(async () => await video.press(unseen))).toBe(0);
	});
});
