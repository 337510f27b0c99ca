import { secretHeaders } from '../../../../nodes/Contentstack/webhook/verify';
import { byId } from '../../contentstack/runContentstack';
import { activate, webhooks, webhookUrl } from '../../contentstack/trigger';
import { action, type Job } from './job';

/** The first page of a list. */
const ALL = { skip: 0, limit: 100 };

const title = {
	display_name: 'Title',
	uid: 'title',
	data_type: 'text',
	mandatory: true,
	unique: true,
};
const role = { display_name: 'Role', uid: 'role', data_type: 'text' };

const list = (resource: string) =>
	action(() => ({ resource, operation: 'getAll', returnAll: true }));

const channels = ['content_types.entries.create'];

/** What is done with the stack around the content. */
export const STACK_JOBS: Record<string, Job> = {
	'list content types': {
		node: action(() => ({ resource: 'contentType', operation: 'getAll', returnAll: true })),
		sdk: async (stack) =>
			await stack
				.contentType()
				.query({ include_global_field_schema: true, ...ALL })
				.find(),
	},
	'list environments': {
		node: action(() => ({ resource: 'environment', operation: 'getAll', returnAll: true })),
		sdk: async (stack) => await stack.environment().query(ALL).find(),
	},
	'list languages': {
		node: list('locale'),
		sdk: async (stack) => await stack.locale().query(ALL).find(),
	},
	'list branches': {
		node: list('branch'),
		sdk: async (stack) => await stack.branch().query(ALL).find(),
	},
	'list workflows': {
		node: list('workflow'),
		sdk: async (stack) => await stack.workflow().fetchAll(ALL),
	},
	'list taxonomies': {
		node: list('taxonomy'),
		sdk: async (stack) => await stack.taxonomy().query(ALL).find(),
	},
	'add a term to a taxonomy': {
		node: action(() => ({
			resource: 'term',
			operation: 'create',
			taxonomy: byId('genre'),
			termUid: 'film',
			termName: 'Film',
		})),
		sdk: async (stack) =>
			await stack
				.taxonomy('genre')
				.terms()
				.create({ term: { uid: 'film', name: 'Film' } as never }),
	},
	'get a content type': {
		node: action(() => ({
			resource: 'contentType',
			operation: 'get',
			contentType: byId('page'),
		})),
		sdk: async (stack) =>
			await stack.contentType('page').fetch({ include_global_field_schema: true }),
	},
	'make a content type': {
		node: action(() => ({
			resource: 'contentType',
			operation: 'create',
			uid: 'podcast',
			title: 'Podcast',
			schema: JSON.stringify([title]),
		})),
		sdk: async (stack) =>
			await stack
				.contentType()
				.create({ content_type: { uid: 'podcast', title: 'Podcast', schema: [title] } as never }),
	},
	'make a global field': {
		node: action(() => ({
			resource: 'globalField',
			operation: 'create',
			uid: 'credits',
			title: 'Credits',
			schema: JSON.stringify([role]),
		})),
		sdk: async (stack) =>
			await stack
				.globalField({ api_version: '3.2' })
				.create({ global_field: { uid: 'credits', title: 'Credits', schema: [role] as never } }),
	},
	'make a folder': {
		node: action(() => ({ resource: 'folder', operation: 'create', folderName: 'Posters' })),
		sdk: async (stack) =>
			await stack
				.asset()
				.folder()
				.create({ asset: { name: 'Posters' } }),
	},
	'register a webhook': {
		node: async ({ service }, origin) =>
			await activate(service, {
				credential: { apiUrl: origin },
				parameters: { events: ['entryCreated'] },
			}),
		sdk: async (stack, { service }) => {
			const [made] = await webhooks(service);
			const secret = service.connection.managementToken;
			await stack.webhook().create({
				webhook: {
					name: made?.name ?? '',
					destinations: [
						{
							target_url: webhookUrl(),
							custom_header: Object.entries(secretHeaders(secret, webhookUrl(), '')).map(
								([header_name, value]) => ({ header_name, value }),
							),
						},
					],
					channels,
					branches: ['main'],
					retry_policy: 'automatic',
					disabled: false,
					concise_payload: false,
				},
			});
		},
	},
};
