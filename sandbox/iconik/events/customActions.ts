import { randomBytes } from 'crypto';
import { issueToken } from '../authentication';
import { stampWithoutOffset } from '../ids';
import type { Wire } from '../model';
import type { Tenant } from '../tenant';
import { ANSWER_WITHIN_MS } from './timeLimit';

const TOKEN_LIFE_MS = 12 * 3_600_000;

/** What a custom action was called on, and the answers to its form. */
export interface ActionCall {
	userId: string;
	context: string;
	asset_ids?: string[];
	collection_ids?: string[];
	saved_search_ids?: string[];
	metadata_view_id?: string | null;
	metadata_values?: unknown;
}

/**
 * POSTs a custom action's payload to its URL, with its own headers. A token of the acting user comes along if the action has
 * an application. Whether the receiver took it shows in the action's `status`.
 */
export async function fireCustomAction(
	{ simulator, store }: Tenant,
	action: Wire,
	call: ActionCall,
): Promise<{ status: number | null; body: string }> {
	const payload = {
		user_id: call.userId,
		system_domain_id: store.systemDomainId,
		context: call.context,
		action_id: action.id,
		asset_ids: call.asset_ids ?? [],
		collection_ids: call.collection_ids ?? [],
		saved_search_ids: call.saved_search_ids ?? [],
		metadata_view_id: call.metadata_view_id ?? null,
		metadata_values: call.metadata_values ?? null,
		date_created: stampWithoutOffset(store.clock.now()),
		...(action.app_id ? { auth_token: tokenFor(store, action, call.userId) } : {}),
	};
	const answer = await simulator.webhooks.send({
		hook: action.id,
		url: String(action.url),
		headers: (action.headers as Record<string, string> | undefined) ?? {},
		body: JSON.stringify(payload),
		timeoutMs: ANSWER_WITHIN_MS,
	});
	const { status } = answer;
	if (status !== null && status >= 200 && status < 300) action.status = 'HEALTHY';
	else
		Object.assign(action, {
			status: 'FAILING',
			last_error: answer.error ?? `The receiver answered ${status}`,
			last_error_date: store.now(),
		});
	return { status, body: answer.body };
}

function tokenFor(store: Tenant['store'], action: Wire, userId: string): string {
	return issueToken(store, {
		appId: String(action.app_id),
		userId,
		token: randomBytes(24).toString('base64url'),
		lifeMs: TOKEN_LIFE_MS,
	}).token;
}
