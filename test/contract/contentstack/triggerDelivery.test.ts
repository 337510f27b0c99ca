import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { activate, call, Receiver, receive, type SetUp } from './trigger';

const service = withContentstack({ fresh: 'test' });
const receiver = new Receiver();

beforeAll(async () => await receiver.open());
beforeEach(() => receiver.forget());
afterAll(async () => await receiver.close());

const on = (events: string[], more: IDataObject = {}): SetUp =>
	receiver.at({ parameters: { events, ...more } as SetUp['parameters'] });

interface Entry extends IDataObject {
	uid: string;
}
const create = async (contentType = 'campaign', fields: IDataObject = {}) =>
	await service.act<Entry>('create-entry', {
		contentType,
		fields: { title: `Made ${Math.random()}`, ...fields },
	});

/** The items of the deliveries so far, once there are as many. */
async function itemsOf(setUp: SetUp, count = 1): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (const { raw, headers } of await receiver.deliveries(count))
		items.push(...((await receive(service, raw, headers, setUp)).items ?? []));
	return items;
}

it('a publish arrives signed, is known as genuine, and says where the entry is live now', async () => {
	const setUp = on(['entryPublished']);
	await activate(service, setUp);
	const { uid } = await create('page', { title: 'Spring', url: '/spring' });
	await service.act('publish-entry', {
		contentType: 'page',
		uid,
		environments: ['production', 'staging'],
		locales: ['de-de'],
	});
	const items = await itemsOf(setUp, 2);
	const { appUrl, apiKey } = service.connection;
	expect(items.find(({ environment }) => environment === 'production')).toEqual({
		event: 'entry_published',
		content_type: 'page',
		content_type_title: 'Page',
		entry_uid: uid,
		asset_uid: null,
		title: 'Spring',
		locale: 'de-de',
		environment: 'production',
		version: 1,
		action: 'publish',
		status: 'success',
		stage: null,
		stage_uid: null,
		workflow: null,
		workflow_uid: null,
		branch: 'main',
		url: expect.stringMatching(/^https:\/\/[^/]+\/de\/spring$/),
		path: '/spring',
		cms_url: `${appUrl}/#!/stack/${apiKey}/content-type/page/de-de/entry/${uid}/edit`,
		user_uid: expect.any(String),
		date: expect.stringMatching(/^\d{4}-.*Z$/),
		triggered_at: expect.stringMatching(/^\d{4}-.*Z$/),
		is_current: false,
		entry: expect.objectContaining({ uid, title: 'Spring', version: 1 }),
	});
	expect(items.map(({ environment }) => environment).sort()).toEqual(['production', 'staging']);
});

it.each([
	['entryCreated', 'entry_created', async () => await create()],
	[
		'entryUpdated',
		'entry_updated',
		async () => {
			const entry = await create();
			await service.act('save-entry', {
				contentType: 'campaign',
				uid: entry.uid,
				fields: { kind: 'season' },
			});
			return entry;
		},
	],
	[
		'entryDeleted',
		'entry_deleted',
		async () => {
			const entry = await create();
			await service.act('delete-entry', { contentType: 'campaign', uid: entry.uid });
			return entry;
		},
	],
	[
		'entryUnpublished',
		'entry_unpublished',
		async () => {
			const entry = await create();
			const place = { contentType: 'campaign', uid: entry.uid, environments: ['production'] };
			await service.act('publish-entry', place);
			await service.act('unpublish-entry', place);
			return entry;
		},
	],
	[
		'commentCreated',
		'comment_created',
		async () => {
			const entry = await create();
			await service.act('add-comment', {
				contentType: 'campaign',
				uid: entry.uid,
				message: 'Which film?',
			});
			return entry;
		},
	],
])('%s starts with the entry', async (event, name, happen) => {
	const setUp = on([event]);
	await activate(service, setUp);
	const { uid } = await happen();
	expect(await itemsOf(setUp)).toMatchObject([
		{ event: name, entry_uid: uid, content_type: 'campaign', locale: 'en-us', branch: 'main' },
	]);
});

describe('assets', () => {
	const upload = async () =>
		await service.act<Entry>('upload-asset', {
			filename: 'still.jpg',
			contentType: 'image/jpeg',
			content: Buffer.from('jpeg').toString('base64'),
		});

	it('start with the asset when it is created, updated, published, unpublished or deleted', async () => {
		const setUp = on([
			'assetCreated',
			'assetUpdated',
			'assetPublished',
			'assetUnpublished',
			'assetDeleted',
		]);
		await activate(service, setUp);
		const { uid } = await upload();
		await call(service, 'PUT', `/assets/${uid}`, { asset: { title: 'Still' } });
		const order = { asset: { environments: ['production'], locales: ['en-us'] } };
		await call(service, 'POST', `/assets/${uid}/publish`, order);
		await receiver.deliveries(3);
		await call(service, 'POST', `/assets/${uid}/unpublish`, order);
		await receiver.deliveries(4);
		await call(service, 'DELETE', `/assets/${uid}`);
		const items = await itemsOf(setUp, 5);
		expect(items.map(({ event }) => event)).toEqual([
			'asset_created',
			'asset_updated',
			'asset_published',
			'asset_unpublished',
			'asset_deleted',
		]);
		expect(items[2]).toMatchObject({
			asset_uid: uid,
			title: 'Still',
			environment: 'production',
			cms_url: expect.stringContaining(`/assets/${uid}`),
			asset: { uid, file_name: 'still.jpg' },
		});
		expect(items.map((item) => item.entry_uid)).toEqual([null, null, null, null, null]);
	});
});

