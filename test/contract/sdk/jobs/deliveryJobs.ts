import { byId } from '../../contentstack/runContentstack';
import { action, type Job } from './job';

/** What is done with published content. */
export const DELIVERY_JOBS: Record<string, Job> = {
	'read a published entry': {
		node: action((things) => ({
			resource: 'publishedContent',
			operation: 'getEntry',
			contentType: byId('page'),
			entry: byId(things.home),
			locale: 'en-us',
			options: { include: 'blocks.hero.video', only: 'title, blocks' },
		})),
		sdk: async (_stack, things, delivery) =>
			await delivery
				.contentType('page')
				.entry(things.home)
				.locale('en-us')
				.includeFallback()
				.includeReference('blocks.hero.video')
				.only(['title', 'blocks'])
				.fetch(),
	},
	'find published entries': {
		node: action(() => ({
			resource: 'publishedContent',
			operation: 'getAllEntries',
			contentType: byId('page'),
			query: '{"title":{"$ne":"Home"}}',
			limit: 20,
		})),
		sdk: async (_stack, _things, delivery) =>
			await delivery
				.contentType('page')
				.entry()
				.includeFallback()
				.query()
				.notEqualTo('title', 'Home')
				.skip(0)
				.limit(20)
				.find(),
	},
	'sync published content': {
		node: action(() => ({
			resource: 'publishedContent',
			operation: 'sync',
			firstSync: { contentType: 'page', types: ['entry_published'], locale: 'en-us' },
		})),
		sdk: async (_stack, _things, delivery) =>
			await delivery.sync({ contentTypeUid: 'page', type: 'entry_published', locale: 'en-us' }),
	},
};
