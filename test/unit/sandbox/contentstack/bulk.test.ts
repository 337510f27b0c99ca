import { eventually } from './client';
import { webhookBench, type WebhookBench } from './receiver';

let stack: WebhookBench;
let production = '';
beforeAll(async () => {
	stack = await webhookBench();
	production = (await stack.cma.get('/environments/production')).data.environment.uid;
});
afterEach(async () => await stack.reset());
afterAll(async () => await stack.close());

const NESTED = { headers: { api_version: '3.2' } };
const target = { environments: ['production'], locales: ['en-us'] };
const entry = (uid: string) => ({ uid, content_type: 'film', version: 1, locale: 'en-us' });

/** Asks until the limit of one bulk call a second lets the call through. */
const bulk = async (action: string, body: object, config: object = NESTED) =>
	await eventually(
		async () => await stack.cma.post(`/bulk/${action}`, body, config),
		({ status }) => status !== 429,
	);
const details = async (uid: string) =>
	(
		await stack.cma.get(`/content_types/film/entries/${uid}`, {
			params: { include_publish_details: true },
		})
	).data.entry.publish_details;

it.each(['jobs.environments.publish.completed', 'jobs.environments.{env}.publish.completed'])(
	'tells %s with the counts of the job once it is done',
	async (channel) => {
		const uids = [await stack.create(), await stack.create()];
		await stack.listen([channel.replace('{env}', production)]);
		const { data } = await bulk('publish', { ...target, entries: uids.map(entry) });
		await stack.until(1);
		expect(stack.last().body).toMatchObject({
			module: 'job',
			event: 'publish',
			data: { job: { uid: data.job_id, total_count: 2, succeeded_count: 2, failed_count: 0 } },
		});
		const { data: job } = await stack.cma.get(`/bulk/jobs/${data.job_id}`, NESTED);
		expect(job).toMatchObject({ status: 'complete', summary: { success: 2, unsuccess: 0 } });
	},
);

it('tells of each item how it went, also when publishing failed', async () => {
	await stack.act('choose-behaviour', { publishing: 'fails' });
	const uid = await stack.create();
	await stack.listen(['content_types.entries.publish.fail']);
	const { data } = await bulk('publish', { ...target, entries: [entry(uid)] });
	await stack.until(1);
	expect(stack.last().body.data).toMatchObject({ status: 'failed', entry: { uid } });
	await stack.act('choose-behaviour', { publishing: 'works' });
	const job = `/bulk/jobs/${data.job_id}`;
	expect((await stack.cma.get(job, NESTED)).data.status).toBe('failed');
	const items = async (status: string) =>
		(await stack.cma.get(`${job}/items`, { ...NESTED, params: { status, include_count: true } }))
			.data;
	expect(await items('failed')).toMatchObject({
		items: [{ uid, publish_details: { status: 'failed' }, content_type: { uid: 'film' } }],
		total_count: 1,
	});
	expect((await items('success')).items).toEqual([]);
});

it('gives a job to ask about only to who names the version of the API', async () => {
	const { data } = await bulk('publish', { ...target, entries: [entry(await stack.create())] }, {});
	expect(data).not.toHaveProperty('job_id');
});

it('is done with nothing published when a publish rule holds all of it back', async () => {
	await stack.act('choose-behaviour', { publishRule: 'last-stage-only' });
	const { data: made } = await stack.cma.post('/workflows', {
		workflow: {
			name: 'Short',
			content_types: ['film'],
			workflow_stages: [{ name: 'Draft' }, { name: 'Done' }],
		},
	});
	const entries = [entry(await stack.create())];
	expect((await bulk('publish', { ...target, entries })).data.error_code).toBe(141);
	await stack.listen(['jobs.environments.publish.completed']);
	await bulk(
		'publish',
		{ ...target, entries },
		{ ...NESTED, params: { skip_workflow_stage_check: true } },
	);
	await stack.until(1);
	expect(stack.last().body.data.job).toMatchObject({ total_count: 1, skipped_count: 1 });
	await stack.act('choose-behaviour', { publishRule: 'none' });
	await stack.cma.delete(`/workflows/${made.workflow.uid}`);
});

describe('publishing with references', () => {
	/** The last film refers to the one before it, and so on. */
	const chain = async () => {
		const first = await stack.create();
		const refer = (uid: string) => ({ sequels: [{ uid, _content_type_uid: 'film' }] });
		const second = await stack.create(refer(first));
		return [first, second, await stack.create(refer(second))] as const;
	};

	it('takes what an entry refers to along, at any depth, when the version of the API says so', async () => {
		const [first, second, third] = await chain();
		await stack.cma.post(`/content_types/film/entries/${third}/publish`, { entry: target }, NESTED);
		for (const uid of [first, second, third])
			await eventually(
				async () => await details(uid),
				(places) => places.length === 1,
			);
	});

	it('publishes the entry alone otherwise', async () => {
		const [, second, third] = await chain();
		await stack.cma.post(`/content_types/film/entries/${third}/publish`, { entry: target });
		await eventually(
			async () => await details(third),
			(places) => places.length === 1,
		);
		expect(await details(second)).toEqual([]);
	});

	it('works in bulk for a nested call, and counts what came along', async () => {
		const [first, , third] = await chain();
		const { data } = await bulk(
			'publish',
			{ ...target, entries: [{ _content_type_uid: 'film', uid: third }] },
			{ ...NESTED, params: { nested: true, event_type: 'bulk' } },
		);
		await eventually(
			async () => await details(first),
			(places) => places.length === 1,
		);
		const { data: job } = await stack.cma.get(`/bulk/jobs/${data.job_id}`, NESTED);
		expect(job.total_count).toBe(3);
	});
});

it('moves all entries to a stage or none of them', async () => {
	const { data: made } = await stack.cma.post('/workflows', {
		workflow: {
			name: 'Strict',
			content_types: ['film'],
			workflow_stages: [
				{ name: 'Draft', next_available_stages: [] },
				{ name: 'Done', next_available_stages: ['$all'] },
			],
		},
	});
	const [draft, done] = made.workflow.workflow_stages as Array<{ uid: string }>;
	const [free, stuck] = [await stack.create(), await stack.create()];
	await stack.act('move-stage', { contentType: 'film', uid: stuck, stage: 'Draft' });
	const move = async (uids: string[], stage?: string) =>
		await bulk('workflow', {
			entries: uids.map(entry),
			workflow: { workflow_stage: { uid: stage } },
		});
	expect(await move([free, stuck], done?.uid)).toMatchObject({
		status: 412,
		data: { error_code: 366 },
	});
	const stageOf = async (uid: string) =>
		(
			await stack.cma.get(`/content_types/film/entries/${uid}`, {
				params: { include_workflow: true },
			})
		).data.entry._workflow?.uid;
	expect(await stageOf(free)).toBeUndefined();
	expect((await move([free], draft?.uid)).status).toBe(200);
	expect(await stageOf(free)).toBe(draft?.uid);
	await stack.cma.delete(`/workflows/${made.workflow.uid}`);
});

it('refuses more than ten items to publish and more than a hundred to delete', async () => {
	const uid = await stack.create();
	const many = (number: number) => Array.from({ length: number }, () => entry(uid));
	expect((await bulk('publish', { ...target, entries: many(11) })).status).toBe(422);
	expect((await bulk('delete', { entries: many(101) })).status).toBe(422);
});
