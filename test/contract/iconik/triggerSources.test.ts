import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eventually } from '../../support/eventually';
import { RecordingServer } from '../../support/recordingServer';
import { withIconik } from '../../support/sandbox';
import { addView, call, video } from './library';
import {
	activate,
	actions,
	automations,
	deactivate,
	editable,
	isRegistered,
	receive,
	webhooks,
} from './trigger';

const service = withIconik({ seed: 'empty', fresh: 'test' });
const receiver = new RecordingServer();
let webhookBaseUrl = '';

beforeAll(async () => {
	webhookBaseUrl = `${await receiver.listen()}/webhook`;
});
beforeEach(() => {
	receiver.calls.length = 0;
});
afterAll(async () => await receiver.close());

const configured = (parameters: INodeParameters) => ({ webhookBaseUrl, parameters });

/** Everything that iconik has sent so far, as the trigger takes it in: the items of each call. */
async function takenIn(parameters: INodeParameters): Promise<IDataObject[]> {
	const received = receiver.calls.map(
		async ({ body, headers }) =>
			await receive(service, body, headers as Record<string, string>, configured(parameters)),
	);
	return (await Promise.all(received)).flatMap(({ items }) => items ?? []);
}

const sent = async (count = 1) =>
	await eventually(() => expect(receiver.calls.length).toBeGreaterThanOrEqual(count));

const collection = async (title: string, parent_id?: string) =>
	(await call<{ id: string }>(service, 'POST', 'assets/v1/collections/', { title, parent_id })).id;

const put = async (asset: string, into: string) =>
	await call(service, 'POST', `assets/v1/collections/${into}/contents/`, {
		object_id: asset,
		object_type: 'assets',
	});

const automationCases: Array<[string, INodeParameters, object]> = [
	['assetOnline', {}, { type: 'ASSET_ONLINE', parameters: { wait_for_transcode: false } }],
	['proxyReady', {}, { type: 'ASSET_ONLINE', parameters: { wait_for_transcode: true } }],
	['versionAdded', {}, { type: 'ASSET_ONLINE', parameters: { only_first_version: false } }],
	['reviewRequested', {}, { parameters: { statuses: ['REQUESTED'] } }],
	['reviewApproved', {}, { parameters: { statuses: ['APPROVED'] } }],
	['reviewRejected', {}, { parameters: { statuses: ['NOT_APPROVED'] } }],
	[
		'subtitleAdded',
		{ language: 'de', captionKind: 'closedCaptions' },
		{ type: 'SUBTITLE_ADDED', parameters: { language: 'de', closed_captions: true } },
	],
	[
		'metadataValueSet',
		{ field: 'Channel', value: 'Web' },
		{ parameters: { metadata_values: { Channel: { field_values: [{ value: 'Web' }] } } } },
	],
];

describe.each(automationCases)('%s', (event, more, trigger) => {
	it('sets up one automation, once, and removes it', async () => {
		const setUp = configured({ event, ...more });
		await activate(service, setUp);
		expect(await automations(service)).toMatchObject([{ status: 'ACTIVE', triggers: [trigger] }]);
		expect(await isRegistered(service, setUp)).toBe(true);
		await service.clearLog();
		await activate(service, setUp);
		expect(await service.calls('write')).toEqual([]);
		await deactivate(service, setUp);
		expect([await automations(service), await actions(service)]).toEqual([[], []]);
	});
});

describe.each([
	['assetCreated', ['assets/entity/create']],
	['assetUpdated', ['assets/entity/update']],
	['assetDeleted', ['assets/entity/delete']],
	['collectionCreated', ['collections/entity/create']],
	['collectionContentsChanged', ['collections/contents/create', 'collections/contents/delete']],
	['commentAdded', ['assets/segments/create', 'segments/entity/create']],
	['metadataChanged', ['assets/metadata/create', 'assets/metadata/update']],
	['shareCreated', ['assets/shares/create']],
])('%s', (event, watches) => {
	const watched = async () =>
		(await webhooks(service)).map(
			({ event_type, realm, operation }) => `${event_type}/${realm}/${operation}`,
		);

	it('sets up its webhooks, mends those that fail, and removes them', async () => {
		const setUp = configured({ event });
		await activate(service, setUp);
		expect(await watched()).toEqual(watches);
		const [first] = await webhooks(service);
		for (const status of ['FAILING', 'DISABLED']) {
			const path = `notifications/v1/webhooks/${first?.id}/`;
			await call(service, 'PUT', path, { ...editable(first), status });
			expect(await isRegistered(service, setUp)).toBe(false);
			await activate(service, setUp);
		}
		expect(await watched()).toEqual(watches);
		expect(await isRegistered(service, setUp)).toBe(true);
		await deactivate(service, setUp);
		expect(await watched()).toEqual([]);
	});
});

