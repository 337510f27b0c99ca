import { writes } from '../../sandbox/client/controlApi';
import { liveVersions, savedByUid } from '../../sandbox/client/entries';
import { FILM_PAGE, installFilmPages } from '../../sandbox/client/filmPages';
import {
	assetByExternalId,
	pressCustomAction,
	type LibraryAsset,
} from '../../sandbox/client/library';
import { savedEntry } from '../../sandbox/client/mediaEntries';
import { outputsOf, type Execution } from '../../sandbox/n8n/execution';
import type { ImportedWorkflow } from '../../sandbox/n8n/instance';
import { PlacementBench } from './harness/placementBench';
import { connectSuite, type Suite } from './harness/suite';

jest.setTimeout(120_000);

const DAY = /^\d{4}-\d\d-\d\d/;

describe('usage and the report in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	let approvedVideo: ImportedWorkflow;
	let bench: PlacementBench;
	let [tent, podcast, shoe]: LibraryAsset[] = [];
	let [tentEntry, podcastEntry]: Array<{ uid: string }> = [];
	let page: { uid: string };

	beforeAll(async () => {
		suite = await connectSuite();
		const setUp = await suite.importWorkflow('00-set-up.json');
		expect((await suite.n8n.run(setUp)).status).toBe('success');
		workflow = await suite.importWorkflow('06-placements-and-usage.json');
		approvedVideo = await suite.importWorkflow('01-approved-video-to-contentstack.json');
		await installFilmPages(suite);
		bench = new PlacementBench(suite, workflow);
		[tent, podcast, shoe] = await Promise.all(
			['HO-patch-tent', 'HO-podcast-13', 'HO-still-shoe'].map(
				async (externalId) => await assetByExternalId(suite, externalId),
			),
		);
		await suite.n8n.publish(approvedVideo);
		await send();
		tentEntry = await savedEntry(suite, tent!.id);
		podcastEntry = await bench.mediaEntry(podcast!);
		await suite.n8n.publish(workflow);
		const media = { hero: tentEntry!, clip: podcastEntry };
		({ page } = await bench.published('Repair week', ['production'], media));
		await bench.indexed();
	});

	afterAll(async () => {
		await suite.n8n.removeWorkflow(workflow);
		await suite.n8n.removeWorkflow(approvedVideo);
	});

	/** Somebody sends the tent's film to Contentstack once more. */
	const send = async () => {
		const known = await suite.n8n.executions(approvedVideo);
		await pressCustomAction(suite, 'Send to Contentstack', tent!.id);
		const [run] = await suite.n8n.newExecutions(approvedVideo, known, 1);
		return run!;
	};

	/** What a run of the check and the report wrote to each side. */
	const checked = async () => {
		const before = writes(await suite.contentstack.control.log()).length;
		const { execution, written } = await bench.checkNow();
		const calls = writes(await suite.contentstack.control.log()).slice(before);
		return { execution, inIconik: written, calls };
	};

	const known = (execution: Execution) =>
		(outputsOf(execution, 'Usage Is Known')[0] ?? []).map(({ json }) => json);

	test('where, since when and how often is saved in the media entries, published nowhere, and once', async () => {
		const live = await liveVersions(suite, 'iconik_media', tentEntry!.uid);

		const { execution, calls } = await checked();

		expect((await savedEntry(suite, tent!.id))?.iconik_usage).toMatchObject({
			entries: 1,
			placements: 1,
			downloads: 0,
			since: expect.stringMatching(DAY),
			places: [
				{
					page: 'Repair week',
					page_url: expect.stringMatching(/\/repair-week$/),
					entry_uid: page.uid,
					content_type: FILM_PAGE,
					field: 'hero',
					language: 'en-us',
					environment: 'production',
					since: expect.stringMatching(DAY),
				},
			],
		});
		const updated = known(execution).filter(({ outcome }) => outcome === 'updated');
		expect(updated.map(({ asset_id }) => asset_id)).toContain(tent!.id);
		expect(calls.map(({ method }) => method)).toEqual(updated.map(() => 'PUT'));
		expect(await liveVersions(suite, 'iconik_media', tentEntry!.uid)).toEqual(live);

		const again = await checked();
		expect(again).toMatchObject({ calls: [], inIconik: 0 });
	});

	test('the other workflows see no reason to publish in it, and no draft', async () => {
		const before = writes(await suite.contentstack.control.log()).length;
		const run = await send();
		expect(outputsOf(run, 'It Is Live')[0]).toMatchObject([{ json: { outcome: 'already_live' } }]);
		expect(writes(await suite.contentstack.control.log())).toHaveLength(before);
	});

	test('one download is one save, and a person’s draft is kept and not published', async () => {
		const { uid } = podcastEntry!;
		const live = await liveVersions(suite, 'iconik_media', uid);
		await suite.contentstack.control.act('save-entry', {
			contentType: 'iconik_media',
			uid,
			fields: { description: 'Not ready yet' },
		});
		await suite.iconik.api.post(`/assets/v1/assets/${podcast!.id}/history/`, {
			operation_type: 'DOWNLOAD',
		});

		const { execution, calls, inIconik } = await checked();

		expect(calls.map(({ method }) => method)).toEqual(['PUT']);
		expect(inIconik).toBe(0);
		expect(known(execution).find(({ asset_id }) => asset_id === podcast!.id)).toMatchObject({
			outcome: 'updated',
			downloads: 1,
		});
		expect(await savedByUid(suite, 'iconik_media', uid)).toMatchObject({
			description: 'Not ready yet',
			iconik_usage: { downloads: 1, entries: 1 },
		});
		expect(await liveVersions(suite, 'iconik_media', uid)).toEqual(live);
	});

	test('the report names what is unused, used, unapproved, ending and without captions, as items and as CSV', async () => {
		const { execution } = await checked();

		const rows = (outputsOf(execution, 'Rows of the Report')[0] ?? []).map(({ json }) => json);
		const ids = (report: string) =>
			rows.filter((row) => row.report === report).map(({ asset_id }) => asset_id);
		expect(ids('unused')).not.toContain(tent!.id);
		expect(ids('mostUsed')).toEqual(expect.arrayContaining([tent!.id, podcast!.id]));
		expect(ids('usedUnapproved')).toContain(podcast!.id);
		expect(ids('usedUnapproved')).not.toContain(tent!.id);
		expect(ids('missingCaptions')).toContain(podcast!.id);
		expect(ids('missingCaptions')).not.toContain(tent!.id);
		expect(rows.find(({ asset_id }) => asset_id === tent!.id)).toMatchObject({
			title: 'How to Patch a Tent',
			since: expect.stringMatching(DAY),
			where: expect.stringContaining('Repair week (hero, en-us, production)'),
		});
		expect(ids('unused')).toContain(shoe!.id);

		const csv = await bench.fileOf(outputsOf(execution, 'Make CSV File')[0]?.[0]);
		expect(csv.name).toMatch(/^media-report-\d{4}-\d\d-\d\d\.csv$/);
		const lines = csv.text.trim().split('\n');
		expect(lines).toHaveLength(rows.length + 1);
		expect(lines[0]).toContain('report,asset_id,title');
	});

	test('the page of the report is one file with all that was found', async () => {
		const { execution } = await checked();
		const rows = outputsOf(execution, 'Get Report')[0] ?? [];
		const [item] = outputsOf(execution, 'Make Report Page')[0] ?? [];
		expect(item?.json).toMatchObject({ title: 'Media in use', rows: rows.length });
		const file = await bench.fileOf(item);
		expect(file.name).toMatch(/^media-report-\d{4}-\d\d-\d\d\.html$/);
		expect(file.text).toMatch(/^<!doctype html>/);
		expect(file.text).toContain('How to Patch a Tent');
	});
});
