import {
	type ChannelChoice,
	channelsFor,
	isOnChannel,
	type TriggerEvent,
} from '../../../nodes/Contentstack/webhook/channels';
import { toEvent } from '../../../nodes/Contentstack/webhook/events';
import { isWanted } from '../../../nodes/Contentstack/webhook/filters';

const choice = (events: TriggerEvent[], more: Partial<ChannelChoice> = {}): ChannelChoice => ({
	events,
	contentTypes: [],
	workflow: '',
	stages: [],
	customChannels: [],
	...more,
});

describe('the channels of', () => {
	it.each<[TriggerEvent, string[]]>([
		['assetCreated', ['assets.create']],
		['assetDeleted', ['assets.delete']],
		['assetPublished', ['assets.publish']],
		['assetUnpublished', ['assets.unpublish']],
		['assetUpdated', ['assets.update']],
		['bulkJobCompleted', ['jobs.environments.publish.completed']],
		['commentCreated', ['content_types.entries.comments.create']],
		['entryCreated', ['content_types.entries.create']],
		['entryDeleted', ['content_types.entries.delete']],
		[
			'entryPublishFailed',
			['content_types.entries.publish.fail', 'content_types.entries.unpublish.fail'],
		],
		['entryPublished', ['content_types.entries.publish']],
		['entryUnpublished', ['content_types.entries.unpublish']],
		['entryUpdated', ['content_types.entries.update']],
		['releaseDeployed', ['releases.environments.deploy']],
		['workflowStageChanged', ['content_types.entries.workflows']],
	])('%s are those of the documentation', (event, channels) => {
		expect(channelsFor(choice([event]))).toEqual(channels);
	});

	it('chosen content types are theirs alone, but for publishing, which has none of its own', () => {
		const events: TriggerEvent[] = ['entryUpdated', 'entryPublished', 'assetCreated'];
		expect(channelsFor(choice(events, { contentTypes: ['page', 'article'] }))).toEqual([
			'assets.create',
			'content_types.article.entries.update',
			'content_types.entries.publish',
			'content_types.page.entries.update',
		]);
	});

	it('stages hang below their workflow, and below nothing without one', () => {
		const moved = (more: Partial<ChannelChoice>) =>
			channelsFor(choice(['workflowStageChanged'], more));
		expect(moved({ workflow: 'w1', stages: ['s1', 's2'], contentTypes: ['page'] })).toEqual([
			'content_types.page.entries.workflows.w1.s1',
			'content_types.page.entries.workflows.w1.s2',
		]);
		expect(moved({ workflow: 'w1' })).toEqual(['content_types.entries.workflows.w1']);
		expect(moved({ stages: ['s1'] })).toEqual(['content_types.entries.workflows']);
	});

	it('several events come once each, in a fixed order', () => {
		const customChannels = ['taxonomies.create', 'assets.create'];
		expect(
			channelsFor(choice(['customChannel', 'assetCreated', 'customChannel'], { customChannels })),
		).toEqual(['assets.create', 'taxonomies.create']);
	});
});

describe('a custom channel', () => {
	const event = (module: string, action: string, data: object) =>
		toEvent({ module, event: action, data: data as never });
	const page = { entry: { uid: 'e1' }, content_type: { uid: 'page' } };

	it.each([
		['content_types.page.entries.e1.update', event('entry', 'update', page), true],
		['content_types.page.entries.e2.update', event('entry', 'update', page), false],
		['content_types.entries.update', event('entry', 'create', page), false],
		[
			'content_types.entries.publish',
			event('entry', 'publish', { ...page, status: 'failed' }),
			false,
		],
		[
			'content_types.entries.publish.fail',
			event('entry', 'publish', { ...page, status: 'failed' }),
			true,
		],
		['assets.a1.delete', event('asset', 'delete', { asset: { uid: 'a1' } }), true],
		['content_types.page.entries.workflows.w1', event('workflow', 'update', page), true],
		[
			'releases.r1.environments.deploy',
			event('release', 'deploy', { release: { uid: 'r1' } }),
			true,
		],
	])('%s', (channel, delivered, isSo) => {
		expect(isOnChannel(delivered, [channel])).toBe(isSo);
		const wanted = { ...choice(['customChannel'], { customChannels: [channel] }) };
		expect(isWanted(delivered, { ...wanted, filters: {}, options: {} })).toBe(isSo);
	});

	it('of an unknown kind always passes: nothing else is listened to', () => {
		const filters = { ...choice(['bulkJobCompleted']), filters: {}, options: {} };
		expect(isWanted(event('taxonomy', 'create', { uid: 't1' }), filters)).toBe(true);
	});
});
