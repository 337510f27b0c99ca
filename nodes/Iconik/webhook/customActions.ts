import { isSame } from '../../../lib/comparison';
import type { IconikClient } from '../transport/client';
import { ensure } from '../transport/ensure';
import type { Listed } from '../transport/paging';
import type { Registration } from './registration';

interface CustomAction {
	id: string;
	url?: string | null;
	context: string;
	title?: string | null;
	type?: string | null;
	headers?: Record<string, string> | null;
	metadata_view?: string | null;
	disabled?: boolean | null;
	status?: string | null;
}

const PATH = '/API/assets/v1/custom_actions/';

/** The custom actions that call exactly this address. Nobody else's do: it holds an ID of the node. */
export async function ownActions(iconik: IconikClient, url: string): Promise<CustomAction[]> {
	const all = (await iconik.find<Listed<CustomAction>>({ path: PATH }))?.objects ?? [];
	return all.filter((action) => action.url === url);
}

/** Whether an action does what it should, and iconik has not noted its calls as failing. */
export function isFit(action: CustomAction, wanted: Registration): boolean {
	const { context, title, type, url, headers, metadata_view = null } = action;
	return (
		action.disabled !== true &&
		action.status !== 'FAILING' &&
		isSame({ context, title, type, url, headers, metadata_view }, contentOf(wanted))
	);
}

/** Makes the one action of this address, or mends it; a second one, or one for another context, is removed. */
export async function ensureAction(wanted: Registration): Promise<string> {
	const { iconik, url } = wanted;
	const inContext = (action: CustomAction) => action.context === contentOf(wanted).context;
	const content = { ...contentOf(wanted), disabled: false };
	const kept = await ensure(
		async () => (await ownActions(iconik, url)).find(inContext),
		async () =>
			await iconik.request<CustomAction>({
				method: 'POST',
				path: `${PATH}${content.context}/`,
				body: content,
			}),
	);
	const own = await ownActions(iconik, url);
	const current = own.find(({ id }) => id === kept.id) ?? kept;
	if (!isFit(current, wanted)) {
		const body = { ...content, status: 'HEALTHY' };
		await iconik.request({ method: 'PATCH', path: pathOf(current), body });
	}
	await removeActions(
		iconik,
		own.filter(({ id }) => id !== kept.id),
	);
	return kept.id;
}

export async function removeActions(
	iconik: IconikClient,
	actions: readonly CustomAction[],
): Promise<void> {
	for (const action of actions) await iconik.find({ method: 'DELETE', path: pathOf(action) });
}

function contentOf({ source, title, url, headers }: Registration) {
	const { context, form } = source.by === 'button' ? source : { context: 'ASSET', form: null };
	return { context, title, type: 'POST', url, headers, metadata_view: form };
}

function pathOf({ context, id }: CustomAction): `/API/${string}/` {
	return `${PATH}${context}/${id}/`;
}
