import type { Listed } from '../transport/paging';
import { pick, type Registered, type RegistrationKind } from './kind';

const PATH = '/API/notifications/v1/webhooks/';

/** What can be written; PUT replaces all of it, and there is no PATCH. */
const WRITABLE = [
	'name',
	'description',
	'url',
	'event_type',
	'realm',
	'operation',
	'object_id',
	'query',
	'headers',
];

export const webhooks: RegistrationKind = {
	resource: 'webhook',
	noun: 'webhook',
	searchListMethod: 'searchWebhooks',
	list: async (iconik) => {
		const all = (await iconik.find<Listed<Registered>>({ path: PATH }))?.objects ?? [];
		return all.filter(({ status }) => status !== 'DELETED');
	},
	health: async (_, { status, last_error, first_failed_at }) => ({
		healthy: status === 'ENABLED',
		status: status ?? 'ENABLED',
		problem:
			status === 'FAILING'
				? 'Its calls fail. After five hours iconik switches it off.'
				: status === 'DISABLED'
					? 'It is switched off, by a person or after its calls had failed for five hours.'
					: null,
		last_error: textOf(last_error),
		failing_since: textOf(first_failed_at),
	}),
	enable: async (iconik, one) =>
		await iconik.request<Registered>({
			method: 'PUT',
			path: `${PATH}${one.id}/`,
			body: { ...pick(one, WRITABLE), status: 'ENABLED' },
		}),
	remove: async (iconik, { id }) => {
		await iconik.request({ method: 'DELETE', path: `${PATH}${id}/` });
	},
};

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