it('a deployed release and a bulk job that ended start with what they are about', async () => {
	const setUp = on(['releaseDeployed', 'bulkJobCompleted']);
	await activate(service, setUp);
	const { uid } = await create();
	const item = { uid, content_type: 'campaign', locale: 'en-us', version: 1 };
	await call(service, 'POST', '/bulk/publish', {
		entries: [item],
		locales: ['en-us'],
		environments: ['production'],
	});
	await receiver.deliveries(1);
	const { release } = await call<{ release: Entry }>(service, 'POST', '/releases', {
		release: { name: 'Spring' },
	});
	await call(service, 'POST', `/releases/${release.uid}/item`, {
		item: { ...item, content_type_uid: 'campaign', action: 'publish' },
	});
	await call(service, 'POST', `/releases/${release.uid}/deploy`, {
		release: { environments: ['staging'], locales: ['en-us'], action: 'publish' },
	});
	const items = await itemsOf(setUp, 2);
	expect(items).toMatchObject([
		{ event: 'bulk_job_completed', job_uid: expect.any(String), data: { job: {} } },
		{
			event: 'release_deployed',
			release_uid: release.uid,
			title: 'Spring',
			environment: 'staging',
			status: 'success',
		},
	]);
});

it('a custom channel brings what no other event covers', async () => {
	const setUp = on(['customChannel'], { channels: 'content_types.update' });
	await activate(service, setUp);
	const { content_type: type } = await call<{ content_type: IDataObject }>(
		service,
		'GET',
		'/content_types/campaign',
	);
	await call(service, 'PUT', '/content_types/campaign', {
		content_type: { ...type, description: 'New' },
	});
	expect(await itemsOf(setUp)).toMatchObject([
		{ event: 'other', action: 'update', data: { uid: 'campaign' } },
	]);
});

it('a publish that failed is told as such, and not as a publish', async () => {
	const setUp = on(['entryPublishFailed', 'entryPublished']);
	await activate(service, setUp);
	const { uid } = await create();
	const environment = { name: 'short-lived' };
	await call(service, 'POST', '/environments', { environment });
	await service.act('publish-entry', {
		contentType: 'campaign',
		uid,
		environments: [environment.name],
	});
	await call(service, 'DELETE', `/environments/${environment.name}`);
	expect(await itemsOf(setUp)).toMatchObject([
		{ event: 'entry_publish_failed', action: 'publish', status: 'failed', entry_uid: uid },
	]);
});

describe('a stage change', () => {
	interface State {
		workflows: Array<{ uid: string; workflow_stages: Array<{ uid: string; name: string }> }>;
	}
	async function stages() {
		const { workflows } = await service.state<State>();
		const [workflow] = workflows;
		const uidOf = (name: string) =>
			workflow?.workflow_stages.find((stage) => stage.name === name)?.uid ?? '';
		return { workflow: workflow?.uid ?? '', uidOf };
	}
	const move = async (uid: string, stage: string) =>
		await service.act('move-stage', { contentType: 'campaign', uid, stage });

	it.each(['nested', 'flat'])('is read the same from the %s payload', async (stagePayload) => {
		await service.act('choose-behaviour', { stagePayload });
		const setUp = on(['workflowStageChanged']);
		await activate(service, setUp);
		const { uid } = await create();
		await move(uid, 'Ready for Media');
		const { uidOf, workflow } = await stages();
		expect(await itemsOf(setUp)).toMatchObject([
			{
				event: 'workflow_stage_changed',
				entry_uid: uid,
				content_type: 'campaign',
				locale: 'en-us',
				stage: 'Ready for Media',
				stage_uid: uidOf('Ready for Media'),
				workflow: 'Editorial',
				workflow_uid: workflow,
				is_current: true,
				entry: { uid },
			},
		]);
	});

	it.each(['nested', 'flat'])(
		'counts by the stage that the entry is in now (%s payload)',
		async (stagePayload) => {
			await service.act('choose-behaviour', { stagePayload });
			const { uidOf } = await stages();
			const setUp = on(['workflowStageChanged'], { stages: [uidOf('Review')] });
			await activate(service, setUp);
			const { uid } = await create();
			await move(uid, 'Review');
			const [early] = await receiver.deliveries();
			await move(uid, 'Approved');
			await receiver.deliveries(2);
			const late = await receive(service, early?.raw ?? '', early?.headers ?? {}, setUp);
			expect(late).toMatchObject({ items: undefined, response: { ended: false } });
			await move(uid, 'Review');
			const [last] = (await receiver.deliveries(3)).slice(2);
			const { items } = await receive(service, last?.raw ?? '', last?.headers ?? {}, setUp);
			expect(items).toMatchObject([{ stage: 'Review' }]);
		},
	);

	it('of another stage is not even sent when workflow and stage are chosen', async () => {
		const { workflow, uidOf } = await stages();
		const setUp = on(['workflowStageChanged'], { workflow, stages: [uidOf('Approved')] });
		await activate(service, setUp);
		const { uid } = await create();
		await move(uid, 'Review');
		await move(uid, 'Approved');
		expect(await itemsOf(setUp)).toMatchObject([{ stage: 'Approved' }]);
		expect(receiver.calls).toHaveLength(1);
	});

	it('starts with what the delivery said while the entry cannot be read', async () => {
		const setUp = on(['workflowStageChanged']);
		await activate(service, setUp);
		const { uid } = await create();
		await move(uid, 'Review');
		await receiver.deliveries();
		await service.faults([
			{ fault: 'error-before-storing', status: 503, match: { path: '*/entries/*' } },
		]);
		expect(await itemsOf(setUp)).toMatchObject([{ stage: 'Review', is_current: false }]);
	});
});

