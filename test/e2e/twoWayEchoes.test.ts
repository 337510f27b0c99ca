import type { SavedEntry } from '../../sandbox/client/entries';
import { createByHand } from '../../sandbox/client/entries';
import { FILM_PAGE, installFilmPages, reference } from '../../sandbox/client/filmPages';
import type { LibraryAsset } from '../../sandbox/client/library';
import { liveEntry } from '../../sandbox/client/mediaEntries';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { libraryAsset, newVideo, showAsApproved } from './harness/newVideo';
import { deliveredSoFar, quiet, replayBackwards, writtenDuring } from './harness/replay';
import { runsAfter } from './harness/runs';
import { connectSuite, type Suite } from './harness/suite';

const WITHIN_MS = 15_000;

jest.setTimeout(180_000);

describe('two-way metadata and its own echoes, in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	let video: LibraryAsset;
	let entry: SavedEntry;

	beforeAll(async () => {
		suite = await connectSuite();
		await suite.n8n.run(await suite.importWorkflow('00-set-up.json'));
		await installFilmPages(suite);
		video = await newVideo(suite, 'There and back');
		await suite.iconik.control.act('approve', { asset_id: video.id });
		entry = await showAsApproved(suite, video, ['production']);
		workflow = await suite.importWorkflow('02-two-way-metadata.json');
		await suite.n8n.publish(workflow);
		// Completes what people have made without poster, captions and links.
		await describeAs('Complete');
		await quiet(suite, workflow);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	const live = async () => await liveEntry(suite, video.id);

	/** A person in iconik changes the description; returns once websites have it. */
	const describeAs = async (Description: string) => {
		const values = { Description };
		await runsAfter(suite, workflow, 1, async () => {
			await suite.iconik.control.act('update-metadata', { asset_id: video.id, values });
			await until(`"${Description}" is live`, WITHIN_MS, async () =>
				(await live())?.description === Description ? true : undefined,
			);
		});
	};

	/** A person in Contentstack publishes a page that shows the video; returns once iconik has been told. */
	const publishPage = async (title: string) => {
		const fields = { title, url: `/${title.toLowerCase().replace(/ /g, '-')}` };
		const shown = { ...fields, hero: reference(entry) };
		let page!: SavedEntry;
		await runsAfter(suite, workflow, 1, async () => {
			page = await createByHand(suite, FILM_PAGE, shown, ['production']);
		});
		expect(await pages()).toContain(title);
		return page;
	};

	const pages = async () => {
		type WithMetadata = LibraryAsset & { metadata: Record<string, unknown> };
		const { metadata } = (await libraryAsset(suite, video.id)) as WithMetadata;
		return [metadata.cms_pages ?? []].flat();
	};

	/** How many runs something leads to, echoes included, until no more come; and what was written. */
	const effectOf = async (act: () => Promise<unknown>) => {
		const known = (await suite.n8n.executions(workflow)).map(({ id }) => id);
		const written = await writtenDuring(suite, async () => {
			await act();
			await quiet(suite, workflow);
		});
		const runs = (await suite.n8n.executions(workflow)).filter(({ id }) => !known.includes(id));
		return { runs: runs.length, written };
	};

	test('a change in iconik is quiet after at most two hops: its echo writes nothing', async () => {
		const { runs, written } = await effectOf(async () => await describeAs('Once around'));
		// The save and the publish.
		expect(written).toEqual({ contentstack: 2, iconik: 0 });
		expect(runs).toBeLessThanOrEqual(2);
	});

	test('a page published in Contentstack is quiet after at most two hops: its echoes write nothing', async () => {
		const { runs, written } = await effectOf(async () => await publishPage('Echo'));
		// The context, in two writes; each has an echo, side by side.
		expect(written).toEqual({ contentstack: 0, iconik: 2 });
		expect(runs).toBeLessThanOrEqual(1 + 2);
	});

	test("a person's edit one second after ours still travels, both ways", async () => {
		const aSecond = async () => await new Promise((resolve) => setTimeout(resolve, 1000));
		await describeAs('Ours went to Contentstack');
		await aSecond();
		await describeAs('Theirs in iconik');
		await aSecond();
		await publishPage('Theirs in Contentstack');
		await aSecond();
		await describeAs('Theirs in iconik again');
		await aSecond();
		await publishPage('Theirs in Contentstack again');
	});

	test('all its events five times more, the last first, change nothing', async () => {
		await quiet(suite, workflow);
		const since = await deliveredSoFar(suite);
		await describeAs('First');
		await describeAs('Second');
		const { uid } = await publishPage('Off again');
		const order = { contentType: FILM_PAGE, uid, environments: ['production'] };
		await runsAfter(suite, workflow, 1, async () => {
			await suite.contentstack.control.act('unpublish-entry', order);
		});
		await quiet(suite, workflow);
		const standing = async () => ({ pages: await pages(), live: await live() });
		const before = await standing();
		expect(before.pages).not.toContain('Off again');

		const { written, runs } = await replayBackwards(suite, workflow, since);

		expect(runs).toBeGreaterThanOrEqual(4);
		expect(written).toEqual({ contentstack: 0, iconik: 0 });
		expect(await standing()).toEqual(before);
	});
});