it('puts a form before the button, and takes it away again', async () => {
	const form = await addView(service, 'Where to', { Channel: 'string' });
	await activate(service, configured({ event: 'customAction', title: 'Publish', form }));
	expect(await actions(service)).toMatchObject([{ title: 'Publish', metadata_view: form }]);
	await activate(service, configured({ event: 'customAction', title: 'Publish' }));
	const [action] = await actions(service);
	expect(action?.metadata_view ?? null).toBeNull();
});

it('leaves nothing behind of another event that it waited for before', async () => {
	const present = async () => [
		(await webhooks(service)).length,
		(await actions(service)).length,
		(await automations(service)).length,
	];
	await activate(service, configured({ event: 'collectionContentsChanged' }));
	expect(await present()).toEqual([2, 0, 0]);
	await activate(service, configured({ event: 'reviewApproved' }));
	expect(await present()).toEqual([0, 1, 1]);
	await activate(service, configured({ event: 'customAction' }));
	expect(await present()).toEqual([0, 1, 0]);
	expect(await isRegistered(service, configured({ event: 'customAction' }))).toBe(true);
	await activate(service, configured({ event: 'assetCreated' }));
	expect(await present()).toEqual([1, 0, 0]);
});

it('needs no role beyond those of its own event', async () => {
	await service.act('set-role', { role: 'can_read_webhooks', granted: false });
	await activate(service, configured({ event: 'reviewApproved' }));
	expect(await automations(service)).toHaveLength(1);
	await expect(activate(service, configured({ event: 'assetCreated' }))).rejects.toMatchObject({
		httpCode: '403',
	});
});

