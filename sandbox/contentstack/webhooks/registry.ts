import type { Fields } from '../state';
import { newUid } from '../uids';
import type { Signing } from './signature';

export interface Destination {
	target_url: string;
	http_basic_auth?: string;
	http_basic_password?: string;
	custom_header?: Array<{ header_name: string; value: string }>;
	authentication_type?: string;
	bearer_token?: string;
}

export interface Webhook {
	uid: string;
	name: string;
	destinations: Destination[];
	channels: string[];
	branches: string[];
	notifiers: string[];
	retry_policy: 'automatic' | 'manual';
	disabled: boolean;
	concise_payload: boolean;
	unhealthy: { state: boolean };
	created_at: string;
	updated_at: string;
	created_by: string;
	updated_by: string;
}

export interface Attempt {
	retry_number: number;
	request: Fields;
	response: Fields;
}

/** One event sent to one webhook, with all its attempts. */
export interface Execution {
	uid: string;
	webhook: string;
	channel: string[];
	created_at: string;
	event_data: Fields;
	attempts: Attempt[];
	/** The last answer's status; 0 when none came. */
	status: number;
}

const EXECUTIONS_KEPT = 2000;
const MASK = '********';

/** A stack's webhooks, how each of them signs, and the log of what was sent. */
export class WebhookRegistry {
	readonly webhooks = new Map<string, Webhook>();
	readonly executions: Execution[] = [];
	/** Mails that a tripped breaker has sent. */
	readonly mails: Array<{ to: string[]; webhook: string; time: string }> = [];
	private readonly failures = new Map<string, number>();
	private readonly signings = new Map<string, Signing>();
	private signing: Signing = { method: 'rsa' };

	/** Chooses how one webhook signs, or all those for which nothing was chosen. */
	sign(signing: Signing, webhook?: string): void {
		if (webhook === undefined) this.signing = signing;
		else this.signings.set(webhook, signing);
	}

	signingOf({ uid }: Webhook): Signing {
		return this.signings.get(uid) ?? this.signing;
	}

	/** The live webhooks that listen to one of these channels on this branch. */
	listening(channels: readonly string[], branch: { uid: string; alias: string[] }): Webhook[] {
		const names = [branch.uid, ...branch.alias];
		return [...this.webhooks.values()].filter(
			(webhook) =>
				!webhook.disabled &&
				webhook.branches.some((name) => names.includes(name)) &&
				webhook.channels.some((channel) => channels.includes(channel)),
		);
	}

	begin(webhook: Webhook, channel: string[], eventData: Fields, time: string): Execution {
		if (this.executions.length >= EXECUTIONS_KEPT) this.executions.shift();
		const execution: Execution = {
			uid: newUid(),
			webhook: webhook.uid,
			channel,
			created_at: time,
			event_data: eventData,
			attempts: [],
			status: 0,
		};
		this.executions.push(execution);
		return execution;
	}

	/** Counts failures in a row. The tenth switches the webhook off and tells its notifiers ("circuit breaking"). */
	count(webhook: Webhook, failed: boolean, time: string): void {
		const failures = failed ? (this.failures.get(webhook.uid) ?? 0) + 1 : 0;
		this.failures.set(webhook.uid, failures);
		if (failures < BREAKER_FAILURES) return;
		this.failures.set(webhook.uid, 0);
		webhook.disabled = true;
		webhook.unhealthy = { state: true };
		this.mails.push({ to: webhook.notifiers, webhook: webhook.uid, time });
	}
}

const BREAKER_FAILURES = 10;

/** A webhook as reads show it: passwords, tokens and header values are hidden. */
export function maskedWebhook(webhook: Webhook): Fields {
	return {
		...webhook,
		destinations: webhook.destinations.map((destination) => ({
			...destination,
			...(destination.http_basic_password && { http_basic_password: MASK }),
			...(destination.bearer_token && { bearer_token: MASK }),
			...(destination.custom_header && {
				custom_header: destination.custom_header.map((header) => ({ ...header, value: MASK })),
			}),
		})),
	};
}
