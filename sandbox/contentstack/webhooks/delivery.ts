import type { Simulator } from '../../kit/simulator';
import type { Fields } from '../state';
import type { Execution, Webhook, WebhookRegistry } from './registry';
import type { SigningKeys } from './signature';

/** Seconds before each further attempt of a webhook with automatic retries. */
const RETRY_AFTER_SECONDS = [5, 25, 125, 625];
const TIMEOUT_MS = 30_000;
const RESPONSE_KEPT = 10_000;

/** The part of a payload that stays the same from attempt to attempt. `triggered_at` is stamped anew on each. */
export type Payload = Fields & { module: string; event: string };

/** Sends events to webhooks: signs, retries, logs, and lets the breaker count. */
export class WebhookDelivery {
	constructor(
		private readonly simulator: Simulator,
		private readonly registry: WebhookRegistry,
		private readonly keys: SigningKeys,
	) {}

	/** Sends one event to one webhook, with its retries. Returns at once. */
	start(webhook: Webhook, channels: string[], payload: Payload): void {
		const execution = this.registry.begin(webhook, channels, payload, this.now());
		void this.attempt(execution, 0);
	}

	/** Sends a logged event once more, as the executions page and its API do. */
	repeat(execution: Execution): void {
		void this.attempt(execution, execution.attempts.length, false);
	}

	private async attempt(execution: Execution, number: number, mayRetry = true): Promise<void> {
		const webhook = this.registry.webhooks.get(execution.webhook);
		if (!webhook || webhook.disabled) return;
		const body = JSON.stringify({ triggered_at: this.now(), ...execution.event_data });
		const destination = webhook.destinations[0];
		if (!destination) return;
		const headers = this.headers(webhook, body);
		const answer = await this.simulator.webhooks.send({
			hook: webhook.uid,
			url: destination.target_url,
			headers,
			body,
			attempt: number,
			timeoutMs: TIMEOUT_MS,
		});
		execution.status = answer.status ?? 0;
		execution.attempts.push({
			retry_number: number,
			request: {
				method: 'POST',
				uri: destination.target_url,
				body,
				headers: withoutSecrets(headers),
				timeout: TIMEOUT_MS,
			},
			response: {
				statusCode: answer.status,
				body: answer.body.slice(0, RESPONSE_KEPT),
				...(answer.error !== null && { error: answer.error }),
			},
		});
		const { status } = answer;
		this.registry.count(webhook, status === null || status >= 500 || status === 401, this.now());
		const succeeded = status !== null && status >= 200 && status < 300;
		const wait = RETRY_AFTER_SECONDS[number];
		if (succeeded || !mayRetry || webhook.retry_policy !== 'automatic' || wait === undefined)
			return;
		this.simulator.clock.after(wait * 1000, () => this.attempt(execution, number + 1));
	}

	private headers(webhook: Webhook, body: string): Record<string, string> {
		const [destination] = webhook.destinations;
		const custom = (destination?.custom_header ?? [])
			.filter(({ header_name }) => header_name !== '')
			.map(({ header_name, value }) => [header_name, value] as const);
		return {
			'Content-Type': 'application/json',
			'User-Agent': 'Contentstack',
			...this.keys.headers(body, this.registry.signingOf(webhook), this.simulator.clock.now()),
			...authorization(destination),
			...Object.fromEntries(custom),
		};
	}

	private now(): string {
		return this.simulator.clock.now().toISOString();
	}
}

function authorization(
	destination: Webhook['destinations'][number] | undefined,
): Record<string, string> {
	if (destination?.bearer_token) return { Authorization: `Bearer ${destination.bearer_token}` };
	if (!destination?.http_basic_auth) return {};
	const pair = `${destination.http_basic_auth}:${destination.http_basic_password ?? ''}`;
	return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

const SHOWN_HEADERS = [
	'content-type',
	'user-agent',
	'x-contentstack-request-signature',
	'x-contentstack-hmac-signature',
];

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			SHOWN_HEADERS.includes(name.toLowerCase()) ? value : '********',
		]),
	);
}
