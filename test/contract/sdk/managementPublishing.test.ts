import { eventually } from '../../support/eventually';
import { withContentstack } from '../../support/sandbox';
import { managementStack, refusal } from './clients';
import { livePlaces, target } from './livePlaces';

const service = withContentstack();
const stack = () => managementStack(service.connection);
const articles = () => stack().contentType('article').entry();
const article = (uid: string) => stack().contentType('article').entry(uid);
const create = async (title: string, fields: object = {}) =>
	await articles().create({ entry: { title, url: `/${title}`, ...fields } });

const live = async (uid: string) => await livePlaces(service, uid);

describe('entries', () => {
	it('goes live in the version that was published and ends when it is unpublished', async () => {
		const made = await create('pub-one');
		made.summary = 'draft';
		await made.update();
		const { notice } = await article(made.uid).publish({
			publishDetails: target,
			locale: 'en-us',
			version: 1,
		});
		expect(notice).toBe('The requested action has been performed.');
		await eventually(async () => expect(await live(made.uid)).toHaveLength(1));
		expect(await live(made.uid)).toMatchObject([{ locale: 'en-us', version: 1 }]);

		await article(made.uid).unpublish({ publishDetails: target, locale: 'en-us' });
		await eventually(async () => expect(await live(made.uid)).toHaveLength(0));
	});

	it('goes live when its time has come', async () => {
		const made = await create('pub-later');
		const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
		await article(made.uid).publish({
			publishDetails: target,
			locale: 'en-us',
			version: 1,
			scheduledAt: inAnHour,
		});
		expect(await live(made.uid)).toEqual([]);
		await service.clock({ advanceMs: 3_700_000 });
		await eventually(async () => expect(await live(made.uid)).toHaveLength(1));
	});

	it('is told of an environment that does not exist', async () => {
		const made = await create('pub-nowhere');
		const answer = await refusal(
			article(made.uid).publish({
				publishDetails: { ...target, environments: ['nowhere'] },
				locale: 'en-us',
			}),
		);
		expect(answer).toMatchObject({ status: 422, errorCode: 141 });
	});
});

describe('workflows', () => {
	const editorial = async () => (await stack().workflow().fetchAll({})).items[0] as never as Flow;
	interface Flow {
		uid: string;
		name: string;
		workflow_stages: Array<{ uid: string; name: string }>;
	}

	it('puts an entry into a stage, which then is read and found', async () => {
		const { workflow_stages: stages } = await editorial();
		const review = stages.find(({ name }) => name === 'Review');
		const made = await create('staged');
		const stage = { uid: review?.uid ?? '', comment: 'Please check', notify: false };
		const { notice } = await article(made.uid).setWorkflowStage({
			workflow_stage: stage,
			locale: 'en-us',
		});
		expect(notice).toBe('Workflow stage updated successfully.');
		const read = await article(made.uid).fetch({ include_workflow: true });
		expect(read._workflow).toMatchObject({ uid: review?.uid, name: 'Review' });
		const found = await articles()
			.query({ query: { '_workflow.uid': review?.uid } })
			.find();
		expect(found.items.map(({ uid }) => uid)).toContain(made.uid);
	});

	it('is refused a stage of no workflow with 412 and code 366', async () => {
		const made = await create('not-staged');
		const answer = await refusal(
			article(made.uid).setWorkflowStage({
				workflow_stage: { uid: 'blt0000000000000000', comment: '' },
				locale: 'en-us',
			}),
		);
		expect(answer).toMatchObject({ status: 412, errorCode: 366 });
	});

	it('makes a workflow, switches it off and on, and deletes it', async () => {
		const stages = ['Open', 'Done'].map((name) => ({
			name,
			color: '#2196f3',
			allStages: true,
			allUsers: true,
			specificStages: false,
			specificUsers: false,
			next_available_stages: ['$all'],
			entry_lock: '$none',
		}));
		const made = await stack()
			.workflow()
			.create({
				workflow: {
					name: 'Films',
					enabled: true,
					content_types: ['media'],
					branches: ['main'],
					workflow_stages: stages,
				},
			});
		const flow = stack().workflow(made.uid) as never as Record<
			'disable' | 'enable' | 'fetch' | 'delete',
			() => Promise<{ notice: string; enabled: boolean }>
		>;
		await flow.disable();
		expect((await flow.fetch()).enabled).toBe(false);
		await flow.enable();
		expect((await flow.fetch()).enabled).toBe(true);
		await flow.delete();
		expect((await refusal(flow.fetch())).errorCode).toBe(141);
	});
});

describe('bulk', () => {
	// One bulk call a second is allowed; the client waits that out by itself.
	it('publishes many at once and tells how the job went', async () => {
		const made = [await create('bulk-a'), await create('bulk-b')];
		const answer = (await stack()
			.bulkOperation()
			.publish({
				details: {
					...target,
					entries: made.map(({ uid }) => ({
						uid,
						content_type: 'article',
						version: 1,
						locale: 'en-us',
					})),
				},
				api_version: '3.2',
			})) as { notice: string; job_id: string };
		const jobOf = async () =>
			(await stack()
				.bulkOperation()
				.jobStatus({ job_id: answer.job_id as never, api_version: '3.2' })) as never as {
				status: string;
				summary: { success: number };
			};
		await eventually(async () => expect((await jobOf()).status).toBe('complete'));
		expect((await jobOf()).summary.success).toBe(2);
		const { items } = await stack().bulkOperation().getJobItems(answer.job_id, { limit: 10 });
		expect(items).toMatchObject(
			made.map(({ uid }) => ({ uid, type: 'entry', publish_details: { status: 'success' } })),
		);
		expect(await live(made[0]?.uid ?? '')).toHaveLength(1);
	});

	it('unpublishes, then deletes many at once', async () => {
		const made = await create('bulk-c');
		const entry = { uid: made.uid, content_type: 'article', locale: 'en-us' };
		await article(made.uid).publish({ publishDetails: target, locale: 'en-us' });
		await eventually(async () => expect(await live(made.uid)).toHaveLength(1));
		await stack()
			.bulkOperation()
			.unpublish({ details: { ...target, entries: [entry] } });
		await eventually(async () => expect(await live(made.uid)).toHaveLength(0));
		await stack()
			.bulkOperation()
			.delete({ details: { entries: [entry] } as never });
		expect((await refusal(article(made.uid).fetch())).errorCode).toBe(141);
	});
});
