import { writes } from '../../sandbox/client/controlApi';
import { createByHand, type SavedEntry } from '../../sandbox/client/entries';
import {
	createMediaEntry,
	FILM_PAGE,
	installFilmPages,
	placementsOf,
	reference,
} from '../../sandbox/client/filmPages';
import { assetByExternalId, type LibraryAsset } from '../../sandbox/client/library';
import { failureOf, outputsOf, type Execution } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { connectSuite, type Suite } from './harness/suite';

const SETTLED_WITHIN_MS = 10_000;
const BY_HAND = 'Also in the printed catalogue';

jest.setTimeout(90_000);

describe('placements in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	let [camp, jacket, ridge]: LibraryAsset[] = [];
	let [campEntry, jacketEntry, ridgeEntry]: SavedEntry[] = [];

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
		[campEntry, jacketEntry, ridgeEntry] = await Promise.all(
			[camp, jacket, ridge].map(async (asset) => await createMediaEntry(suite, asset!)),
		);
		await suite.iconik.control.act('update-metadata', {
			asset_id: camp!.id,
			values: { cms_placements: [BY_HAND] },
		});
		await suite.n8n.publish(workflow);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	const iconikWrites = async () => writes(await suite.iconik.control.log()).length;
	const contentstackWrites = async () => writes(await suite.contentstack.control.log()).length;

	/** Does something that sends `count` events; the runs that they started, and what these wrote to iconik. */
	const after = async (count: number, act: () => Promise<unknown>) => {
		const known = await suite.n8n.executions(workflow);
		const before = await iconikWrites();
		await act();
		const runs = await suite.n8n.newExecutions(workflow, known, count);
		expect(runs.map(failureOf)).toEqual(runs.map(() => undefined));
		return { runs, written: (await iconikWrites()) - before };
	};

	const act = async (action: string, { uid }: { uid: string }, more: object = {}) =>
		await suite.contentstack.control.act(action, { contentType: FILM_PAGE, uid, ...more });

	/** A published page with the camp as its hero and the jacket as its clip. */
	const published = async (title: string, environments: string[]) => {
		let page!: SavedEntry;
		const { written } = await after(environments.length, async () => {
			const fields = {
				title,
				url: `/${title.toLowerCase().replace(/ /g, '-')}`,
				hero: reference(campEntry!),
				clips: [{ video: reference(jacketEntry!) }],
			};
			page = await createByHand(suite, FILM_PAGE, fields, environments);
		});
		return { page, written };
	};

	/** The placements of an asset in a page, as `field locale environment`. */
	const placesIn = async ({ uid }: { uid: string }, asset?: LibraryAsset) =>
		(await placementsOf(suite, String(asset?.id)))
			.map((text) => text.split(' | '))
			.filter(([, , entry]) => entry === `${FILM_PAGE}/${uid}`)
			.map(([, , , field, locale, environment]) => `${field} ${locale} ${environment}`)
			.sort();

	const checkNow = async () => {
		const before = await iconikWrites();
		const execution = await suite.n8n.run(workflow);
		expect(failureOf(execution)).toBeUndefined();
		return { execution, written: (await iconikWrites()) - before };
	};

	test('a page that is published is known to iconik, with one write for each asset that it shows', async () => {
		const { page, written } = await published('Camping by the lake', ['production']);

		expect(await placesIn(page, camp)).toEqual(['hero en-us production']);
		expect(await placesIn(page, jacket)).toEqual(['clips.0.video en-us production']);
		const { apiKey } = suite.connections.contentstack;
		expect(await placementsOf(suite, String(jacket?.id))).toContainEqual(
			expect.stringMatching(
				new RegExp(
					`^Camping by the lake \\| https?://\\S+/camping-by-the-lake \\| .* ${apiKey}/main$`,
				),
			),
		);
		expect(written).toBe(2);
	});

	test('the same event five times more writes nothing to either side', async () => {
		const { page } = await published('Quiet water', ['production']);
		const before = await contentstackWrites();

		const { written } = await after(
			5,
			async () =>
				await Promise.all(
					[1, 2, 3, 4, 5].map(
						async () => await act('publish-entry', page, { environments: ['production'] }),
					),
				),
		);

		expect(written).toBe(0);
		expect(await contentstackWrites()).toBe(before);
	});

	test('each language and environment is a placement of its own, and leaves on its own', async () => {
		const { page } = await published('Two sites', ['production', 'staging']);
		expect(await placesIn(page, camp)).toEqual(['hero en-us production', 'hero en-us staging']);

		await act('save-entry', page, { locale: 'de-de', fields: { title: 'Zwei Seiten' } });
		await after(1, async () => {
			const german = { environments: ['production'], locales: ['de-de'] };
			await act('publish-entry', page, german);
		});
		expect(await placesIn(page, camp)).toEqual([
			'hero de-de production',
			'hero en-us production',
			'hero en-us staging',
		]);

		const { written } = await after(
			1,
			async () => await act('unpublish-entry', page, { environments: ['staging'] }),
		);
		expect(await placesIn(page, camp)).toEqual(['hero de-de production', 'hero en-us production']);
		expect(written).toBe(2);
	});

	test('media that a page shows no longer loses its placement, and what stays is not written', async () => {
		const { page } = await published('Other hero', ['production']);
		await act('save-entry', page, { fields: { hero: reference(ridgeEntry!) } });
		expect(await placesIn(page, ridge)).toEqual([]);

		const { written } = await after(
			1,
			async () => await act('publish-entry', page, { environments: ['production'] }),
		);

		expect(await placesIn(page, camp)).toEqual([]);
		expect(await placesIn(page, ridge)).toEqual(['hero en-us production']);
		expect(await placesIn(page, jacket)).toEqual(['clips.0.video en-us production']);
		expect(written).toBe(2);
	});

	test('a page without media that is published again loses all, and one that is deleted, too', async () => {
		const { page: emptied } = await published('Emptied', ['production']);
		await act('save-entry', emptied, { fields: { hero: [], clips: [] } });
		await after(1, async () => {
			await act('publish-entry', emptied, { environments: ['production'] });
		});
		expect(await placesIn(emptied, camp)).toEqual([]);

		const { page: deleted } = await published('Deleted', ['production']);
		const others = (await placementsOf(suite, String(camp?.id))).filter(
			(text) => !text.includes(deleted.uid),
		);
		await after(1, async () => await act('delete-entry', deleted));
		expect(await placementsOf(suite, String(camp?.id))).toEqual(others);
		expect(others).toContain(BY_HAND);
	});

	test('a media entry that is published itself is no placement, and writes nothing', async () => {
		const { written } = await after(
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
		await act('publish-entry', page, { environments: ['production'] });
		const [run] = await suite.n8n.newExecutions(workflow, known, 1, 80_000);
		await suite.contentstack.control.setFaults([]);

		expect(failureOf(run as Execution)).toMatch(/^Stop with the Record/);
		expect(await placesIn(page, camp)).toEqual(['hero en-us production']);
	});

	test('what happened while n8n was off is put right by one check, and the next writes nothing', async () => {
		const { page: gone } = await published('Gone meanwhile', ['production']);
		await suite.n8n.unpublish(workflow);
		await until('Contentstack calls no more', SETTLED_WITHIN_MS, async () => {
			const { data } = await suite.contentstack.management.get<{ webhooks: unknown[] }>(
				'/webhooks',
			);
			return data.webhooks.length === 0 ? true : undefined;
		});
		await act('delete-entry', gone);
		const late = await createByHand(
			suite,
			FILM_PAGE,
			{ title: 'New meanwhile', url: '/new-meanwhile', hero: reference(ridgeEntry!) },
			['production'],
		);
		await suite.n8n.publish(workflow);
		await indexed();
		expect(await placesIn(gone, camp)).toEqual(['hero en-us production']);

		await checkNow();

		expect(await placesIn(gone, camp)).toEqual([]);
		expect(await placesIn(late, ridge)).toEqual(['hero en-us production']);
		await indexed();
		expect((await checkNow()).written).toBe(0);
	});

	/** Waits until iconik's search knows of all that was written. */
	const indexed = async () =>
		await until('the search has caught up', SETTLED_WITHIN_MS, async () => {
			type State = { assets: Array<{ is_indexed: boolean; status: string }> };
			const { assets } = await suite.iconik.control.state<State>();
			return assets.every(({ is_indexed }) => is_indexed) ? true : undefined;
		});

	test('the report tells what is unused, used, used without approval or with ending rights, as items and as a file', async () => {
		await published('Reported', ['production']);
		await indexed();

		const { execution } = await checkNow();

		const rows = (outputsOf(execution, 'Rows of the Report')[0] ?? []).map(({ json }) => json);
		const ids = (report: string) =>
			rows.filter((row) => row.report === report).map(({ asset_id }) => asset_id);
		const unused = await assetByExternalId(suite, 'HO-still-shoe');
		expect(ids('unused')).toContain(unused.id);
		expect(ids('unused')).not.toContain(jacket?.id);
		expect(ids('mostUsed')).toEqual(expect.arrayContaining([camp?.id, jacket?.id, ridge?.id]));
		expect(ids('usedUnapproved')).toEqual([jacket?.id]);
		expect(ids('expiring')).toEqual([camp?.id]);
		expect(
			rows.find(({ asset_id, report }) => asset_id === jacket?.id && report === 'mostUsed'),
		).toMatchObject({
			title: 'Ridge Jacket, Ember Red',
			where: expect.stringContaining('Reported (clips.0.video, en-us, production)'),
		});

		const [item] = outputsOf(execution, 'Make CSV File')[0] ?? [];
		const { data: file } = (item as unknown as { binary: Record<'data', StoredFile> }).binary;
		expect(file.fileName).toMatch(/^media-report-\d{4}-\d\d-\d\d\.csv$/);
		const path = `/rest/binary-data?id=${encodeURIComponent(file.id)}&action=download&fileName=${file.fileName}&mimeType=text/csv`;
		const lines = (await suite.n8n.api.file<string>(path)).trim().split('\n');
		expect(lines).toHaveLength(rows.length + 1);
		expect(lines[0]).toContain('report,asset_id,title');
	});
});

/** A file that n8n keeps apart from the items of an execution. */
interface StoredFile {
	fileName: string;
	id: string;
}
