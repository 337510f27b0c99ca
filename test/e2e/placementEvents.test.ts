import { createByHand, type SavedEntry } from '../../sandbox/client/entries';
import {
	FILM_PAGE,
	installFilmPages,
	placementsOf,
	reference,
} from '../../sandbox/client/filmPages';
import { assetByExternalId, type LibraryAsset } from '../../sandbox/client/library';
import type { ImportedWorkflow } from '../../sandbox/n8n/instance';
import { PlacementBench } from './harness/placementBench';
import { connectSuite, type Suite } from './harness/suite';

jest.setTimeout(90_000);

/** Events that come in crowds, twice, five times, late and in the wrong order. */
describe('placements, whichever way events come', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	let bench: PlacementBench;
	let [camp, ridge]: LibraryAsset[] = [];
	let [campEntry, ridgeEntry]: Array<{ uid: string }> = [];

	beforeAll(async () => {
		suite = await connectSuite();
		const setUp = await suite.importWorkflow('00-set-up.json');
		expect((await suite.n8n.run(setUp)).status).toBe('success');
		workflow = await suite.importWorkflow('06-placements-and-usage.json');
		await installFilmPages(suite);
		bench = new PlacementBench(suite, workflow);
		[camp, ridge] = await Promise.all(
			['HO-still-camp', 'HO-still-ridge'].map(
				async (externalId) => await assetByExternalId(suite, externalId),
			),
		);
		[campEntry, ridgeEntry] = await Promise.all(
			[camp, ridge].map(async (asset) => await bench.mediaEntry(asset!)),
		);
		await suite.n8n.publish(workflow);
	});

	afterEach(async () => await suite.contentstack.control.setFaults([]));
	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	const published = async (title: string, environments: string[]) =>
		await bench.published(title, environments, { hero: campEntry!, clip: ridgeEntry! });

	/** A page that nobody has published yet. */
	const draft = async (title: string) => {
		const fields = { title, url: `/${title}`, hero: reference(campEntry!) };
		return await createByHand(suite, FILM_PAGE, fields, []);
	};

	const post = async <T>(path: string, body: object) => {
		const { status, data } = await suite.contentstack.management.post<T>(path, body);
		if (status >= 300) throw new Error(`Contentstack answered ${status}: ${JSON.stringify(data)}`);
		return data;
	};

	const release = async (name: string, items: Array<[SavedEntry, string]>) => {
		const made = await post<{ release: { uid: string } }>('/releases', { release: { name } });
		const { uid } = made.release;
		await post(`/releases/${uid}/items`, {
			items: items.map(([entry, locale]) => ({
				uid: entry.uid,
				version: 1,
				locale,
				content_type_uid: FILM_PAGE,
				action: 'publish',
			})),
		});
		return async (environments: string[], action: 'publish' | 'unpublish') =>
			await post(`/releases/${uid}/deploy`, { release: { environments, action } });
	};

	/** All that was delivered since then comes again five times, the last one first. What that wrote. */
	const replayed = async (from: number) => {
		const before = await bench.iconikWrites();
		await suite.contentstack.control.replay(from, 5);
		await suite.n8n.newExecutions(workflow, [], 1);
		return (await bench.iconikWrites()) - before;
	};
	const deliveredSoFar = async () => (await suite.contentstack.control.deliveries()).length;

	test('a release that is deployed places each entry in each language and environment, and takes it away again', async () => {
		const [first, second] = [await draft('released-one'), await draft('released-two')];
		await bench.act('save-entry', first, { locale: 'de-de', fields: { title: 'Freigegeben' } });
		const deploy = await release('Autumn', [
			[first, 'en-us'],
			[first, 'de-de'],
			[second, 'en-us'],
		]);
		const from = await deliveredSoFar();

		await bench.after(6, async () => await deploy(['production', 'staging'], 'publish'));

		expect(await bench.placesIn(first, camp)).toEqual([
			'hero de-de production',
			'hero de-de staging',
			'hero en-us production',
			'hero en-us staging',
		]);
		expect(await bench.placesIn(second, camp)).toEqual([
			'hero en-us production',
			'hero en-us staging',
		]);
		expect(await replayed(from)).toBe(0);

		await bench.after(3, async () => await deploy(['staging'], 'unpublish'));

		expect(await bench.placesIn(first, camp)).toEqual([
			'hero de-de production',
			'hero en-us production',
		]);
		expect(await bench.placesIn(second, camp)).toEqual(['hero en-us production']);
	});

	test('an event that overtakes another ends in what is live, and five more of each write nothing', async () => {
		const { page } = await published('Overtaken', ['production', 'staging']);
		const from = await deliveredSoFar();
		await suite.contentstack.control.setFaults([
			{ fault: 'webhook-reordered', match: { times: 1 } },
		]);

		const { written } = await bench.after(3, async () => {
			await bench.act('unpublish-entry', page, { environments: ['staging'] });
			await bench.act('publish-entry', page, { environments: ['staging'] });
			await bench.act('unpublish-entry', page, { environments: ['production'] });
		});

		expect(await bench.placesIn(page, camp)).toEqual(['hero en-us staging']);
		expect(await bench.placesIn(page, ridge)).toEqual(['clips.0.video en-us staging']);
		// At least production leaves each of the two; staging may have been seen down in between.
		expect(written).toBeGreaterThanOrEqual(2);
		expect(written).toBeLessThanOrEqual(6);
		expect(await replayed(from)).toBe(0);
		expect(await bench.placesIn(page, camp)).toEqual(['hero en-us staging']);
	});

	test('every event delivered twice at the same moment writes once', async () => {
		await suite.contentstack.control.setFaults([{ fault: 'webhook-doubled' }]);
		const { page, written } = await published('Doubled', ['production']);
		expect(await bench.placesIn(page, camp)).toEqual(['hero en-us production']);
		expect(written).toBe(2);
	});

	test('since when stays the first day, however often the page is published again', async () => {
		const { page } = await published('Day one', ['production']);
		const recorded = await placementsOf(suite, camp!.id);
		const { uid } = page;
		const long = recorded.map((text) =>
			text.includes(uid) ? text.replace(/since .*$/, 'since 2025-01-31') : text,
		);
		expect(long).not.toEqual(recorded);
		await suite.iconik.control.act('update-metadata', {
			asset_id: camp!.id,
			values: { cms_placements: long },
		});

		const { written } = await bench.after(
			1,
			async () => await bench.act('publish-entry', page, { environments: ['production'] }),
		);

		expect(written).toBe(0);
		expect(await placementsOf(suite, camp!.id)).toEqual(long.sort());
	});
});
