import { writes } from '../../sandbox/client/controlApi';
import { createByHand, savedByUid, type SavedEntry } from '../../sandbox/client/entries';
import { FILM_PAGE, installFilmPages, reference } from '../../sandbox/client/filmPages';
import { assetByExternalId, versionId, type LibraryAsset } from '../../sandbox/client/library';
import { liveEntry } from '../../sandbox/client/mediaEntries';
import { failureOf, outputsOf } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { connectSuite, type Suite } from './harness/suite';

const WITHIN_MS = 15_000;

jest.setTimeout(90_000);

describe('two-way metadata in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	let [boots, zip]: LibraryAsset[] = [];
	let [bootsEntry, zipEntry]: SavedEntry[] = [];

	beforeAll(async () => {
		suite = await connectSuite();
		const setUp = await suite.importWorkflow('00-set-up.json');
		expect((await suite.n8n.run(setUp)).status).toBe('success');
		workflow = await suite.importWorkflow('02-two-way-metadata.json');
		await installFilmPages(suite);
		[boots, zip] = await Promise.all(
			['HO-wax-boots', 'HO-zip-repair'].map(
				async (externalId) => await assetByExternalId(suite, externalId),
			),
		);
		for (const asset of [boots, zip])
			await suite.iconik.control.act('approve', { asset_id: asset?.id });
		[bootsEntry, zipEntry] = await Promise.all([boots, zip].map(mediaEntryOf));
		await suite.n8n.publish(workflow);
		// Completes by hand what people have made without poster, captions and links.
		await Promise.all([boots, zip].map(async (asset) => await describeAs(asset, 'Complete')));
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	const mediaEntryOf = async (asset?: LibraryAsset) =>
		await createByHand(
			suite,
			'iconik_media',
			{
				title: asset?.title,
				iconik_asset_id: asset?.id,
				iconik_version_id: asset && versionId(asset, 1),
				iconik_version_number: 1,
				iconik_state: 'ready',
			},
			['production'],
		);

	/** A person in iconik changes the description; returns once websites have it and n8n is done. */
	const describeAs = async (asset: LibraryAsset | undefined, Description: string) => {
		const known = await suite.n8n.executions(workflow);
		await suite.iconik.control.act('update-metadata', {
			asset_id: asset?.id,
			values: { Description },
		});
		await until(`${asset?.title} is live as "${Description}"`, WITHIN_MS, async () =>
			(await live(asset))?.description === Description ? true : undefined,
		);
		return await suite.n8n.newExecutions(workflow, known, 1);
	};

	const live = async (asset?: LibraryAsset) => await liveEntry(suite, String(asset?.id));

	const contentstackWrites = async () => writes(await suite.contentstack.control.log()).length;
	const iconikWrites = async () => writes(await suite.iconik.control.log()).length;

	/** The runs that start until there are `count` of them and all are over. */
	const after = async (count: number, act: () => Promise<unknown>) => {
		const known = await suite.n8n.executions(workflow);
		await act();
		const runs = await suite.n8n.newExecutions(workflow, known, count);
		expect(runs.map(failureOf)).toEqual(runs.map(() => undefined));
		return runs;
	};

	const contextOf = async (asset?: LibraryAsset) => {
		type State = { assets: Array<{ id: string; metadata: Record<string, unknown> }> };
		const { assets } = await suite.iconik.control.state<State>();
		const { metadata = {} } = assets.find(({ id }) => id === asset?.id) ?? {};
		return Object.fromEntries(
			['pages', 'content_types', 'locales', 'urls', 'published'].map((name) => [
				name,
				[metadata[`cms_${name}`] ?? []].flat(),
			]),
		);
	};

	test('a description changed in iconik goes live with one save and one publish', async () => {
		const before = { contentstack: await contentstackWrites(), iconik: await iconikWrites() };

		await describeAs(boots, 'Wax, heat, wait.');

		expect((await contentstackWrites()) - before.contentstack).toBe(2);
		expect((await iconikWrites()) - before.iconik).toBe(0);
		expect(await live(boots)).toMatchObject({ iconik_version_number: 1, iconik_state: 'ready' });
	});

	test('rights and captions changed in iconik go live, and nothing else of the entry changes', async () => {
		const old = await live(boots);
		await suite.iconik.control.act('update-metadata', {
			asset_id: boots?.id,
			values: { RightsHolder: 'Halden Outdoor' },
		});
		await suite.iconik.control.act('add-subtitle', { asset_id: boots?.id, language: 'nb' });

		const changed = await until('both are live', WITHIN_MS, async () => {
			const entry = await live(boots);
			const languages = entry?.captions?.map(({ language }) => language) ?? [];
			const { holder } = (entry?.usage_rights ?? {}) as { holder?: string };
			return languages.includes('nb') && holder === 'Halden Outdoor' ? entry : undefined;
		});
		expect(changed).toMatchObject({ description: old?.description, title: old?.title });
	});

	test('saved as it was, five times, nothing is written to Contentstack', async () => {
		await describeAs(boots, 'As before');
		const before = await contentstackWrites();

		await after(5, async () => {
			for (let time = 0; time < 5; time += 1)
				await suite.iconik.control.act('update-metadata', {
					asset_id: boots?.id,
					values: { Description: 'As before' },
				});
		});

		expect((await contentstackWrites()) - before).toBe(0);
	});

	test('changes that an editor has not published stay a draft', async () => {
		const { uid } = zipEntry as SavedEntry;
		await suite.contentstack.control.act('save-entry', {
			contentType: 'iconik_media',
			uid,
			fields: { iconik_hold_reason: 'Being checked by legal' },
		});
		const version = (await live(zip))?._version;

		const runs = await after(1, async () => {
			await suite.iconik.control.act('update-metadata', {
				asset_id: zip?.id,
				values: { Description: 'Not over a draft' },
			});
		});

		expect(runs.flatMap((run) => outputsOf(run, 'A Draft Was Found')[0] ?? [])).not.toEqual([]);
		expect((await live(zip))?._version).toBe(version);
		expect(await savedByUid(suite, 'iconik_media', uid)).toMatchObject({
			description: 'Not over a draft',
			iconik_hold_reason: 'Being checked by legal',
		});
	});

	test('a newer version that awaits its approval changes nothing of which version is shown', async () => {
		await suite.iconik.control.act('add-version', { asset_id: boots?.id });

		await after(1, async () => {
			await suite.iconik.control.act('update-metadata', {
				asset_id: boots?.id,
				values: { Description: 'Of the newer version' },
			});
		});

		expect(await live(boots)).toMatchObject({
			iconik_version_id: boots && versionId(boots, 1),
			iconik_version_number: 1,
		});
	});

	test('a published page stands in the context of its asset, once, and leaves with it; the media entry is not touched', async () => {
		const before = await contentstackWrites();
		let page!: SavedEntry;
		await after(1, async () => {
			const fields = {
				title: 'Care guide',
				url: '/care',
				hero: reference(bootsEntry as SavedEntry),
			};
			page = await createByHand(suite, FILM_PAGE, fields, ['production']);
		});
		expect(await contextOf(boots)).toEqual({
			pages: ['Care guide'],
			content_types: [FILM_PAGE],
			locales: ['en-us'],
			urls: [expect.stringMatching(/^https?:.*\/care$/)],
			published: [expect.stringMatching(/^\d{4}-\d\d-\d\dT/)],
		});

		const written = await iconikWrites();
		const order = { contentType: FILM_PAGE, uid: page.uid, environments: ['production'] };
		await after(1, async () => await suite.contentstack.control.act('unpublish-entry', order));
		expect(await contextOf(boots)).toEqual({
			pages: [],
			content_types: [],
			locales: [],
			urls: [],
			published: [],
		});
		expect((await iconikWrites()) - written).toBe(2);
		expect(await contentstackWrites()).toBe(before);
	});
});
