import { createCampaign, readCampaign, saveCampaign, treeOf } from '../../sandbox/client/campaigns';
import { failureOf, outputsOf } from '../../sandbox/n8n/execution';
import type { ImportedWorkflow } from '../../sandbox/n8n/instance';
import { writtenDuring } from './harness/replay';
import { connectSuite, type Suite } from './harness/suite';

jest.setTimeout(90_000);

describe('a campaign that is to be a project, too, in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;

	beforeAll(async () => {
		suite = await connectSuite();
		workflow = await suite.importWorkflow('05-campaign-to-collection.json', { asProject: true });
		await checkAll();
	});

	afterAll(async () => {
		await may(true);
		await suite.n8n.removeWorkflow(workflow);
	});

	const checkAll = async () => await suite.n8n.run(workflow);
	/** An administrator grants the integration projects, or takes them away. */
	const may = async (granted: boolean) =>
		await suite.iconik.control.act('set-role', { role: 'can_create_projects', granted });
	const projectsOf = async (collectionId?: string) => {
		const { data } = await suite.iconik.api.get<{
			objects: Array<{ name: string; collection_id: string }>;
		}>('/assets/v1/projects/', { params: { per_page: 500 } });
		return data.objects.filter(({ collection_id }) => collection_id === collectionId);
	};
	const written = async (act: () => Promise<unknown>) => await writtenDuring(suite, act);

	test('has one, however often it is checked and also at the same moment', async () => {
		const { uid } = await createCampaign(suite, { title: 'Shoot in March' });

		const runs = await Promise.all([checkAll(), checkAll()]);

		expect(runs.map(failureOf)).toEqual([undefined, undefined]);
		const [top] = await treeOf(suite, uid);
		expect(await projectsOf(top?.id)).toMatchObject([{ name: 'Shoot in March' }]);
		expect(outputsOf(await checkAll(), 'Both Agree')[0]).toContainEqual(
			expect.objectContaining({
				json: expect.objectContaining({
					title: 'Shoot in March',
					collection_id: top?.id,
					project_id: expect.any(String),
				}),
			}),
		);
		expect(await written(checkAll)).toEqual({ contentstack: 0, iconik: 0 });
	});

	test('costs one write more, when it is made and when it is renamed', async () => {
		let uid = '';
		const first = await written(async () => {
			({ uid } = await createCampaign(suite, { title: 'Shoot in May' }));
			await checkAll();
		});
		// Five collections, the facts, the project; the link.
		expect(first).toEqual({ contentstack: 1, iconik: 7 });
		const [top] = await treeOf(suite, uid);

		await saveCampaign(suite, uid, { title: 'Shoot in June' });
		expect(await written(checkAll)).toEqual({ contentstack: 0, iconik: 2 });
		expect(await projectsOf(top?.id)).toMatchObject([{ name: 'Shoot in June' }]);
	});

	test('has its tree and its link where iconik has no projects, and a record says what to do', async () => {
		await may(false);
		const { uid } = await createCampaign(suite, { title: 'No projects here' });

		const failed = await checkAll();

		expect(failureOf(failed)).toContain('iconik gives no access to projects here');
		const [record] = outputsOf(failed, 'Describe What Failed')[0] ?? [];
		expect(record?.json).toMatchObject({
			outcome: 'failed',
			what_to_do: expect.stringContaining('This iconik may not have projects'),
		});
		const [top, ...below] = await treeOf(suite, uid);
		expect(below).toHaveLength(4);
		expect((await readCampaign(suite, uid)).iconik_collection_id).toBe(top?.id);
		expect(await projectsOf(top?.id)).toEqual([]);
	});
});
