import { secretHeaders } from '../../../../nodes/Contentstack/webhook/verify';
import { activate, webhooks, webhookUrl } from '../../contentstack/trigger';
import { action, type Job } from './job';

/** The first page of a list. */
const ALL = { skip: 0, limit: 100 };

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
