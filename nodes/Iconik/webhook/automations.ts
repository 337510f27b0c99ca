import { isSame } from '../../../lib/comparison';
import type { IconikClient } from '../transport/client';
import { ensure } from '../transport/ensure';
import type { Listed } from '../transport/paging';
import type { Registration } from './registration';

interface Step {
	type: string;
	parameters?: Record<string, unknown> | null;
}

interface Automation {
	id: string;
	name?: string | null;
	description?: string | null;
	status?: string | null;
	triggers?: Step[] | null;
	actions?: Step[] | null;
}

const PATH = '/API/automations/v1/automations/';

/**
 * The automations that fire one of these custom actions, or that were made for this address: an action that a person deleted
 * leaves its automation behind.
 */
export async function ownAutomations(
	iconik: IconikClient,
	url: string,
	actionIds: readonly string[],
): Promise<Automation[]> {
	const all = (await iconik.find<Listed<Automation>>({ path: PATH }))?.objects ?? [];
	return all.filter(({ actions, description }) => {
		const fires = actions?.[0]?.type === 'CUSTOM_ACTION' && actions[0].parameters?.action_id;
		return actionIds.includes(String(fires)) || description === descriptionOf(url);
	});
}

/** Whether an automation is active, listens for the wanted changes and fires the action. */
export function isFit(automation: Automation, wanted: Registration, actionId: string): boolean {
	const [trigger, ...others] = automation.triggers ?? [];
	const fires = automation.actions?.[0]?.parameters?.action_id;
	const statuses = trigger?.parameters?.statuses;
	return (
		automation.status === 'ACTIVE' &&
		automation.name === wanted.title &&
		automation.description === descriptionOf(wanted.url) &&
		fires === actionId &&
		others.length === 0 &&
		trigger?.type === 'REVIEW_STATUS_CHANGED' &&
		isSame(Array.isArray(statuses) ? [...statuses].sort() : [], wanted.statuses)
	);
}

/** Makes the one automation that fires the action, or mends it; a second one is removed. */
export async function ensureAutomation(wanted: Registration, actionId: string): Promise<void> {
	const { iconik, url } = wanted;
	const list = async () => await ownAutomations(iconik, url, [actionId]);
	const body = {
		name: wanted.title,
		description: descriptionOf(url),
		status: 'ACTIVE',
		triggers: [{ type: 'REVIEW_STATUS_CHANGED', parameters: { statuses: wanted.statuses } }],
		actions: [{ type: 'CUSTOM_ACTION', parameters: { action_id: actionId, context: 'ASSET' } }],
	};
	const kept = await ensure(
		async () => (await list())[0],
		async () => await iconik.request<Automation>({ method: 'POST', path: PATH, body }),
	);
	const own = await list();
	const current = own.find(({ id }) => id === kept.id) ?? kept;
	if (!isFit(current, wanted, actionId))
		await iconik.request({ method: 'PUT', path: `${PATH}${kept.id}/`, body });
	await removeAutomations(
		iconik,
		own.filter(({ id }) => id !== kept.id),
	);
}

export async function removeAutomations(
	iconik: IconikClient,
	automations: readonly Automation[],
): Promise<void> {
	for (const { id } of automations) await iconik.find({ method: 'DELETE', path: `${PATH}${id}/` });
}

const descriptionOf = (url: string) => `Tells n8n at ${url} of changed review statuses.`;