describe('signed by HMAC', () => {
	const secret = { credential: { webhookSecret: 'the-new-secret' } };

	it('is known as genuine while one secret replaces the other', async () => {
		await service.act('sign-webhooks', { method: 'hmac', secrets: ['other', 'the-new-secret'] });
		const setUp = { ...on(['entryCreated']), ...secret };
		await activate(service, setUp);
		const { uid } = await create();
		expect(await itemsOf(setUp)).toMatchObject([{ entry_uid: uid }]);
	});

	it('with another secret: 401', async () => {
		await service.act('sign-webhooks', { method: 'hmac', secrets: ['other'] });
		const setUp = { ...on(['entryCreated']), ...secret };
		await activate(service, setUp);
		await create();
		const [delivery] = await receiver.deliveries();
		const { response } = await receive(
			service,
			delivery?.raw ?? '',
			delivery?.headers ?? {},
			setUp,
		);
		expect(response).toMatchObject({ status: 401, ended: true });
	});

	it('without a secret to check it is refused, unless the node is told to do without', async () => {
		await service.act('sign-webhooks', { method: 'hmac', secrets: ['other'] });
		const setUp = on(['entryCreated']);
		await activate(service, setUp);
		const { uid } = await create();
		const [{ raw, headers }] = (await receiver.deliveries()) as [
			{ raw: string; headers: Record<string, string> },
		];
		const { response } = await receive(service, raw, headers, setUp);
		expect(response).toMatchObject({ status: 401, ended: true });
		const lenient = on(['entryCreated'], { options: { acceptUnsigned: true } });
		expect((await receive(service, raw, headers, lenient)).items).toMatchObject([
			{ entry_uid: uid },
		]);
	});

	it('falls back to RSA when the organization switches HMAC off', async () => {
		const setUp = { ...on(['entryCreated']), ...secret };
		await activate(service, setUp);
		const { uid } = await create();
		expect(await itemsOf(setUp)).toMatchObject([{ entry_uid: uid }]);
	});
});

describe('a delivery that was tampered with starts nothing', () => {
	async function delivered() {
		const setUp = on(['entryCreated']);
		await activate(service, setUp);
		await create('campaign', { title: `Ünïcode 🎬 ${Math.random()}` });
		const [delivery] = await receiver.deliveries();
		return { setUp, ...(delivery as { raw: string; headers: Record<string, string> }) };
	}

	it('one letter of the body changed: 401', async () => {
		const { setUp, raw, headers } = await delivered();
		const altered = raw.replace('Ünïcode', 'Unicode');
		expect(altered).not.toBe(raw);
		const { response, items } = await receive(service, altered, headers, setUp);
		expect(response).toMatchObject({ status: 401, ended: true });
		expect(items).toBeUndefined();
		expect((await receive(service, raw, headers, setUp)).items).toHaveLength(1);
	});

	it.each([
		['its signature left out', { 'x-contentstack-request-signature': '' }],
		['its signature made up', { 'x-contentstack-request-signature': 'v1=AAAA' }],
		['its secret left out', { 'x-n8n-contentstack-secret': '' }],
		['its secret made up', { 'x-n8n-contentstack-secret': 'f'.repeat(64) }],
		['a user added', { 'x-n8n-contentstack-user': 'somebody' }],
	])('%s: 401', async (_, change) => {
		const { setUp, raw, headers } = await delivered();
		const altered = { ...headers, ...change } as Record<string, string>;
		const { response, items } = await receive(service, raw, altered, setUp);
		expect(response).toMatchObject({ status: 401, ended: true });
		expect(items).toBeUndefined();
	});

	it('replayed to another node: 401', async () => {
		const { setUp, raw, headers } = await delivered();
		const other = { ...setUp, webhookId: 'c0ffee00-0000-4000-8000-000000000000' };
		const { response } = await receive(service, raw, headers, other);
		expect(response).toMatchObject({ status: 401, ended: true });
	});
});
