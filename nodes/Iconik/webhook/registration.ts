import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { isLocal } from '../../../lib/localAddress';
import { connect, type IconikClient } from '../transport/client';
import type { IconikCredentials } from '../transport/origin';
import type { User } from '../types';
import { signedHeaders } from './verify';

export type TriggerEvent = 'reviewStatusChanged' | 'customAction' | 'webhookEvent';

/** What iconik shall send, and where to. */
export interface Registration {
	iconik: IconikClient;
	url: string;
	headers: Record<string, string>;
	event: TriggerEvent;
	/** The name of the button or webhook in iconik. */
	title: string;
	context: 'ASSET' | 'BULK' | 'COLLECTION';
	statuses: string[];
	webhook: {
		event_type: string;
		realm: string | null;
		operation: string | null;
		object_id: string | null;
		query: string;
	};
}

/** The registration that the parameters of the node ask for. Asks iconik who the user of the token is. */
export async function desiredRegistration(context: IHookFunctions): Promise<Registration> {
	const url = webhookUrl(context);
	const iconik = await connect(context);
	refuseUnreachable(context, url, iconik.origin);
	const { authToken } = await context.getCredentials<IconikCredentials>('iconikApi');
	const user = await iconik.request<User>({ path: '/API/users/v1/users/current/' });
	const identity = { userId: user.id, tenantId: user.system_domain_id ?? '' };
	const read = <T>(name: string, fallback: T): T =>
		context.getNodeParameter(name, fallback as object) as T;
	const orNull = (text: string) => text.trim() || null;
	return {
		iconik,
		url,
		headers: signedHeaders(authToken, url, identity),
		event: eventOf(context),
		title: read('title', '').trim() || `n8n: ${context.getWorkflow().name ?? 'workflow'}`,
		context: read<Registration['context']>('context', 'ASSET'),
		statuses: [...read<string[]>('statuses', [])].sort(),
		webhook: {
			event_type: read('eventType', '').trim(),
			realm: orNull(read('realm', '')),
			operation: orNull(read('operation', '')),
			object_id: orNull(read('objectId', '')),
			query: read('query', '').trim(),
		},
	};
}

export function eventOf(context: IHookFunctions | IWebhookFunctions): TriggerEvent {
	return context.getNodeParameter('event') as TriggerEvent;
}

/** The address under which n8n waits for this node's events: that of test runs while one listens. */
export function webhookUrl(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url) return url;
	throw new NodeOperationError(context.getNode(), 'n8n gave this node no webhook address');
}

/** iconik calls from the internet. Only an iconik on this very machine can reach an address of this machine. */
function refuseUnreachable(context: IHookFunctions, url: string, origin: string): void {
	if (!isLocal(url) || isLocal(origin)) return;
	throw new NodeOperationError(context.getNode(), 'iconik cannot reach this n8n', {
		description: `The webhook address ${url} is one of this machine alone. Set WEBHOOK_URL to an address of n8n that can be reached from the internet, for example that of a tunnel.`,
	});
}
