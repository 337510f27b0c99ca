import { isSame } from '../../../lib/comparison';
import type { IconikClient } from '../transport/client';
import { ensure } from '../transport/ensure';
import type { Listed } from '../transport/paging';
import type { Step } from './eventKinds';
import type { Registration } from './registration';

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
		return actionIds.includes(String(fires)) || description?.startsWith(opening(url));
	});
}

/** Whether an automation is active, listens for the wanted changes and fires the action. */
export function isFit(
	automation: Automation,
	{ title, url }: Registration,
	wanted: Step,
	actionId: string,
): boolean {
	const [trigger, ...others] = automation.triggers ?? [];
	const fires = automation.actions?.[0]?.parameters?.action_id;
	return (
		automation.status === 'ACTIVE' &&
		automation.name === title &&
		automation.description === descriptionOf(url) &&
		fires === actionId &&
		others.length === 0 &&
		trigger?.type === wanted.type &&
		isSame(inOrder(trigger), inOrder(wanted))
	);
}

/** The parameters with their lists in order, and without what is not set. */
function inOrder({ parameters }: Step): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(parameters ?? {})
			.filter(([, value]) => value !== null && value !== undefined)
			.map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
	);
}

/** Makes the one automation that fires the action, or mends it; a second one is removed. */
export async function ensureAutomation(
	wanted: Registration,
	trigger: Step,
	actionId: string,
): Promise<void> {
	const { iconik, url } = wanted;
	const list = async () => await ownAutomations(iconik, url, [actionId]);
	const body = {
		name: wanted.title,
		description: descriptionOf(url),
		status: 'ACTIVE',
		triggers: [trigger],
		actions: [{ type: 'CUSTOM_ACTION', parameters: { action_id: actionId, context: 'ASSET' } }],
	};
	const kept = await ensure(
		async () => (await list())[0],
		async () => await iconik.request<Automation>({ method: 'POST', path: PATH, body }),
	);
	const own = await list();
	const current = own.find(({ id }) => id === kept.id) ?? kept;
	if (!isFit(current, wanted, trigger, actionId))
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

/** All that this node makes starts so, whatever event it was made for. */
const opening = (url: string) => `Tells n8n at ${url} of `;

const descriptionOf = (url: string) => `${opening(url)}what happens.`;
