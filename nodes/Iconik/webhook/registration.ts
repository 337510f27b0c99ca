import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { isLocal } from '../../../lib/localAddress';
import { connect, type IconikClient } from '../transport/client';
import type { IconikCredentials } from '../transport/origin';
import type { User } from '../types';
import { kindOf, reader, type Source, type Watch } from './eventKinds';
import { queryOf, type Senders } from './senders';
import { signedHeaders, type Identity } from './verify';

/** What iconik shall send, and where to. */
export interface Registration {
	iconik: IconikClient;
	url: string;
	headers: Record<string, string>;
	/** The name of the button, automation or webhook in iconik. */
	title: string;
	source: Source;
}

/** The registration that the parameters of the node ask for. Asks iconik who the user of the token is. */
export async function desiredRegistration(context: IHookFunctions): Promise<Registration> {
	const url = webhookUrl(context);
	const iconik = await connect(context);
	refuseUnreachable(context, url, iconik.origin);
	const { authToken } = await context.getCredentials<IconikCredentials>('iconikApi');
	const user = await iconik.request<User>({ path: '/API/users/v1/users/current/' });
	const identity = { userId: user.id, tenantId: user.system_domain_id ?? '' };
	const read = reader(context);
	return {
		iconik,
		url,
		headers: signedHeaders(authToken, url, identity),
		title: read('title', '').trim() || `n8n: ${context.getWorkflow().name ?? 'workflow'}`,
		source: narrowed(
			kindOf(context).source(read),
			read('filters', {}),
			read('options', {}),
			identity,
		),
	};
}

/** Webhooks also leave out whose changes nobody wants, so that those events do not travel at all. */
function narrowed(
	source: Source,
	{ users }: Pick<Senders, 'users'>,
	{ ignoreOwnChanges }: Pick<Senders, 'ignoreOwnChanges'>,
	identity: Identity,
): Source {
	if (source.by !== 'webhooks') return source;
	const senders = { users, ignoreOwnChanges };
	const withQuery = (watch: Watch) => ({
		...watch,
		query: queryOf(watch.query ?? '', senders, identity),
	});
	return { ...source, watches: source.watches.map(withQuery) };
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
