import { FILM } from './client';
import { webhookBench, type WebhookBench } from './receiver';

let stack: WebhookBench;
beforeAll(async () => {
	stack = await webhookBench();
});
afterAll(async () => await stack.close());
afterEach(async () => await stack.reset());

describe('what is told', () => {
	it('tells of a save in full: fields, content type, branch', async () => {
		const uid = await stack.create({ summary: 'x' });
		await stack.listen(['content_types.film.entries.update']);
		await stack.act('save-entry', {
			contentType: 'film',
			uid,
			person: 'Ben',
			fields: { summary: 'y' },
		});
		await stack.until(1);
		expect(stack.last().body).toMatchObject({
			module: 'entry',
			event: 'update',
			api_key: stack.connection.apiKey,
			data: {
				entry: { uid, summary: 'y', _version: 2 },
				content_type: {
					uid: 'film',
					schema: FILM.schema.map(({ uid: field }) => ({ uid: field })),
				},
				branch: { uid: 'main', source: '', alias: [] },
			},
		});
	});

	it('tells only ids when the payload is to be concise', async () => {
		await stack.listen(['content_types.entries.create'], { concise_payload: true });
		const uid = await stack.create({ summary: 'secret' });
		await stack.until(1);
		expect(Object.keys(stack.last().body.data)).toEqual(['entry', 'content_type']);
		expect(Object.keys(stack.last().body.data.entry ?? {}).sort()).toEqual([
			'_version',
			'locale',
			'title',
			'uid',
		]);
		expect(stack.last().body.data).toMatchObject({ entry: { uid } });
	});

	it('tells of publishing once for each environment and language, with one object of details', async () => {
		await stack.listen(['content_types.entries.publish']);
		const uid = await stack.create();
		await stack.act('publish-entry', {
			contentType: 'film',
			uid,
			environments: ['production', 'staging'],
			locales: ['en-us', 'de-de'],
		});
		await stack.until(4);
		const places = stack.received.map(({ body: { data } }) => {
			const { environment, locale, status } = data as unknown as {
				environment: { name: string };
				locale: string;
				status: string;
			};
			return `${environment.name} ${locale} ${status}`;
		});
		expect(places.sort()).toEqual([
			'production de-de success',
			'production en-us success',
			'staging de-de success',
			'staging en-us success',
		]);
		expect(stack.last().body.data.entry).toMatchObject({
			publish_details: { locale: expect.any(String) },
		});
	});

	it('keeps quiet about other branches and other channels', async () => {
		const { uid: hook } = await stack.listen(
			['content_types.entries.delete', 'content_types.entries.create'],
			{
				branches: ['develop'],
			},
		);
		const uid = await stack.create();
		await stack.act('delete-entry', { contentType: 'film', uid });
		const { data } = await stack.cma.get(`/webhooks/${hook}/executions`);
		expect(data.webhooks).toEqual([]);
	});

	it.each(['nested', 'flat'] as const)(
		'tells of a stage change in the %s form',
		async (stagePayload) => {
			await stack.act('choose-behaviour', { stagePayload });
			const { data: made } = await stack.cma.post('/workflows', {
				workflow: {
					name: 'W',
					content_types: ['film'],
					workflow_stages: [{ name: 'Draft' }, { name: 'Ready' }],
				},
			});
			const { uid: workflow, workflow_stages: stages } = made.workflow;
			await stack.listen([`content_types.film.entries.workflows.${workflow}.${stages[1].uid}`]);
			const uid = await stack.create();
			const answered = await stack.cma.post(`/content_types/film/entries/${uid}/workflow`, {
				workflow: { workflow_stage: { uid: stages[1].uid } },
			});
			expect(answered.data.notice).toBe('Workflow stage updated successfully.');
			await stack.until(1);
			const { workflow: told, entry } = stack.last().body.data as unknown as Record<
				string,
				Record<string, unknown>
			>;
			expect(stagePayload === 'nested' ? told?.entry : entry).toMatchObject({ uid });
			expect(stagePayload === 'nested' ? told?.log : told?.stage).toMatchObject({
				uid: stages[1].uid,
				name: 'Ready',
			});
			await stack.cma.delete(`/workflows/${workflow}`);
		},
	);
});

describe('creating webhooks', () => {
	it('refuses a name that is taken, a bad address, and no channels', async () => {
		const { name } = await stack.listen(['assets.create']);
		const { status, data } = await stack.cma.post('/webhooks', {
			webhook: { name, destinations: [{ target_url: 'ftp://x' }], channels: [] },
		});
		expect(status).toBe(422);
		expect(Object.keys(data.errors).sort()).toEqual(['channels', 'name', 'target_url']);
	});
});

it('takes a hundred webhooks and refuses the next', async () => {
	const { data: before } = await stack.cma.get('/webhooks', { params: { include_count: true } });
	await stack.act('create-webhooks', { count: 100 - before.count });
	const { status, data } = await stack.cma.post('/webhooks', {
		webhook: {
			name: 'one too many',
			destinations: [{ target_url: 'http://127.0.0.1:9/' }],
			channels: ['assets.create'],
		},
	});
	expect([status, data.error_code]).toEqual([422, 141]);
	expect((await stack.act('create-webhooks', { count: 1 })).status).toBe(400);
});
