import { byId } from '../../contentstack/runContentstack';
import { action, type Job } from './job';

const target = { environments: ['production'], locales: ['en-us'] };

/** What is done with entries. */
export const ENTRY_JOBS: Record<string, Job> = {
	'get an entry': {
		node: action((things) => ({
			resource: 'entry',
			operation: 'get',
			contentType: byId('article'),
			entry: byId(things.boatbuilder),
		})),
		sdk: async (stack, things) =>
			await stack
				.contentType('article')
				.entry(things.boatbuilder)
				.fetch({ include_publish_details: true, include_workflow: true }),
	},
	'query entries': {
		node: action(() => ({
			resource: 'entry',
			operation: 'getAll',
			contentType: byId('article'),
			query: '{"title":{"$in":["Night shift","The last boatbuilder"]}}',
			limit: 20,
		})),
		sdk: async (stack) =>
			await stack
				.contentType('article')
				.entry()
				.query({
					query: { title: { $in: ['Night shift', 'The last boatbuilder'] } },
					skip: 0,
					limit: 20,
				})
				.find(),
	},
	'create an entry': {
		node: action(() => ({
			resource: 'entry',
			operation: 'createOrUpdate',
			contentType: byId('media'),
			matchField: 'video_id',
			matchValue: 'same-01',
			dataMode: 'json',
			fieldsJson: '{"title":"Same request","caption":"One"}',
		})),
		sdk: async (stack) =>
			await stack
				.contentType('media')
				.entry()
				.create({ entry: { title: 'Same request', caption: 'One', video_id: 'same-01' } }),
	},
	'update an entry': {
		node: action(() => ({
			resource: 'entry',
			operation: 'createOrUpdate',
			contentType: byId('media'),
			matchField: 'video_id',
			matchValue: 'harbour-01',
			dataMode: 'json',
			fieldsJson: '{"caption":"Changed"}',
		})),
		sdk: async (stack, things) => {
			const entry = stack.contentType('media').entry(things.harbour);
			Object.assign(entry, { caption: 'Changed' });
			await entry.update();
		},
	},
	'publish an entry': {
		node: action((things) => ({
			resource: 'entry',
			operation: 'publish',
			contentType: byId('media'),
			entry: byId(things.harbour),
			publishTo: 'environments',
			environments: ['production'],
			locales: ['en-us'],
			whenDraftFound: 'publish',
		})),
		sdk: async (stack, things) =>
			await stack
				.contentType('media')
				.entry(things.harbour)
				.publish({ publishDetails: target, locale: 'en-us', version: 2 }),
	},
	'unpublish an entry': {
		node: action((things) => ({
			resource: 'entry',
			operation: 'unpublish',
			contentType: byId('article'),
			entry: byId(things.boatbuilder),
			environments: ['production'],
			locales: ['en-us'],
		})),
		sdk: async (stack, things) =>
			await stack
				.contentType('article')
				.entry(things.boatbuilder)
				.unpublish({ publishDetails: target, locale: 'en-us' }),
	},
	'create an entry each time anew': {
		node: action(() => ({
			resource: 'entry',
			operation: 'create',
			contentType: byId('media'),
			dataMode: 'json',
			fieldsJson: '{"title":"Anew","video_id":"anew-01"}',
		})),
		sdk: async (stack) =>
			await stack
				.contentType('media')
				.entry()
				.create({ entry: { title: 'Anew', video_id: 'anew-01' } }),
	},
	'put an entry into a stage': {
		node: action((things) => ({
			resource: 'entry',
			operation: 'setWorkflowStage',
			contentType: byId('article'),
			entry: byId(things.boatbuilder),
			stage: things.review,
			options: { comment: 'Please check', notify: true },
		})),
		sdk: async (stack, things) =>
			await stack
				.contentType('article')
				.entry(things.boatbuilder)
				.setWorkflowStage({
					workflow_stage: { uid: things.review, comment: 'Please check', notify: true },
				}),
	},
	'see who refers to an entry': {
		node: action((things) => ({
			resource: 'entry',
			operation: 'getReferences',
			contentType: byId('media'),
			entry: byId(things.harbour),
			returnAll: true,
		})),
		sdk: async (stack, things) =>
			await stack
				.contentType('media')
				.entry(things.harbour)
				.references({ include_publish_details: true, skip: 0, limit: 100 }),
	},
	'see the languages of an entry': {
		node: action((things) => ({
			resource: 'entry',
			operation: 'getLanguages',
			contentType: byId('article'),
			entry: byId(things.boatbuilder),
		})),
		sdk: async (stack, things) =>
			await stack.contentType('article').entry(things.boatbuilder).locales(),
	},
	'delete an entry': {
		node: action((things) => ({
			resource: 'entry',
			operation: 'delete',
			contentType: byId('media'),
			entry: byId(things.harbour),
		})),
		sdk: async (stack, things) =>
			await stack.contentType('media').entry(things.harbour).delete({ delete_all_localized: true }),
	},
};
