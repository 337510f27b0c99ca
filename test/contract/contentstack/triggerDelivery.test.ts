import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { activate, call } from './trigger';
import { deliveryBench, type Made } from './triggerBench';

const service = withContentstack({ fresh: 'test' });
const { create, itemsOf, on, receiver } = deliveryBench(service);

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
		api_key: apiKey,
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
		await service.act<Made>('upload-asset', {
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
	const { release } = await call<{ release: Made }>(service, 'POST', '/releases', {
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
