import type { Listed } from '../transport/paging';
import { pick, type Health, type Registered, type RegistrationKind } from './kind';

const PATH = '/API/assets/v1/custom_actions/';
const WRITABLE = ['context', 'title', 'url', 'type', 'headers', 'app_id', 'metadata_view'];

const pathOf = ({ context, id }: Registered) => `${PATH}${context as string}/${id}/` as const;

export const customActions: RegistrationKind = {
	resource: 'customAction',
	noun: 'custom action',
	searchListMethod: 'searchCustomActions',
	list: async (iconik) => (await iconik.find<Listed<Registered>>({ path: PATH }))?.objects ?? [],
	health: async (_, one) => healthOfAction(one),
	enable: async (iconik, one) =>
		await iconik.request<Registered>({
			method: 'PATCH',
			path: pathOf(one),
			body: { ...pick(one, WRITABLE), disabled: false, status: 'HEALTHY' },
		}),
	remove: async (iconik, one) => {
		await iconik.request({ method: 'DELETE', path: pathOf(one) });
	},
};

/** iconik notes the outcome of an action's last call. */
export function healthOfAction({
	status,
	disabled,
	last_error,
	last_error_date,
}: Registered): Health {
	const isFailing = status === 'FAILING';
	return {
		healthy: disabled !== true && !isFailing,
		status: disabled === true ? 'DISABLED' : (status ?? 'HEALTHY'),
		problem: disabled === true ? 'It is switched off.' : isFailing ? 'Its last call failed.' : null,
		last_error: isFailing && typeof last_error === 'string' ? last_error : null,
		failing_since: isFailing && typeof last_error_date === 'string' ? last_error_date : null,
	};
}
