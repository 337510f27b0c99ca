import { createByHand } from '../../sandbox/client/entries';
import {
	FILM_PAGE,
	installFilmPages,
	placementsOf,
	reference,
} from '../../sandbox/client/filmPages';
import { assetByExternalId, type LibraryAsset } from '../../sandbox/client/library';
import { failureOf, type Execution } from '../../sandbox/n8n/execution';
import type { ImportedWorkflow } from '../../sandbox/n8n/instance';
import { PlacementBench } from './harness/placementBench';
import { connectSuite, type Suite } from './harness/suite';

const BY_HAND = 'Also in the printed catalogue';

jest.setTimeout(90_000);

describe('placements in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	let bench: PlacementBench;
	let [camp, jacket, ridge]: LibraryAsset[] = [];
	let [campEntry, jacketEntry, ridgeEntry]: Array<{ uid: string }> = [];

	beforeAll(async () => {
		suite = await connectSuite();
		const setUp = await suite.importWorkflow('00-set-up.json');
		expect((await suite.n8n.run(setUp)).status).toBe('success');
		workflow = await suite.importWorkflow('06-placements-and-usage.json');
		[camp, jacket, ridge] = await Promise.all(
			['HO-still-camp', 'HO-still-jacket', 'HO-still-ridge'].map(
				async (externalId) => await assetByExternalId(suite, externalId),
			),
		);
		await installFilmPages(suite);
		bench = new PlacementBench(suite, workflow);
		[campEntry, jacketEntry, ridgeEntry] = await Promise.all(
			[camp, jacket, ridge].map(async (asset) => await bench.mediaEntry(asset!)),
		);
		await suite.iconik.control.act('update-metadata', {
			asset_id: camp!.id,
			values: { cms_placements: [BY_HAND] },
		});
		await suite.n8n.publish(workflow);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	const published = async (title: string, environments: string[]) =>
		await bench.published(title, environments, { hero: campEntry!, clip: jacketEntry! });

	test('a page that is published is known to iconik, with one write for each asset that it shows', async () => {
		const { page, written } = await published('Camping by the lake', ['production']);

		expect(await bench.placesIn(page, camp)).toEqual(['hero en-us production']);
		expect(await bench.placesIn(page, jacket)).toEqual(['clips.0.video en-us production']);
		const { apiKey } = suite.connections.contentstack;
		expect(await placementsOf(suite, String(jacket?.id))).toContainEqual(
			expect.stringMatching(
				new RegExp(
					`^Camping by the lake \\| https?://\\S+/camping-by-the-lake \\| .* ${apiKey}/main \\| since \\d{4}-\\d\\d-\\d\\d$`,
				),
			),
		);
		expect(written).toBe(2);
	});

	test('the same event five times more writes nothing to either side', async () => {
		const { page } = await published('Quiet water', ['production']);
		const before = await bench.contentstackWrites();

		const { written } = await bench.after(
			5,
			async () =>
				await Promise.all(
					[1, 2, 3, 4, 5].map(
						async () => await bench.act('publish-entry', page, { environments: ['production'] }),
					),
				),
		);

		expect(written).toBe(0);
		expect(await bench.contentstackWrites()).toBe(before);
	});

	test('each language and environment is a placement of its own, and leaves on its own', async () => {
		const { page } = await published('Two sites', ['production', 'staging']);
		expect(await bench.placesIn(page, camp)).toEqual([
			'hero en-us production',
			'hero en-us staging',
		]);

		await bench.act('save-entry', page, { locale: 'de-de', fields: { title: 'Zwei Seiten' } });
		await bench.after(1, async () => {
			const german = { environments: ['production'], locales: ['de-de'] };
			await bench.act('publish-entry', page, german);
		});
		expect(await bench.placesIn(page, camp)).toEqual([
			'hero de-de production',
			'hero en-us production',
			'hero en-us staging',
		]);

		const { written } = await bench.after(
			1,
			async () => await bench.act('unpublish-entry', page, { environments: ['staging'] }),
		);
		expect(await bench.placesIn(page, camp)).toEqual([
			'hero de-de production',
			'hero en-us production',
		]);
		expect(written).toBe(2);
	});

	test('media that a page shows no longer loses its placement, and what stays is not written', async () => {
		const { page } = await published('Other hero', ['production']);
		await bench.act('save-entry', page, { fields: { hero: reference(ridgeEntry!) } });
		expect(await bench.placesIn(page, ridge)).toEqual([]);

		const { written } = await bench.after(
			1,
			async () => await bench.act('publish-entry', page, { environments: ['production'] }),
		);

		expect(await bench.placesIn(page, camp)).toEqual([]);
		expect(await bench.placesIn(page, ridge)).toEqual(['hero en-us production']);
		expect(await bench.placesIn(page, jacket)).toEqual(['clips.0.video en-us production']);
		expect(written).toBe(2);
	});

	test('a page without media that is published again loses all, and one that is deleted, too', async () => {
		const { page: emptied } = await published('Emptied', ['production']);
		await bench.act('save-entry', emptied, { fields: { hero: [], clips: [] } });
		await bench.after(1, async () => {
			await bench.act('publish-entry', emptied, { environments: ['production'] });
		});
		expect(await bench.placesIn(emptied, camp)).toEqual([]);

		const { page: deleted } = await published('Deleted', ['production']);
		const others = (await placementsOf(suite, String(camp?.id))).filter(
			(text) => !text.includes(deleted.uid),
		);
		await bench.after(1, async () => await bench.act('delete-entry', deleted));
		expect(await placementsOf(suite, String(camp?.id))).toEqual(others);
		expect(others).toContain(BY_HAND);
	});

	test('a media entry that is published itself is no placement, and writes nothing', async () => {
		const { written } = await bench.after(
			1,
			async () =>
				await suite.contentstack.control.act('publish-entry', {
					contentType: 'iconik_media',
					uid: campEntry!.uid,
					environments: ['staging'],
				}),
		);

		expect(written).toBe(0);
	});

	test('when Contentstack fails, nothing is taken away and the run ends with a record', async () => {
		const { page } = await published('Outage', ['production']);
		const path = `/v3/content_types/${FILM_PAGE}/entries`;
		await suite.contentstack.control.setFaults([
			{ fault: 'html', match: { method: 'GET', path }, status: 403 },
		]);
		const known = await suite.n8n.executions(workflow);
		await bench.act('publish-entry', page, { environments: ['production'] });
		const [run] = await suite.n8n.newExecutions(workflow, known, 1, 80_000);
		await suite.contentstack.control.setFaults([]);

		expect(failureOf(run as Execution)).toMatch(/^Stop with the Record/);
		expect(await bench.placesIn(page, camp)).toEqual(['hero en-us production']);
	});

	test('what happened while n8n was off is put right by one check, and the next writes nothing', async () => {
		const { page: gone } = await published('Gone meanwhile', ['production']);
		await suite.n8n.unpublish(workflow);
		await bench.silenced();
		await bench.act('delete-entry', gone);
		const late = await createByHand(
			suite,
			FILM_PAGE,
			{ title: 'New meanwhile', url: '/new-meanwhile', hero: reference(ridgeEntry!) },
			['production'],
		);
		await suite.n8n.publish(workflow);
		await bench.indexed();
		expect(await bench.placesIn(gone, camp)).toEqual(['hero en-us production']);

		await bench.checkNow();

		expect(await bench.placesIn(gone, camp)).toEqual([]);
		expect(await bench.placesIn(late, ridge)).toEqual(['hero en-us production']);
		await bench.indexed();
		expect((await bench.checkNow()).written).toBe(0);
	});
});
