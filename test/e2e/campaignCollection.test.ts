import { createCampaign, readCampaign, saveCampaign, treeOf } from '../../sandbox/client/campaigns';
import { failureOf, outputsOf } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { writtenDuring } from './harness/replay';
import { connectSuite, type Suite } from './harness/suite';

const TEMPLATE = '05-campaign-to-collection.json';
const GROUP = 'Media team';
const OUTLINE = ['Videos', 'Trailers', 'Cutdowns', 'Stills'];

jest.setTimeout(90_000);

describe('a campaign in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;

	beforeAll(async () => {
		suite = await connectSuite();
		workflow = await suite.importWorkflow(TEMPLATE, { accessGroup: GROUP });
		await suite.n8n.publish(workflow);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	/** Does something that starts `count` runs, and waits until n8n is done with them. */
	const after = async (count: number, act: () => Promise<unknown>) => {
		const known = await suite.n8n.executions(workflow);
		await act();
		const runs = await suite.n8n.newExecutions(workflow, known, count);
		expect(runs.map(failureOf)).toEqual(runs.map(() => undefined));
		return runs;
	};

	/** A new campaign, with the run that made its tree and the one that its link started. */
	const created = async (fields: Record<string, unknown>) => {
		let uid = '';
		const runs = await after(2, async () => {
			uid = (await createCampaign(suite, fields)).uid;
		});
		return { uid, runs };
	};

	const written = async (act: () => Promise<unknown>) => await writtenDuring(suite, act);

	test('gets a tree of collections, its facts, access for the group and its link', async () => {
		const { uid, runs } = await created({
			title: 'Autumn colours',
			kind: 'season',
			starts: '2031-09-01',
			ends: '2031-11-30',
			brief: 'Leaves, mist, wool.',
		});

		const [top, ...below] = await treeOf(suite, uid);
		expect(top).toMatchObject({
			title: 'Autumn colours',
			external_id: uid,
			parent_id: null,
			metadata: {
				CampaignKind: 'season',
				CampaignBrief: 'Leaves, mist, wool.',
				CampaignStart: '2031-09-01',
				CampaignEnd: '2031-11-30',
				CampaignState: 'planned',
				CampaignEntry: uid,
			},
		});
		expect(below.map(({ title }) => title).sort()).toEqual([...OUTLINE].sort());
		expect(new Set(below.map(({ parent_id }) => parent_id))).toEqual(new Set([top?.id]));
		expect(await readCampaign(suite, uid)).toMatchObject({
			iconik_collection_id: top?.id,
			iconik_collection_url: `${suite.connections.iconik.baseUrl}/collection/${top?.id}`,
		});
		for (const { id } of [top, ...below] as Array<{ id: string }>) {
			const { data } = await suite.iconik.api.get<{ groups_acl: Array<{ permissions: string[] }> }>(
				`/acls/v1/acl/collections/${id}/`,
			);
			expect(data.groups_acl.map(({ permissions }) => permissions)).toEqual([['read', 'write']]);
		}
		expect(outputsOf(runs[0] as never, 'Both Agree')[0]).toMatchObject([
			{ json: { outcome: 'created', title: 'Autumn colours' } },
		]);
	});

	test('is quiet after its own echo, and writes nothing when it is saved five times more', async () => {
		const { uid } = await created({ title: 'Quiet hills' });
		const tree = await treeOf(suite, uid);

		const count = await written(
			async () =>
				await after(
					5,
					async () =>
						await Promise.all([1, 2, 3, 4, 5].map(async () => await saveCampaign(suite, uid, {}))),
				),
		);

		expect(count).toEqual({ contentstack: 0, iconik: 0 });
		expect(await treeOf(suite, uid)).toEqual(tree);
	});

	test('costs the writes that its page states', async () => {
		let uid = '';
		const first = await written(async () => {
			({ uid } = await created({ title: 'Counted', kind: 'event' }));
		});
		// The view is there already: five collections, one call for access, the facts; the link.
		expect(first).toEqual({ contentstack: 1, iconik: 7 });

		const second = await written(
			async () =>
				await after(1, async () => await saveCampaign(suite, uid, { title: 'Recounted' })),
		);
		expect(second).toEqual({ contentstack: 0, iconik: 1 });
	});

	test('made and saved at the same moment has one tree', async () => {
		let uid = '';
		// Creation, two saves, and the link that is written once.
		await after(4, async () => {
			uid = (await createCampaign(suite, { title: 'All at once' })).uid;
			await Promise.all([
				saveCampaign(suite, uid, { brief: 'One' }),
				saveCampaign(suite, uid, { kind: 'event' }),
			]);
		});

		const tree = await treeOf(suite, uid);
		expect(tree).toHaveLength(1 + OUTLINE.length);
		expect(tree[0]?.metadata).toMatchObject({ CampaignBrief: 'One', CampaignKind: 'event' });
		expect((await readCampaign(suite, uid)).iconik_collection_id).toBe(tree[0]?.id);
	});

	test('whose events are all delivered twice at the same moment has one tree', async () => {
		await suite.contentstack.control.setFaults([{ fault: 'webhook-doubled' }]);
		let uid = '';
		// The creation and the link; their repetitions are passed over at the door.
		await after(2, async () => {
			uid = (await createCampaign(suite, { title: 'Heard twice' })).uid;
		});
		await suite.contentstack.control.setFaults([]);

		const tree = await treeOf(suite, uid);
		expect(tree).toHaveLength(1 + OUTLINE.length);
		expect((await readCampaign(suite, uid)).iconik_collection_id).toBe(tree[0]?.id);
	});

	test('that ends is marked with one write, and runs again when it is prolonged', async () => {
		const { uid } = await created({ title: 'Until further notice', starts: '2020-01-01' });
		const state = async () => (await treeOf(suite, uid))[0]?.metadata.CampaignState;
		expect(await state()).toBe('running');

		const end = async (ends: string) =>
			await written(
				async () => await after(1, async () => await saveCampaign(suite, uid, { ends })),
			);
		expect(await end('2020-12-31')).toEqual({ contentstack: 0, iconik: 1 });
		expect(await state()).toBe('ended');
		await end('2099-12-31');
		expect(await state()).toBe('running');
	});

	test('renamed, its collection is renamed and nothing else', async () => {
		const { uid } = await created({ title: 'Working title' });
		const before = await treeOf(suite, uid);

		await after(1, async () => await saveCampaign(suite, uid, { title: 'Grüße & 山 🏔️' }));

		const [top, ...below] = await treeOf(suite, uid);
		expect(top).toMatchObject({ id: before[0]?.id, title: 'Grüße & 山 🏔️' });
		expect(below).toEqual(before.slice(1));
	});

	test('whose collection was deleted is reported, and gets a new tree on request', async () => {
		const { uid } = await created({ title: 'Thrown away' });
		const [top] = await treeOf(suite, uid);
		await suite.iconik.api.delete(`/assets/v1/collections/${top?.id}/`);

		let runs: Awaited<ReturnType<typeof after>> = [];
		const count = await written(async () => {
			runs = await after(1, async () => await saveCampaign(suite, uid, { brief: 'Still here?' }));
		});
		expect(count).toEqual({ contentstack: 0, iconik: 0 });
		expect(outputsOf(runs[0] as never, 'The Collection Is Gone')[0]).toMatchObject([
			{ json: { outcome: 'gone', title: 'Thrown away', collection_id: top?.id } },
		]);

		await after(2, async () => await saveCampaign(suite, uid, { iconik_collection_id: '' }));
		const tree = await treeOf(suite, uid);
		expect(tree).toHaveLength(1 + OUTLINE.length);
		expect(tree[0]?.id).not.toBe(top?.id);
		expect(new Set(tree.slice(1).map(({ parent_id }) => parent_id))).toEqual(
			new Set([tree[0]?.id]),
		);
		expect((await readCampaign(suite, uid)).iconik_collection_id).toBe(tree[0]?.id);
	});

	test('whose collection is not there at all is reported, too', async () => {
		const iconik_collection_id = '00000000-0000-11ee-8000-000000000000';

		const [run] = await after(
			1,
			async () => await createCampaign(suite, { title: 'Never there', iconik_collection_id }),
		);

		expect(outputsOf(run as never, 'The Collection Is Gone')[0]).toHaveLength(1);
	});

	test('that is over is marked so when all are checked, and archived where a team wants that', async () => {
		const { uid } = await created({ title: 'Last year', starts: '2020-01-01', ends: '2020-12-31' });
		const state = async () => (await treeOf(suite, uid))[0]?.metadata.CampaignState;
		expect(await state()).toBe('ended');

		const archiving = await suite.importWorkflow(TEMPLATE, { archiveWhenEnded: true });
		const execution = await suite.n8n.run(archiving);
		expect(failureOf(execution)).toBeUndefined();
		expect(await state()).toBe('archived');
		await suite.n8n.removeWorkflow(archiving);
	});

	test('a group that iconik does not have ends in a readable record, and the next run completes the tree', async () => {
		const wrong = await suite.importWorkflow(TEMPLATE, { accessGroup: 'Nobody' });
		await suite.n8n.unpublish(workflow);
		await until('its webhook is gone', 10_000, async () => {
			const { data } = await suite.contentstack.management.get<{ webhooks: unknown[] }>(
				'/webhooks',
			);
			return data.webhooks.length === 0 ? true : undefined;
		});
		const { uid } = await createCampaign(suite, { title: 'Half done' });

		const failed = await suite.n8n.run(wrong);

		expect(failureOf(failed)).toContain('iconik has no group');
		expect((await readCampaign(suite, uid)).iconik_collection_id ?? '').toBe('');
		await suite.n8n.run(workflow);
		const tree = await treeOf(suite, uid);
		expect(tree).toHaveLength(1 + OUTLINE.length);
		expect((await readCampaign(suite, uid)).iconik_collection_id).toBe(tree[0]?.id);
		await suite.n8n.removeWorkflow(wrong);
	});
});
