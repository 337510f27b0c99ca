import type { IDataObject } from 'n8n-workflow';
import type { Listed } from '../transport/paging';
import { customActions, healthOfAction } from './customActions';
import { pick, type Health, type Registered, type RegistrationKind } from './kind';

const PATH = '/API/automations/v1/automations/';
const WRITABLE = ['name', 'description', 'triggers', 'actions', 'conditions'];

/** iconik keeps no health of an automation. It is as healthy as the custom action that it fires, if it fires one. */
export const automations: RegistrationKind = {
	resource: 'automation',
	noun: 'automation',
	searchListMethod: 'searchAutomations',
	list: async (iconik) => (await iconik.find<Listed<Registered>>({ path: PATH }))?.objects ?? [],
	health: async (iconik, one) => {
		const status = one.status ?? 'ACTIVE';
		const off = { last_error: null, failing_since: null, healthy: false };
		if (status !== 'ACTIVE') return { ...off, status, problem: 'It is switched off.' };
		const actionId = firedAction(one);
		if (actionId === undefined) return { ...off, healthy: true, status, problem: null };
		const action = (await customActions.list(iconik)).find(({ id }) => id === actionId);
		if (!action) return { ...off, status, problem: 'The custom action that it fires is gone.' };
		return ofAction(healthOfAction(action), status);
	},
	enable: async (iconik, one) =>
		await iconik.request<Registered>({
			method: 'PATCH',
			path: `${PATH}${one.id}/`,
			body: { ...pick(one, WRITABLE), status: 'ACTIVE' },
		}),
	remove: async (iconik, { id }) => {
		await iconik.request({ method: 'DELETE', path: `${PATH}${id}/` });
	},
};

function ofAction(health: Health, status: string): Health {
	const { problem } = health;
	return { ...health, status, problem: problem && `Its custom action does not work. ${problem}` };
}

function firedAction({ actions }: Registered): string | undefined {
	const [action] = (actions ?? []) as Array<{ type?: string; parameters?: IDataObject }>;
	return action?.type === 'CUSTOM_ACTION' ? String(action.parameters?.action_id) : undefined;
}
