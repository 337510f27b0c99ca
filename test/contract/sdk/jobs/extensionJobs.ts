import { byId } from '../../contentstack/runContentstack';
import { action, type Job } from './job';

const src = 'https://picker.example/';

/** What is done with what reaches out of the stack: custom fields and webhooks. */
export const EXTENSION_JOBS: Record<string, Job> = {
	'list custom fields': {
		node: action(() => ({ resource: 'extension', operation: 'getAll', returnAll: true })),
		sdk: async (stack) =>
			await stack
				.extension()
				.query({ include_marketplace_extensions: true, skip: 0, limit: 100 } as never)
				.find(),
	},
	'install a custom field': {
		node: action(() => ({
			resource: 'extension',
			operation: 'installIconikPicker',
			pickerUrl: src,
		})),
		sdk: async (stack) =>
			await stack.extension().create({
				extension: {
					title: 'iconik Picker',
					type: 'field',
					data_type: 'json',
					src,
					multiple: false,
					config: '{}',
					tags: ['iconik'],
				},
			}),
	},
	'remove a custom field': {
		node: action((things) => ({
			resource: 'extension',
			operation: 'delete',
			extension: byId(things.extension),
		})),
		sdk: async (stack, things) => await stack.extension(things.extension).delete(),
	},
	'list webhooks': {
		node: action(() => ({ resource: 'webhook', operation: 'getAll', returnAll: true })),
		sdk: async (stack) => await stack.webhook().fetchAll({ skip: 0, limit: 100 }),
	},
};