describe('what happens in iconik arrives', () => {
	it('as a review that was requested, approved or rejected', async () => {
		for (const [event, action, name] of [
			['reviewRequested', 'request-review', 'review_requested'],
			['reviewApproved', 'approve', 'review_approved'],
			['reviewRejected', 'reject', 'review_rejected'],
		] as const) {
			receiver.calls.length = 0;
			const { asset_id } = await video(service);
			if (action !== 'request-review') await service.act('request-review', { asset_id });
			await activate(service, configured({ event }));
			await service.act(action, { asset_id });
			await sent();
			expect(await takenIn({ event })).toMatchObject([{ asset_id, event: name }]);
			await deactivate(service, configured({ event }));
		}
	});

	it('as an asset that was created, renamed and deleted', async () => {
		for (const event of ['assetCreated', 'assetUpdated', 'assetDeleted']) {
			receiver.calls.length = 0;
			await activate(service, configured({ event }));
			const { asset_id } = await video(service, 'Old', { type: 'PLACEHOLDER' });
			await service.act('edit-title', { asset_id, title: 'New' });
			await service.act('delete-asset', { asset_id });
			await sent();
			const operation = event.replace('asset', '').toLowerCase();
			expect(await takenIn({ event })).toMatchObject([{ asset_id, event: `asset_${operation}` }]);
			await deactivate(service, configured({ event }));
		}
	});

	it('as a new version, while the first one of an asset starts nothing', async () => {
		const parameters = { event: 'versionAdded' };
		await activate(service, configured(parameters));
		const { asset_id } = await video(service);
		await sent();
		expect(await takenIn(parameters)).toEqual([]);
		receiver.calls.length = 0;
		const { version_id } = await service.act<{ version_id: string }>('add-version', { asset_id });
		await sent();
		expect(await takenIn(parameters)).toMatchObject([{ asset_id, version_id, version_number: 2 }]);
	});

	it('as a proxy, once it is made', async () => {
		const parameters = { event: 'proxyReady' };
		await activate(service, configured(parameters));
		const { asset_id } = await video(service, 'Slow', { proxy_status: 'OPEN' });
		await service.act('finish-transcode', { asset_id });
		await sent();
		expect(await takenIn(parameters)).toMatchObject([{ asset_id, event: 'proxy_ready' }]);
	});

	it('as subtitles in the chosen language alone', async () => {
		const parameters = { event: 'subtitleAdded', language: 'de' };
		await activate(service, configured(parameters));
		const { asset_id } = await video(service);
		await service.act('add-subtitle', { asset_id, language: 'en' });
		await service.act('add-subtitle', { asset_id, language: 'de' });
		await sent();
		expect(await takenIn(parameters)).toMatchObject([{ asset_id, event: 'subtitle_added' }]);
	});

	it('as a share of an asset, without its link', async () => {
		const parameters = { event: 'shareCreated' };
		await activate(service, configured(parameters));
		const { asset_id } = await video(service);
		await call(service, 'POST', `assets/v1/assets/${asset_id}/shares/url/`, {
			allow_approving_comments: false,
			allow_comments: false,
			allow_download: false,
			allow_setting_approve_status: false,
		});
		await sent();
		expect(await takenIn(parameters)).toMatchObject([{ asset_id, event: 'share_created' }]);
	});

	it('as metadata of the chosen fields alone, with their values as they are now', async () => {
		const view = await addView(service, 'Editorial', { Campaign: 'string', Note: 'string' });
		const parameters = {
			event: 'metadataChanged',
			metadataViews: [view],
			metadataFields: ['Campaign'],
		};
		await activate(service, configured(parameters));
		const { asset_id } = await video(service);
		await service.act('update-metadata', { asset_id, values: { Campaign: 'Spring' } });
		await sent();
		await service.act('update-metadata', { asset_id, values: { Campaign: 'Autumn' } });
		await sent(2);
		expect((await takenIn(parameters))[0]).toMatchObject({
			asset_id,
			changed_fields: ['Campaign'],
			metadata: { Campaign: 'Autumn' },
		});
		const [webhook] = await webhooks(service);
		const event = {
			system_domain_id: service.connection.systemDomainId,
			event_type: 'assets',
			realm: 'metadata',
			operation: 'update',
			object_id: asset_id,
		};
		const other = { ...event, data: { metadata_values: { Note: { field_values: [] } } } };
		const silent = { ...event, data: {} };
		const give = async (body: IDataObject) =>
			(await receive(service, body, webhook?.headers ?? {}, configured(parameters))).items;
		expect(await give(other)).toBeUndefined();
		expect(await give(silent)).toMatchObject([{ asset_id, metadata: { Campaign: 'Autumn' } }]);
	});

	it('as a field that is given one value', async () => {
		await addView(service, 'Editorial', { Channel: 'string' });
		const parameters = { event: 'metadataValueSet', field: 'Channel', value: 'Web' };
		await activate(service, configured(parameters));
		const { asset_id } = await video(service);
		await service.act('update-metadata', { asset_id, values: { Channel: 'Print' } });
		await service.act('update-metadata', { asset_id, values: { Channel: 'Web' } });
		await sent();
		expect(await takenIn(parameters)).toMatchObject([{ asset_id }]);
	});

	it('as contents of a collection or of one below it, and of no other', async () => {
		const spring = await collection('Spring');
		const teasers = await collection('Teasers', spring);
		const autumn = await collection('Autumn');
		const parameters = {
			event: 'collectionContentsChanged',
			filters: { collectionIds: [spring] },
		};
		await activate(service, configured(parameters));
		const { asset_id } = await video(service);
		await put(asset_id, autumn);
		await put(asset_id, teasers);
		await sent(2);
		expect(await takenIn(parameters)).toMatchObject([
			{ asset_id, collection_id: teasers, operation: 'create' },
		]);
	});

	it('as an asset that is added below a watched collection', async () => {
		const spring = await collection('Spring');
		const teasers = await collection('Teasers', spring);
		const parameters = { event: 'addedToCollection', collections: [spring] };
		await activate(service, configured(parameters));
		const { asset_id } = await video(service);
		await put(asset_id, teasers);
		await sent();
		expect(await takenIn(parameters)).toMatchObject([{ asset_id, event: 'added_to_collection' }]);
	});

	it('as a new collection', async () => {
		const parameters = { event: 'collectionCreated' };
		await activate(service, configured(parameters));
		const collection_id = await collection('Spring');
		await sent();
		expect(await takenIn(parameters)).toMatchObject([{ asset_id: null, collection_id }]);
	});

	it('as a press of the button with the answers to its form', async () => {
		const form = await addView(service, 'Where to', { Channel: 'string' });
		const parameters = { event: 'customAction', form, options: { window: 10 } };
		await activate(service, configured(parameters));
		const [action] = await actions(service);
		const { asset_id } = await video(service);
		await service.act('fire-custom-action', {
			action_id: action?.id,
			asset_ids: [asset_id],
			metadata_values: { Channel: { field_values: [{ value: 'Web' }] } },
		});
		const started = Date.now();
		expect(await takenIn(parameters)).toMatchObject([{ asset_id, metadata: { Channel: 'Web' } }]);
		expect(Date.now() - started).toBeLessThan(5000);
	});
});

describe('Comment Added', () => {
	const parameters = { event: 'commentAdded' };
	const segment = async (asset: string, type: string) =>
		await call<{ id: string }>(service, 'POST', `assets/v1/assets/${asset}/segments/`, {
			segment_type: type,
			segment_text: 'Too dark',
		});

	it.each([
		[
			'a segment of an asset',
			(id: string, asset: string) => ({
				event_type: 'assets',
				realm: 'segments',
				object_id: id,
				data: { asset_id: asset },
			}),
		],
		[
			'a segment',
			(id: string, asset: string) => ({
				event_type: 'segments',
				realm: 'entity',
				object_id: id,
				data: { asset_id: asset },
			}),
		],
		[
			'an asset, with the segment as data',
			(id: string, asset: string) => ({
				event_type: 'assets',
				realm: 'segments',
				object_id: asset,
				data: { id },
			}),
		],
	])('looks the comment up when iconik tells of %s, and passes over markers', async (_, tell) => {
		await activate(service, configured(parameters));
		const { asset_id } = await video(service);
		const comment = await segment(asset_id, 'COMMENT');
		const marker = await segment(asset_id, 'MARKER');
		await service.act('fire-webhook', { operation: 'create', ...tell(comment.id, asset_id) });
		await service.act('fire-webhook', { operation: 'create', ...tell(marker.id, asset_id) });
		await sent(2);
		expect(await takenIn(parameters)).toMatchObject([
			{ asset_id, comment: { id: comment.id, segment_text: 'Too dark' } },
		]);
	});
});

describe('the events of people', () => {
	const people = async () => {
		const current = await call<{ id: string }>(service, 'GET', 'users/v1/users/current/');
		return { own: current.id, other: '256ebe90-c0c8-11ec-9fcd-0648baddf8b3' };
	};

	it('who are not wanted do not travel', async () => {
		const { own, other } = await people();
		const parameters = {
			event: 'webhookEvent',
			eventType: 'assets',
			query: 'data.title!="x"',
			filters: { users: [other] },
			options: { ignoreOwnChanges: true },
		};
		await activate(service, configured(parameters));
		expect(await webhooks(service)).toMatchObject([
			{
				query: `(data.title!="x") AND (user_id="${other}") AND (user_id!="${own}")`,
			},
		]);
		await call(service, 'POST', 'assets/v1/assets/', { title: 'Mine' });
		const [webhook] = await webhooks(service);
		const body = (user_id: string) => ({ user_id, event_type: 'assets', object_id: 'a1' });
		const give = async (user: string) =>
			(await receive(service, body(user), webhook?.headers ?? {}, configured(parameters))).items;
		expect(await give('somebody')).toBeUndefined();
		expect(await give(other)).toHaveLength(1);
		expect(receiver.calls).toEqual([]);
	});
});

describe('Enrich', () => {
	const parameters = { event: 'assetUpdated', options: { enrich: true } };

	it('gives the asset as it is now, and nothing for one that is gone', async () => {
		await activate(service, configured(parameters));
		const { asset_id } = await video(service, 'Old');
		receiver.calls.length = 0;
		await service.act('edit-title', { asset_id, title: 'New' });
		await service.clock({ advanceMs: 5000 });
		await sent();
		expect(await takenIn(parameters)).toMatchObject([
			{
				asset_id,
				asset: { id: asset_id, title: 'New', media_type: 'video', latest_version_number: 1 },
			},
		]);
		await service.faults([{ fault: 'error-before-storing', status: 503 }]);
		expect(await takenIn(parameters)).toMatchObject([{ asset_id, asset: null }]);
	});
});
